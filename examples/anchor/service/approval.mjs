// Approval of a regulated asset (SEP-8): the anchor adds the signature that lets a customer hold its credit.
//
// The key that signs here weighs 1 where a payment of the anchor needs 2. Whatever goes wrong in this file, no
// credit can be issued with it.
import * as E from 'fp-ts/lib/Either.js'
import { decodeEnvelope, kernel, matchVerdict } from 'quorate'
import { withSignatures } from 'quorate/edge'
import { answer, notNow, refused, refusedBy } from './answers.mjs'
import { makeReader } from './transfer.mjs'
import { judged, mustStillSign, whyRejected } from './verdict.mjs'

const PERMISSIONS = ['allowTrust', 'setTrustLineFlags']

/** The key could also bump the anchor's sequence number, and the network would let it: hence this list. */
const isPermission = (operation, customers, assetCode) =>
  PERMISSIONS.includes(operation.type) &&
  customers.has(operation.trustor) &&
  (operation.type === 'allowTrust' ? operation.assetCode : operation.asset.getCode()) === assetCode &&
  // The right to claw back is the anchor's, and not for a customer to give up.
  operation.flags?.clawbackEnabled === undefined

/** Why the anchor does not want to sign a transaction, if so. Whether its signature is enough is asked afterwards. */
const unwanted = (envelope, operations, { issuer, customers, assetCode }) => {
  const { source, operations: judgedOperations } = envelope.transaction
  // The anchor would pay the fee, and lend its sequence number.
  if (source === issuer)
    return refused(422, 'our-source', 'the source of the transaction is the anchor itself')
  const ours = judgedOperations.flatMap(({ source: own }, at) =>
    own._tag === 'Some' && own.value === issuer ? [at] : [],
  )
  if (ours.length === 0) return refused(422, 'nothing-to-approve', 'no operation is one of the anchor')
  const bad = ours.find((at) => !isPermission(operations[at], customers, assetCode))
  return bad === undefined
    ? undefined
    : refused(422, 'not-approved', `operation ${bad + 1} is none that the anchor approves`)
}

export const makeApproval = ({ network, judge, source, issuer, helper, customers, assetCode }) => {
  const [read, decode] = [makeReader(network), decodeEnvelope(network)]

  return async ({ transaction: text }, signal) => {
    const { refusal, envelope: given, operations } = read(text)
    if (refusal !== undefined) return refusal
    const wrong = unwanted(given, operations, { issuer, customers, assetCode })
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
}
