/**
 * Judging one authorization entry: credentials, signatures, and how long they hold.
 *
 * The order is the network's: it reads the entry, then authenticates, then looks at the ledger and at the
 * nonce. What is certain is said also where an account was not fetched.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  compareBytes,
  type AddressCredentials,
  type AuthorizationEntry,
  type Delegate,
  type Hash,
  type LedgerView,
  type Network,
} from '../../kernel/model/index.js'
import { holds, type Protocol } from '../../kernel/protocol/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import type { DelegateVerdict, EntryCondition, EntryReason, EntryVerdict } from './entry-verdict.js'
import { judgeSignatures } from './judge-signatures.js'
import { payloadOf } from './payload.js'

/** Under which rules an entry is judged, and as of when. */
export interface EntryJudge {
  readonly network: Network
  readonly protocol: Protocol
  readonly prove: Prove
  /** The ledger in which the call runs. None: the answer says until when it holds. */
  readonly ledger: O.Option<number>
  /** For how many ledgers the network lets an entry live at most (its setting `maxEntryTTL`). */
  readonly maxEntryTtl: O.Option<number>
}

const isSupported = (protocol: Protocol, { _tag }: AddressCredentials): boolean =>
  holds(protocol)(_tag === 'Address' ? 'soroban' : 'addressBoundCredentials')

/** By the bytes of the addresses, strictly, at every level; so the network compares them. */
const areSorted = (delegates: readonly Delegate[]): boolean =>
  delegates.every((delegate, index) => {
    const before = delegates[index - 1]
    return (
      (before === undefined || compareBytes(before.address.bytes, delegate.address.bytes) < 0) &&
      areSorted(delegate.delegates)
    )
  })

/** What keeps an entry from being looked at. */
const formReason = (protocol: Protocol, credentials: AddressCredentials): EntryReason | undefined => {
  if (!isSupported(protocol, credentials)) return 'credentials-not-supported'
  if (!areSorted(credentials.delegates)) return 'delegates-not-sorted'
  return credentials.address._tag === 'Other' ? 'address-cannot-authorize' : undefined
}

/** What is wrong with the time of a signature: it may be used in its last ledger, and lives no longer than a nonce. */
const timeReason = (
  { ledger, maxEntryTtl }: EntryJudge,
  { expirationLedger }: AddressCredentials,
): EntryReason | undefined => {
  if (O.isNone(ledger)) return undefined
  if (ledger.value > expirationLedger) return 'expired'
  // The current ledger is the first of those that an entry lives.
  return O.isSome(maxEntryTtl) && expirationLedger > ledger.value + maxEntryTtl.value - 1
    ? 'expires-too-late'
    : undefined
}

const conditionsOf = ({ ledger, maxEntryTtl }: EntryJudge): readonly EntryCondition[] => [
  ...(O.isNone(ledger) ? (['ledger-not-known'] as const) : []),
  ...(O.isNone(ledger) || O.isNone(maxEntryTtl) ? (['limit-not-known'] as const) : []),
  'nonce-not-known',
]

type JudgeAccount = ReturnType<typeof judgeSignatures>

/** All delegates, each before those below it. One list grows: trees may be deep and wide at once. */
const judgeDelegates = (
  judge: JudgeAccount,
  payload: Hash,
  delegates: readonly Delegate[],
): readonly DelegateVerdict[] => {
  const told: DelegateVerdict[] = []
  const tell = (below: readonly Delegate[], above: readonly number[]): void => {
    for (const [index, { address, signature, delegates: nested }] of below.entries()) {
      const path = [...above, index]
      const verdict = address._tag === 'Account' ? O.some(judge(payload, address.account, signature)) : O.none
      told.push({ path, address, verdict })
      tell(nested, path)
    }
  }
  tell(delegates, [])
  return told
}

const judgeCredentials = (
  judge: EntryJudge,
  view: LedgerView,
  credentials: AddressCredentials,
  entry: AuthorizationEntry,
): EntryVerdict => {
  const payload = payloadOf(judge.network, credentials, entry)
  const { address, signature, delegates } = credentials
  const form = formReason(judge.protocol, credentials)
  if (form !== undefined) return { _tag: 'Refused', payload, reason: form, check: O.none }
  const time = timeReason(judge, credentials)
  const conditions = conditionsOf(judge)
  const judgeAccount = judgeSignatures(judge.prove, view)
  if (address._tag !== 'Account')
    return time === undefined
      ? {
          _tag: 'ByContract',
          payload,
          delegates: judgeDelegates(judgeAccount, payload, delegates),
          conditions,
        }
      : { _tag: 'Refused', payload, reason: time, check: O.none }
  const verdict = judgeAccount(payload, address.account, signature)
  if (verdict._tag === 'Refused') return { ...verdict, payload }
  if (time !== undefined) return { _tag: 'Refused', payload, reason: time, check: O.some(verdict.check) }
  return { ...verdict, payload, conditions }
}

/**
 * What the network will say of an authorization entry, as of a view of the ledger. Total: there is a
 * verdict for every entry and view.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import * as O from 'fp-ts/lib/Option.js'
 * import { decodeAuthorizationEntry, judgeEntry } from 'quorate/edge'
 * import { DEFAULT_PROTOCOL, EMPTY_VIEW, NETWORKS } from 'quorate/kernel'
 *
 * const judge = {
 *   network: NETWORKS.testnet,
 *   protocol: DEFAULT_PROTOCOL,
 *   prove: () => true,
 *   ledger: O.some(1_000),
 *   maxEntryTtl: O.none,
 * }
 * const entry = decodeAuthorizationEntry(
 *   'AAAAAAAAAAAAAAABICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8AAAAFaGVsbG8AAAAAAAAAAAAAAA==',
 * )
 * if (E.isRight(entry)) console.log(judgeEntry(judge)(EMPTY_VIEW)(entry.right)._tag)
 * // => BySource
 * ```
 */
export const judgeEntry =
  (judge: EntryJudge) =>
  (view: LedgerView) =>
  (entry: AuthorizationEntry): EntryVerdict =>
    entry.credentials._tag === 'SourceAccount'
      ? { _tag: 'BySource' }
      : judgeCredentials(judge, view, entry.credentials, entry)
