/** What an account is compared with, found once more: by its address before a change, by its name now. */
import * as O from 'fp-ts/lib/Option.js'
import type { Asked } from '../asked.js'
import type { Reference } from '../claim.js'
import type { PolicyAccount } from '../policy-account.js'
import { weighedAt, weighs, type Weighed } from './weighed.js'
import type { Circumstances } from '../../coalition/index.js'
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { winsInOneOnly } from './subset-sums.js'

/** The other account; nothing is known without a base, or where that is unclear, and nobody was promised a new account. */
export type Rival =
  | { readonly _tag: 'Found'; readonly account: PolicyAccount }
  | { readonly _tag: 'NotKnown' }
  | { readonly _tag: 'New' }

const found = (account: PolicyAccount | undefined): Rival =>
  account === undefined ? { _tag: 'New' } : { _tag: 'Found', account }

/** The account that a claim compares with. */
export const rivalOf = ({ policy, account, base }: Asked, other: Reference): Rival => {
  if (other._tag === 'Account') return found(policy.accounts.get(other.name))
  if (O.isNone(base) || base.value.unclear?.has(account.account.id) === true) return { _tag: 'NotKnown' }
  return found([...base.value.accounts.values()].find((one) => one.account.id === account.account.id))
}

/** The rule of the other account under the same circumstances. */
export const rivalAt = (
  rival: Rival,
  circumstances: Circumstances,
  level: ThresholdLevel,
): O.Option<Weighed> =>
  rival._tag === 'Found' ? O.some(weighedAt(circumstances)(level)(rival.account.account)) : O.none

/** Whether everybody who wins in the first rule wins in the second. */
export const isWithin = (first: Weighed, second: Weighed): boolean => {
  const keys = [...new Set([...first.ids, ...second.ids])].map((id) => ({
    own: weighs(first, [id]),
    other: weighs(second, [id]),
  }))
  return !winsInOneOnly(keys, first.quota, second.quota)
}
