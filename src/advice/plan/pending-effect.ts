/**
 * What a change does to approvals that were given before it: envelopes that are out there, and
 * pre-authorized transactions among the signers. A signature counts by the account as it is when the
 * envelope is sent, so that a change of signers does not take back what is still enough.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { evaluate, type Judge } from '../../kernel/engine/index.js'
import { innermostOf, type Account, type Envelope } from '../../kernel/model/index.js'
import { trim } from '../select/index.js'
import { viewOf } from './assumed.js'
import type { PendingEffect, PendingVerdict, PreAuthorized } from './plan.js'

/** What everybody can make of an envelope without a new signature. */
const reach =
  (judge: Judge, account: Account) =>
  (envelope: Envelope): PendingVerdict => {
    const verdict = evaluate(judge)(viewOf(account))(envelope)
    if (verdict._tag === 'Authorized') return 'Authorized'
    // A signature that is to spare can be left out by anybody, and a fee bump taken off.
    const trimmed = trim(judge)(viewOf(account))(envelope)({ allowInner: true })
    if (E.isRight(trimmed)) return 'Authorized'
    if (envelope._tag === 'FeeBump') {
      const inner = reach(judge, account)(envelope.inner)
      if (inner !== 'Rejected') return inner
    }
    return verdict._tag === 'Undetermined' || trimmed.left._tag === 'AccountsUnknown'
      ? 'Undetermined'
      : 'Rejected'
  }

const becomes = (
  [before, after]: readonly [PendingVerdict, PendingVerdict],
  isSequenceUsed: O.Option<boolean>,
): PendingEffect['becomes'] => {
  if (O.isSome(isSequenceUsed) && isSequenceUsed.value) return 'invalidated'
  if (before === 'Undetermined' || after === 'Undetermined') return 'not-known'
  if (after === 'Authorized') return before === 'Authorized' ? 'stays-dangerous' : 'becomes-valid'
  return before === 'Authorized' ? 'invalidated' : 'incomplete'
}

/** The account at the two ends of a plan, and the last sequence number that the plan uses. */
export interface Ends {
  readonly from: Account
  readonly to: Account
  readonly lastSequence: O.Option<bigint>
}

/** What a plan does to envelopes that are out there. */
export const pendingEffects =
  (judge: Judge) =>
  ({ from, to, lastSequence }: Ends) =>
  (envelopes: readonly Envelope[]): readonly PendingEffect[] =>
    envelopes.map((envelope, index) => {
      const verdicts = [reach(judge, from)(envelope), reach(judge, to)(envelope)] as const
      const { source, sequence } = innermostOf(envelope).transaction
      const isSequenceUsed =
        source === from.id ? O.map((last: bigint) => sequence <= last)(lastSequence) : O.some(false)
      return { index, envelope, verdicts, isSequenceUsed, becomes: becomes(verdicts, isSequenceUsed) }
    })

/** The pre-authorized transactions of an account, and which of them stay. */
export const preAuthorizedIn =
  (from: Account) =>
  (to: Account): readonly PreAuthorized[] => {
    const after = new Map(to.signers.map(({ key, weight }) => [key.strkey, weight]))
    return from.signers
      .filter(({ key }) => key._tag === 'PreAuthTx')
      .map(({ key, weight }) => ({
        key: key.strkey,
        weight: after.get(key.strkey) ?? weight,
        stays: after.has(key.strkey),
      }))
  }
