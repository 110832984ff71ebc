/** The authorization entries of an envelope, judged one by one, and beside what is judged of the envelope. */
import {
  authorizationEntriesOf,
  innermostOf,
  type AccountId,
  type AuthorizationEntry,
  type Delegate,
  type EntryAddress,
  type Envelope,
  type LedgerView,
} from '../../kernel/model/index.js'
import type { EntryVerdict } from './entry-verdict.js'
import { judgeEntry, type EntryJudge } from './judge-entry.js'

/** An entry, and where it stands; positions count from 0. */
export interface PlacedEntry {
  readonly operation: number
  readonly position: number
  readonly entry: AuthorizationEntry
}

/** An entry with what the network will say of it. */
export interface JudgedEntry extends PlacedEntry {
  readonly verdict: EntryVerdict
}

/** The entries of an envelope; of a fee bump, those of its inner transaction. */
export const entriesOf = (envelope: Envelope): readonly PlacedEntry[] =>
  innermostOf(envelope).transaction.operations.flatMap((one, operation) =>
    authorizationEntriesOf(one).map((entry, position) => ({ operation, position, entry })),
  )

const accountsBelow = (delegates: readonly Delegate[]): readonly AccountId[] =>
  delegates.flatMap(({ address, delegates: nested }) => [
    ...(address._tag === 'Account' ? [address.account] : []),
    ...accountsBelow(nested),
  ])

/** A classic account cannot delegate: its delegates, should it name some, are never asked. */
const accountsIn = (address: EntryAddress, delegates: readonly Delegate[]): readonly AccountId[] =>
  address._tag === 'Account' ? [address.account] : accountsBelow(delegates)

/**
 * The accounts whose state decides about an entry, each once. They are not among `accountsOf` an envelope:
 * where one of them is missing the entry is undetermined, and the envelope is not.
 */
export const entryAccountsOf = ({ credentials }: AuthorizationEntry): readonly AccountId[] =>
  credentials._tag === 'SourceAccount'
    ? []
    : [...new Set(accountsIn(credentials.address, credentials.delegates))]

/** The accounts whose state decides about the entries of an envelope, each once. */
export const accountsOfEntries = (envelope: Envelope): readonly AccountId[] => [
  ...new Set(entriesOf(envelope).flatMap(({ entry }) => entryAccountsOf(entry))),
]

/**
 * All entries of an envelope with their verdicts, in its order. They say nothing of the envelope itself:
 * the network looks at them only when the ledger closes, and at those that a contract asks for.
 *
 * @example
 * ```ts
 * import { accountsOfEntries, entriesAnswer, judgeEntries, type EntryJudge } from 'quorate/edge'
 * import { type Envelope, type LedgerView } from 'quorate/kernel'
 *
 * export const allowed = (judge: EntryJudge, view: LedgerView, envelope: Envelope): boolean =>
 *   entriesAnswer(judgeEntries(judge)(view)(envelope)) === 'yes'
 * ```
 */
export const judgeEntries =
  (judge: EntryJudge) =>
  (view: LedgerView) =>
  (envelope: Envelope): readonly JudgedEntry[] =>
    entriesOf(envelope).map((placed) => ({ ...placed, verdict: judgeEntry(judge)(view)(placed.entry) }))

/** What a verdict on an entry comes to. A contract decides by its own code, which is not known here. */
export const entryAnswer = ({ _tag }: EntryVerdict): 'yes' | 'no' | 'undecided' => {
  switch (_tag) {
    case 'BySource':
    case 'Authorizes':
      return 'yes'
    case 'Refused':
      return 'no'
    case 'Undetermined':
    case 'ByContract':
      return 'undecided'
  }
}

/**
 * Whether all classic accounts that are named allow the call: `no` where an entry is refused, `undecided`
 * where one depends on an account that was not fetched. What contracts decide is part of what the operation
 * does, and is left out, as everything that operations do is: look for `ByContract` where it matters.
 */
export const entriesAnswer = (entries: readonly JudgedEntry[]): 'yes' | 'no' | 'undecided' => {
  const answers = entries.flatMap(({ verdict }) =>
    verdict._tag === 'ByContract' ? [] : [entryAnswer(verdict)],
  )
  return answers.includes('no') ? 'no' : answers.includes('undecided') ? 'undecided' : 'yes'
}
