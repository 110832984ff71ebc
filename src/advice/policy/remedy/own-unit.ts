/**
 * Keys that would have to go to a unit of their own: another holder, another vendor, another place. For
 * claims by unit that no number can put right. The fewest keys; of every refutation at least one of the
 * keys that make it has to move, because who does not move falls as before.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Answer } from '../answer.js'
import type { Claim } from '../claim.js'
import { policyOf, type Policy } from '../policy.js'
import type { PolicyKey, UnitKind } from '../policy-key.js'
import { askIn, isFine, type Ground, type Standing } from './ground.js'
import { subsetsOf } from './changes.js'

/** At most so many keys move. */
const MOST_KEYS = 3
/** So many sets of keys are asked about. */
const MOST_ASKED = 300

/** A unit that people can give another of to a key. */
export type MovableUnit = Exclude<UnitKind, 'key'>

/** What came of it. */
export type Moved =
  | { readonly _tag: 'Found'; readonly keys: readonly string[]; readonly tried: number }
  | { readonly _tag: 'None'; readonly tried: number; readonly gaveUp: boolean }

/** What a claim counts, where it counts units that keys can be moved between. */
export const unitOf = (claim: Claim): O.Option<MovableUnit> => {
  const by = 'by' in claim ? claim.by : 'key'
  return by === 'key' ? O.none : O.some(by)
}

const alone = (kind: MovableUnit, key: PolicyKey): PolicyKey => {
  // No policy says a unit with a line break in its name, so that nobody else is there.
  const unit = `${key.alias}\nalone`
  return kind === 'location' ? { ...key, location: [unit] } : { ...key, [kind]: O.some(unit) }
}

/** The policy, had these keys a unit of their own. */
export const policyWithAlone = (policy: Policy, kind: MovableUnit, strkeys: readonly string[]): Policy =>
  policyOf({
    ...policy,
    keys: new Map(
      [...policy.keys].map(([alias, key]) => [
        alias,
        strkeys.includes(key.key.strkey) ? alone(kind, key) : key,
      ]),
    ),
  })

/** Keys of which one at least has to move: those that were stolen, or that were lost. */
const movable = ({ keys }: Ground, answer: Answer): readonly string[] => {
  if (answer._tag !== 'Violated') return []
  const [first] = answer.counterexample.demands
  if (first === undefined) return keys
  return keys.filter((key) => first.keys.includes(key) === (first.must === 'lose'))
}

/** The fewest keys, at most 3, that would have to go elsewhere so that these claims hold and no other gets worse. */
export const movesOf = (ground: Ground, kind: MovableUnit, wanted: ReadonlySet<Standing>): Moved => {
  const isTouched = ({ claim }: Standing): boolean => {
    const unit = unitOf(claim)
    return O.isSome(unit) && unit.value === kind
  }
  const others = [...ground.standings, ...ground.elsewhere].filter(isTouched)
  const hitting = [...wanted].map(({ answer }) => movable(ground, answer))
  const known = ground.keys.filter((key) => ground.policy.keysByStrkey.has(key))
  let tried = 0
  for (let count = 1; count <= Math.min(MOST_KEYS, known.length); count++)
    for (const keys of subsetsOf(count, known)) {
      if (!hitting.every((some) => some.some((key) => keys.includes(key)))) continue
      if (tried === MOST_ASKED) return { _tag: 'None', tried, gaveUp: true }
      tried += 1
      const ask = askIn(ground, policyWithAlone(ground.policy, kind, keys))
      const refused = [...wanted].map((one) => ask(one)).find((answer) => answer._tag !== 'Holds')
      if (refused !== undefined) {
        if (refused._tag === 'Violated') hitting.push(movable(ground, refused))
        continue
      }
      if (others.every((one) => isFine(one, wanted.has(one), ask(one)))) return { _tag: 'Found', keys, tried }
    }
  return { _tag: 'None', tried, gaveUp: false }
}
