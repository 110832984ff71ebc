/** Exhibits weighed again: every key a signer, once; the sum and the quota as the account says. */
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../../kernel/model/index.js'
import type { Exhibit } from '../answer.js'
import type { Asked } from '../asked.js'
import { levelOf, type Claim } from '../claim.js'
import { copiesOf } from './copies.js'
import { insist } from './invariant.js'
import { rivalAt, rivalOf } from './rivals.js'
import { spokenOf } from './spoken.js'
import type { UnitKind } from '../policy-key.js'
import { weighedAt, weighs, type Weighed } from './weighed.js'

/** The account itself at a level. */
export const ownAt = ({ account, circumstances }: Asked, level: ThresholdLevel): Weighed =>
  weighedAt(circumstances)(level)(account.account)

/** What the account is compared with, at the level of the claim. */
export const otherOf = (asked: Asked, claim: Claim): O.Option<Weighed> =>
  claim._tag === 'Compare'
    ? rivalAt(rivalOf(asked, claim.other), asked.circumstances, claim.at.level)
    : O.none

/** What is named beside keys: keys are their own names, and claims of other things name nothing. */
const kindOf = (claim: Claim): UnitKind => ('by' in claim ? claim.by : 'key')

const rulesOf = (asked: Asked, claim: Claim, exhibit: Exhibit): readonly Weighed[] =>
  exhibit.rule === 'other'
    ? RA.fromOption(otherOf(asked, claim))
    : claim._tag === 'Nested'
      ? THRESHOLD_LEVELS.map((level) => ownAt(asked, level))
      : [ownAt(asked, levelOf(claim))]

/** Checks one exhibit by itself. */
export const insistOnExhibit = (asked: Asked, claim: Claim, exhibit: Exhibit): void => {
  const { keys, weights, sum, quota, units, title } = exhibit
  const rules = rulesOf(asked, claim, exhibit)
  const other = RA.fromOption(otherOf(asked, claim))
  const signers = [...rules, ...other, ownAt(asked, levelOf(claim))].flatMap(({ ids }) => ids)
  const known = new Set([...signers, ...spokenOf(claim)])
  insist(new Set(keys).size === keys.length, `a key stands twice in "${title}"`)
  insist(
    keys.every((key) => known.has(key)),
    `"${title}" names a key that is no signer`,
  )
  insist(
    rules.some(
      (rule) =>
        weighs(rule, keys) === sum &&
        // Whether anybody can act is asked of what the account says; everything else, of who can.
        (claim._tag === 'Reachable' ? rule.needed : rule.quota) === quota &&
        keys.length === weights.length &&
        keys.every((key, index) => (rule.weightOf.get(key) ?? 0) === weights[index]),
    ),
    `the numbers of "${title}" do not add up`,
  )
  const kind = kindOf(claim)
  insist(new Set(units).size === units.length, `a unit stands twice in "${title}"`)
  insist(
    units.every((unit) =>
      rules.some((rule) => kind !== 'key' && copiesOf(asked.policy, kind, rule).units.includes(unit)),
    ),
    `"${title}" names a unit that holds no key`,
  )
}
