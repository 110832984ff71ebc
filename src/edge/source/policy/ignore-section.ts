/** The `ignore` section: findings that are known and tolerated, each with a reason. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Ignore } from '../../../advice/policy/index.js'
import { struct, type Read } from '../tree/problem.js'
import { accountsIn, type Accounts } from './account-names.js'
import { closedMap, maybePart, partOf } from './claim-parts.js'
import { dayIn } from './day.js'
import { knownRule, type KnownRules } from './known-rules.js'
import type { PolicyPart } from './policy-part.js'
import { placeOf, readList, type Item, type Readout } from './sections.js'
import { sentenceIn } from './word.js'

const readIgnore =
  (accounts: Accounts, rules: KnownRules) =>
  (item: Item): Read<Ignore> => {
    const what = `ignore ${item.name}`
    const map = closedMap(what, ['rule', 'reason'], ['on', 'until'])(item.value)
    if (E.isLeft(map)) return map
    return E.map(
      (parts: Omit<Ignore, 'place' | 'on'> & { readonly on: O.Option<readonly string[]> }): Ignore => ({
        ...parts,
        on: O.getOrElse((): readonly string[] => [])(parts.on),
        place: placeOf(item),
      }),
    )(
      struct({
        rule: partOf(map.right, 'rule', knownRule(rules, `the rule of ${what}`)),
        on: maybePart(map.right, 'on', accountsIn(accounts, `\`on\` of ${what}`)),
        reason: partOf(map.right, 'reason', sentenceIn(`the reason of ${what}`)),
        until: maybePart(map.right, 'until', dayIn(`\`until\` of ${what}`)),
      }),
    )
  }

/**
 * What all parts ignore.
 *
 * Problems: `missing-key`, `unknown-key`, `wrong-shape`, `unknown-rule`, `undefined-account`,
 * `matches-nothing`, `bad-sentence`, `bad-day`.
 */
export const readIgnores =
  (accounts: Accounts, rules: KnownRules) =>
  (parts: readonly PolicyPart[]): Readout<readonly Ignore[]> => {
    const { value, problems } = readList('ignore', 'a list of findings to ignore')(parts)(
      readIgnore(accounts, rules),
    )
    return { value: value.map(([, ignore]) => ignore), problems }
  }
