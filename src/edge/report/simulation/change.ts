/** What changed on one account, as data: a label and what stands before and after. */
import * as O from 'fp-ts/lib/Option.js'
import {
  lookup,
  masterKeyOf,
  THRESHOLD_LEVELS,
  thresholdAt,
  type Account,
  type AccountId,
  type AccountState,
  type LedgerView,
  type Signer,
  type SignerKey,
} from '../../../kernel/model/index.js'
import { levelWord } from '../words.js'

/** One thing that is not what it was. */
export type Change =
  | { readonly _tag: 'SignerAdded'; readonly signer: Signer }
  | { readonly _tag: 'SignerRemoved'; readonly signer: Signer }
  | { readonly _tag: 'WeightChanged'; readonly key: SignerKey; readonly from: number; readonly to: number }
  | { readonly _tag: 'SignerSponsor'; readonly key: SignerKey; readonly sponsor: O.Option<AccountId> }
  | { readonly _tag: 'Sponsor'; readonly sponsor: O.Option<AccountId> }
  | { readonly _tag: 'Balance'; readonly from: bigint; readonly to: bigint }
  | { readonly _tag: 'Number'; readonly label: string; readonly from: string; readonly to: string }

/** What became of one account. */
export type AccountChange =
  | { readonly _tag: 'Created'; readonly account: Account }
  | { readonly _tag: 'Gone'; readonly id: AccountId }
  | { readonly _tag: 'Changed'; readonly id: AccountId; readonly changes: readonly Change[] }

const sameSponsor = (a: O.Option<AccountId>, b: O.Option<AccountId>): boolean =>
  O.toNullable(a) === O.toNullable(b)

const signerChanges = (before: readonly Signer[], after: readonly Signer[]): readonly Change[] => {
  const had = new Map(before.map((one) => [one.key.strkey, one]))
  const has = new Set(after.map(({ key }) => key.strkey))
  return [
    ...before
      .filter(({ key }) => !has.has(key.strkey))
      .map((signer): Change => ({ _tag: 'SignerRemoved', signer })),
    ...after.flatMap((signer): readonly Change[] => {
      const old = had.get(signer.key.strkey)
      if (old === undefined) return [{ _tag: 'SignerAdded', signer }]
      const { key, weight: to, sponsor } = signer
      return [
        ...(old.weight === to ? [] : [{ _tag: 'WeightChanged', key, from: old.weight, to } as const]),
        ...(sameSponsor(old.sponsor, sponsor) ? [] : [{ _tag: 'SignerSponsor', key, sponsor } as const]),
      ]
    }),
  ]
}

const number = (label: string, from: number | bigint, to: number | bigint): readonly Change[] =>
  from === to ? [] : [{ _tag: 'Number', label, from: String(from), to: String(to) }]

const stateChanges = (before: AccountState, after: AccountState): readonly Change[] => [
  ...number('sequence', before.sequence, after.sequence),
  ...(before.balance === after.balance
    ? []
    : [{ _tag: 'Balance', from: before.balance, to: after.balance } as const]),
  ...number('sub-entries', before.subentries, after.subentries),
  ...number('sponsored', before.sponsored, after.sponsored),
  ...number('sponsoring', before.sponsoring, after.sponsoring),
  ...(sameSponsor(before.sponsor, after.sponsor)
    ? []
    : [{ _tag: 'Sponsor', sponsor: after.sponsor } as const]),
  ...number('flags', before.flags, after.flags),
]

const changesBetween = (before: Account, after: Account): readonly Change[] => [
  ...(before.masterWeight === after.masterWeight
    ? []
    : [
        {
          _tag: 'WeightChanged',
          key: masterKeyOf(after.id),
          from: before.masterWeight,
          to: after.masterWeight,
        } as const,
      ]),
  ...signerChanges(before.signers, after.signers),
  ...THRESHOLD_LEVELS.flatMap((level) =>
    number(levelWord(level), thresholdAt(level)(before.thresholds), thresholdAt(level)(after.thresholds)),
  ),
  ...(O.isSome(before.state) && O.isSome(after.state)
    ? stateChanges(before.state.value, after.state.value)
    : []),
]

/** What became of an account between two views. */
export const accountChange = (before: LedgerView, after: LedgerView, id: AccountId): AccountChange => {
  const [old, now] = [lookup(before)(id), lookup(after)(id)]
  if (now._tag !== 'Known') return { _tag: 'Gone', id }
  return old._tag === 'Known'
    ? { _tag: 'Changed', id, changes: changesBetween(old.account, now.account) }
    : { _tag: 'Created', account: now.account }
}
