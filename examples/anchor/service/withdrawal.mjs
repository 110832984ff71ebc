// The withdrawal gate: a customer pays credit back to the anchor, and the envelope is judged before it is sent.
import * as E from 'fp-ts/lib/Either.js'
import { Asset } from '@stellar/stellar-base'
import { kernel, matchVerdict } from 'quorate'
import { select } from 'quorate/advice'
import { withSignatures } from 'quorate/edge'
import { answer, notNow, refused } from './answers.mjs'
import { makeReader } from './transfer.mjs'
import { judged, mustStillSign, whyRejected } from './verdict.mjs'

/** Why a transaction is no withdrawal of this customer, if it is none. Who signed it is asked afterwards. */
const notAWithdrawal = ({ transaction }, operations, account, asset) => {
  if (transaction.source !== account)
    return refused(403, 'foreign-source', 'the source of the transaction is not the account that logged in')
  const [payment, ...others] = operations
  if (others.length > 0 || payment?.type !== 'payment')
    return refused(422, 'not-one-payment', 'a withdrawal is one payment, and no other operation')
  const [{ source }] = transaction.operations
  if (source._tag === 'Some' && source.value !== account)
    return refused(403, 'foreign-source', 'the source of the payment is not the account that logged in')
  if (payment.destination !== asset.getIssuer())
    return refused(422, 'other-destination', 'the payment does not go to the anchor')
  if (!payment.asset.equals(asset)) return refused(422, 'other-asset', 'the payment is not of our credit')
  return undefined
}

export const makeWithdrawal = ({ network, judge, source, issuer, assetCode }) => {
  const read = makeReader(network)
  const asset = new Asset(assetCode, issuer)

  /** The envelope without the signatures that are too many, judged like any other. */
  const trimmed = (given, envelope, view) => {
    const result = select.trim(judge)(view)(envelope)()
    if (E.isLeft(result) || result.right._tag !== 'Trimmed') return undefined
    const text = withSignatures(result.right.envelope.signatures)(given)
    return E.isLeft(text) ? undefined : { text: text.right, dropped: result.right.dropped.length }
  }

  /** A real service submits the text of this answer: the bytes that were judged, and no others. */
  const ready = (envelope, payment, text, dropped) =>
    answer(200, {
      status: 'ready',
      hash: kernel.toHex(envelope.hash),
      transaction: text,
      amount: payment.amount,
      dropped,
    })

  return async ({ transaction: text }, { account }, signal) => {
    const { refusal, envelope, operations } = read(text)
    if (refusal !== undefined) return refusal
    const wrong = notAWithdrawal(envelope, operations, account, asset)
    if (wrong !== undefined) return wrong

    const { verdict, view, failures } = await judged({ judge, source }, envelope, signal)
    const [payment] = operations
    return matchVerdict({
      authorized: () => ready(envelope, payment, text, 0),
      undetermined: () => notNow(failures),
      rejected: (no) => {
        const fewer = trimmed(text, envelope, view)
        if (fewer !== undefined) return ready(envelope, payment, fewer.text, fewer.dropped)
        return refused(422, no.code, 'the network would refuse it', {
          operations: whyRejected(no).operations,
          mustSign: mustStillSign(judge, view, envelope),
        })
      },
    })(verdict)
  }
}
