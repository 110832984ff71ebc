// Approval of a regulated asset (SEP-8): the anchor adds the signature that lets a customer hold its credit.
//
// The key that signs here weighs 1 where a payment of the anchor needs 2. Whatever goes wrong in this file, no
// credit can be issued with it.
import * as E from 'fp-ts/lib/Either.js'
import { Asset } from '@stellar/stellar-base'
import { decodeEnvelope, kernel, matchVerdict } from 'quorate'
import { withSignatures } from 'quorate/edge'
import { answer, notNow, refused, refusedBy } from './answers.mjs'
import { makeReader } from './transfer.mjs'
import { judged, mustStillSign, whyRejected } from './verdict.mjs'

/** A permission and nothing else: a key that may permit may also take back, and freeze what somebody holds. */
const isPermission = (operation, customer, asset) => {
  if (operation.type === 'allowTrust')
    return (
      operation.trustor === customer && operation.assetCode === asset.getCode() && operation.authorize === 1
    )
  if (operation.type !== 'setTrustLineFlags') return false
  const { authorized, authorizedToMaintainLiabilities: keeps, clawbackEnabled } = operation.flags
  return (
    operation.trustor === customer &&
    operation.asset.equals(asset) &&
    authorized === true &&
    keeps !== true &&
    // The right to claw back is the anchor's, and not for a customer to give up.
    clawbackEnabled === undefined
  )
}

/**
 * Why the anchor does not want to sign a transaction, if so. Whether its signature is enough is asked afterwards.
 *
 * A signature is good for every operation that its key has weight for, not only for those it was asked for. So
 * each operation is looked at: it is the customer's own, or a permission of the anchor for this customer.
 */
const unwanted = ({ transaction }, operations, { issuer, customers, asset }) => {
  const customer = transaction.source
  // Not the anchor either: it would pay the fee, and lend its sequence number.
  if (!customers.has(customer))
    return refused(422, 'not-a-customer', 'the source of the transaction is no customer of the anchor')
  const sources = transaction.operations.map(({ source }) =>
    source._tag === 'Some' ? source.value : customer,
  )
  const foreign = sources.findIndex((source) => source !== customer && source !== issuer)
  if (foreign !== -1)
    return refused(422, 'foreign-operation', `operation ${foreign + 1} acts for a third account`)
  if (!sources.includes(issuer))
    return refused(422, 'nothing-to-approve', 'no operation is one of the anchor')
  const bad = operations.findIndex(
    (operation, at) => sources[at] === issuer && !isPermission(operation, customer, asset),
  )
  return bad === -1
    ? undefined
    : refused(422, 'not-approved', `operation ${bad + 1} is none that the anchor approves`)
}

/** A no in the words of SEP-8: a wallet shows its `error`. What is not decided is none. */
const inWordsOfSep8 = ({ status, body }) =>
  status >= 400 && status < 500 ? answer(400, { status: 'rejected', ...body }) : answer(status, body)

export const makeApproval = ({ network, judge, source, issuer, helper, customers, assetCode }) => {
  const [read, decode] = [makeReader(network), decodeEnvelope(network)]
  const asset = new Asset(assetCode, issuer)

  const decide = async (text, signal) => {
    const { refusal, envelope: given, operations } = read(text)
    if (refusal !== undefined) return refusal
    const wrong = unwanted(given, operations, { issuer, customers, asset })
    if (wrong !== undefined) return wrong

    // Signed here, and handed out only where the network would take the whole envelope as it is.
    const signed = withSignatures([...given.signatures, helper.sign(given.hash)])(text)
    if (E.isLeft(signed)) return refusedBy(422, signed.left)
    const complete = decode(signed.right)
    if (E.isLeft(complete)) return refusedBy(422, complete.left)
    const { verdict, view, failures } = await judged({ judge, source }, complete.right, signal)
    return matchVerdict({
      authorized: () =>
        answer(200, { status: 'success', tx: signed.right, hash: kernel.toHex(complete.right.hash) }),
      undetermined: () => notNow(failures),
      rejected: (no) =>
        refused(422, no.code, 'the network would refuse it, also with the signature of the anchor', {
          operations: whyRejected(no).operations,
          mustSign: mustStillSign(judge, view, complete.right),
        }),
    })(verdict)
  }
  return async ({ transaction }, signal) => inWordsOfSep8(await decide(transaction, signal))
}
