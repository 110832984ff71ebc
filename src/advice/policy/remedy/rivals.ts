/**
 * A contradiction that no sum of demands shows: `proper` wants any two groups that act to share somebody,
 * and another assertion wants two groups to act that share nobody.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { demand, type Conflict, type Reason } from '../asserted.js'
import { namesIn } from './conflict-words.js'
import type { Ground, Standing } from './ground.js'

type Groups = readonly [readonly string[], readonly string[]]

/** The first so many, and the next so many, where there are. */
const twice = (count: number, keys: readonly string[]): O.Option<Groups> =>
  count > 0 && keys.length >= 2 * count
    ? O.some([keys.slice(0, count), keys.slice(count, 2 * count)])
    : O.none

/** Two groups without a common key that both have to act, as a claim has it. */
const apart = ({ keys }: Ground, { claim }: Standing): O.Option<Groups> => {
  if (claim._tag === 'Survives' && claim.by === 'key') return twice(keys.length - claim.lose, keys)
  if (claim._tag !== 'Can' || claim.who._tag !== 'AnyOf') return O.none
  const members = claim.who.of.flatMap((part) => (part._tag === 'Key' ? [part.key] : []))
  return members.length === claim.who.of.length
    ? twice(
        claim.who.count,
        [...new Set(members)].filter((key) => keys.includes(key)),
      )
    : O.none
}

const levelIn = ({ claim }: Standing): ThresholdLevel | undefined =>
  'at' in claim ? claim.at.level : undefined

const BOTH = 'Both cannot be.'

const conflictOf = (
  ground: Ground,
  [proper, other]: readonly [Standing, Standing],
  level: ThresholdLevel,
  [one, two]: Groups,
): Conflict => {
  const names = (keys: readonly string[]): string => namesIn(ground, keys)
  const word = level.toLowerCase()
  const must: Reason = {
    assertion: other.assertion,
    demand: demand(level, 'win', two),
    times: 1n,
    says: `${names(one)} must reach ${word}, and so must ${names(two)}`,
  }
  const mustNot: Reason = {
    assertion: proper.assertion,
    demand: demand(level, 'lose', two),
    times: 1n,
    says: `where ${names(one)} reach ${word}, ${names(two)} must not, who have nobody in common with them`,
  }
  return {
    assertions: [proper.assertion, other.assertion],
    reasons: [mustNot, must],
    ends: BOTH,
    says: `${other.assertion}: ${must.says}. ${proper.assertion}: ${mustNot.says}. ${BOTH}`,
  }
}

/** A violated assertion that contradicts another over `proper`, whichever of the two is violated. */
export const rivalryOf =
  (ground: Ground) =>
  (violated: string): O.Option<Conflict> => {
    const own = ground.standings.filter(
      ({ account, answer }) =>
        account === ground.subject.name && (answer._tag === 'Violated' || answer._tag === 'Holds'),
    )
    for (const proper of own.filter(({ claim }) => claim._tag === 'Proper'))
      for (const other of own) {
        const level = levelIn(proper)
        const isMeant = [proper, other].some(({ assertion }) => assertion === violated)
        if (level === undefined || levelIn(other) !== level || !isMeant) continue
        const groups = apart(ground, other)
        if (O.isSome(groups)) return O.some(conflictOf(ground, [proper, other], level, groups.value))
      }
    return O.none
  }
