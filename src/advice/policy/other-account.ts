/** The account that another one is compared with, and what people are called who are on either. */
import { activeSignersOf, shortKey, type Coalition } from '../../kernel/model/index.js'
import type { Asked } from './asked.js'
import { list } from './exhibit.js'
import type { Policy } from './policy.js'
import type { PolicyAccount } from './policy-account.js'

/** What an account is compared with. */
export interface Other {
  readonly policy: Policy
  readonly account: PolicyAccount
  /** In words: `before the change`, `on vault`. */
  readonly said: string
}

/** Whether a signer of the other account had this name, and another key. */
const hasNewKey = ({ policy, account }: Other, key: string, alias: string): boolean => {
  const signers = activeSignersOf(account.account).map((one) => one.key.strkey)
  return !signers.includes(key) && signers.some((strkey) => policy.keysByStrkey.get(strkey)?.alias === alias)
}

/** Keys by their names now, or else by those they had before. A name that has gone to another key says so. */
export const people = (asked: Asked, other: Other, keys: Coalition): string =>
  list(
    keys.map((key) => {
      const now = asked.policy.keysByStrkey.get(key)?.alias
      if (now === undefined) return other.policy.keysByStrkey.get(key)?.alias ?? shortKey(key)
      return hasNewKey(other, key, now) ? `${now} (with another key)` : now
    }),
  )
