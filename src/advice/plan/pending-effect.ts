/**
 * What a change does to approvals that were given before it: envelopes that are out there, and
 * pre-authorized transactions among the signers. A signature counts by the account as it is when the
 * envelope is sent, so that a change of signers does not take back what is still enough.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { evaluate, type Judge } from '../../kernel/engine/index.js'
import { innermostOf, type Account, type Envelope, type LedgerView } from '../../kernel/model/index.js'
import { trim } from '../select/index.js'
import { viewOf } from './assumed.js'
import type { PendingEffect, PendingVerdict, PreAuthorized } from './plan.js'

const approvalsOf = ({ signers }: Account): ReadonlyMap<string, number> =>
  new Map(
    signers.filter(({ key }) => key._tag === 'PreAuthTx').map(({ key, weight }) => [key.strkey, weight]),
  )

/** What everybody can make of an envelope without a new signature. */
const reach =
  (judge: Judge, view: LedgerView) =>
  (envelope: Envelope): PendingVerdict => {
    const verdict = evaluate(judge)(view)(envelope)
    if (verdict._tag === 'Authorized') return 'Authorized'
    // A signature that is to spare can be left out by anybody, and a fee bump taken off.
    const trimmed = trim(judge)(view)(envelope)({ allowInner: true })
    if (E.isRight(trimmed)) return 'Authorized'
    if (envelope._tag === 'FeeBump') {
      const inner = reach(judge, view)(envelope.inner)
      if (inner !== 'Rejected') return inner
    }
    return verdict._tag === 'Undetermined' || trimmed.left._tag === 'AccountsUnknown'
      ? 'Undetermined'
      : 'Rejected'
  }

/** Which sequence numbers are used: before the plan begins, and when it has ended. */
interface Used {
  readonly before: boolean
  readonly after: boolean
}

const becomes = (
  [before, after]: readonly [PendingVerdict, PendingVerdict],
  used: Used,
): PendingEffect['becomes'] => {
  if (used.before) return 'spent'
  if (used.after) return 'invalidated'
  if (before === 'Undetermined' || after === 'Undetermined') return 'not-known'
  if (after === 'Authorized') return before === 'Authorized' ? 'stays-dangerous' : 'becomes-valid'
  return before === 'Authorized' ? 'invalidated' : 'incomplete'
}

/** The account at the two ends of a plan, and its sequence number there, where it is known. */
export interface Ends {
  readonly from: Account
  readonly to: Account
  /** Accounts that stay as they are. */
  readonly others: readonly Account[]
  readonly sequences: readonly [before: O.Option<bigint>, after: O.Option<bigint>]
}

const isUsed = (sequence: bigint, last: O.Option<bigint>): boolean => O.isSome(last) && sequence <= last.value

/** What a plan does to envelopes that are out there. */
export const pendingEffects =
  (judge: Judge) =>
  ({ from, to, others, sequences }: Ends) =>
  (envelopes: readonly Envelope[]): readonly PendingEffect[] =>
    envelopes.map((envelope, index) => {
      const verdicts = [
        reach(judge, viewOf(from, others))(envelope),
        reach(judge, viewOf(to, others))(envelope),
      ] as const
      const { source, sequence } = innermostOf(envelope).transaction
      const isOurs = source === from.id
      const [before, after] = sequences
      const used = {
        before: isOurs && isUsed(sequence, before),
        after: isOurs && isUsed(sequence, after),
      }
      return {
        index,
        envelope,
        verdicts,
        isSequenceUsed: isOurs && O.isNone(after) ? O.none : O.some(used.after),
        becomes: becomes(verdicts, used),
      }
    })

/** The pre-authorized transactions of an account, which of them stay, and which come. */
export const preAuthorizedIn =
  (from: Account) =>
  (to: Account): readonly PreAuthorized[] => {
    const [was, is] = [approvalsOf(from), approvalsOf(to)]
    return [
      ...[...was].map(([key, weight]): PreAuthorized => {
        const stays = is.has(key)
        return { key, weight: is.get(key) ?? weight, stays, comes: false }
      }),
      ...[...is].flatMap(([key, weight]): readonly PreAuthorized[] =>
        was.has(key) ? [] : [{ key, weight, stays: true, comes: true }],
      ),
    ]
  }
