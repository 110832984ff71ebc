/**
 * A verdict on an envelope together with those on its entries.
 *
 * When an envelope is submitted, nobody looks at entries: then the verdict is all there is. When a ledger
 * closes, an entry that allows nothing lets the call fail that asks for it. Whether a call asks is for the
 * contract to know; who wants to be sure has to take it for a no.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Verdict } from '../../kernel/engine/index.js'
import type { AccountId } from '../../kernel/model/index.js'
import type { OperationCode, ResultCode } from '../../kernel/protocol/index.js'
import { entriesAnswer, type JudgedEntry } from './judge-entries.js'

/** What a call ends with that asks for an entry which allows nothing. */
const TRAPPED = 'INVOKE_HOST_FUNCTION_TRAPPED'

/** What the network will say, by signatures and entries. */
export interface Settled {
  readonly _tag: Verdict['_tag']
  /** None where it is undetermined. */
  readonly code: O.Option<ResultCode>
  /** Accounts that were not fetched and that it depends on. */
  readonly missing: readonly AccountId[]
  /** Positions of the entries that are why it is not authorized; without them it would be. */
  readonly entries: readonly number[]
}

const missingIn = (entries: readonly JudgedEntry[]): readonly AccountId[] => [
  ...new Set(entries.flatMap(({ verdict }) => (verdict._tag === 'Undetermined' ? [verdict.missing] : []))),
]

const positionsOf = (
  entries: readonly JudgedEntry[],
  tag: JudgedEntry['verdict']['_tag'],
): readonly number[] => entries.flatMap(({ verdict }, index) => (verdict._tag === tag ? [index] : []))

/**
 * What is said of an envelope with these entries. In validation that is the verdict, whatever they hold. The
 * conditions of entries are not looked at (a ledger that is not known), and `ByContract` is left to contracts.
 * A gate asks both phases: at apply the outer signatures of a fee bump are not judged.
 *
 * @example
 * ```ts
 * import { judgeEntries, settledBy, type EntryJudge } from 'quorate/edge'
 * import { evaluate, isAuthorized, type Envelope, type LedgerView } from 'quorate/kernel'
 *
 * export const willRun = (judge: EntryJudge, view: LedgerView, envelope: Envelope): boolean => {
 *   const onSubmission = evaluate({ ...judge, phase: 'validate' })(view)(envelope)
 *   const atClose = evaluate({ ...judge, phase: 'apply' })(view)(envelope)
 *   const settled = settledBy(atClose, judgeEntries(judge)(view)(envelope))
 *   return isAuthorized(onSubmission) && settled._tag === 'Authorized'
 * }
 * ```
 */
export const settledBy = (verdict: Verdict, entries: readonly JudgedEntry[]): Settled => {
  const { _tag, phase, judgement } = verdict
  // What is not known of the envelope does not make its entries known: both are named at once.
  const missing =
    _tag === 'Undetermined'
      ? [...new Set([...verdict.missing, ...(phase === 'apply' ? missingIn(entries) : [])])]
      : []
  const answer = phase === 'apply' && _tag === 'Authorized' ? entriesAnswer(entries) : 'yes'
  if (answer === 'yes') return { _tag, code: judgement.code, missing, entries: [] }
  if (answer === 'undecided')
    return {
      _tag: 'Undetermined',
      code: O.none,
      missing: missingIn(entries),
      entries: positionsOf(entries, 'Undetermined'),
    }
  const isBump = O.isSome(verdict.inner)
  return {
    _tag: 'Rejected',
    code: O.some(isBump ? 'txFEE_BUMP_INNER_FAILED' : 'txFAILED'),
    missing,
    entries: positionsOf(entries, 'Refused'),
  }
}

/** The code of a fee bump's inner transaction, which is where the operations are. */
export const innerCodeBy = ({ _tag, entries }: Settled, code: O.Option<ResultCode>): O.Option<ResultCode> => {
  if (entries.length === 0) return code
  return _tag === 'Rejected' ? O.some('txFAILED') : O.none
}

/** The codes of operations, with those that fail by their entries; positions in `settled` are of `entries`. */
export const operationCodesBy = (
  settled: Settled,
  entries: readonly JudgedEntry[],
  codes: readonly O.Option<OperationCode>[],
): readonly O.Option<string>[] => {
  if (settled._tag !== 'Rejected') return codes
  const failing = new Set(settled.entries.flatMap((index) => entries[index]?.operation ?? []))
  return codes.map((code, index) => (failing.has(index) ? O.some(TRAPPED) : code))
}
