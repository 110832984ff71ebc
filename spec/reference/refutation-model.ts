/**
 * Whether one group refutes a claim, as the definition of the claim says it, over all 2ⁿ groups where it
 * speaks of all. Without a line of src but its types: what passes for a counterexample is held against this.
 */
import type { Claim } from '../../src/advice/policy/claim.js'
import type { UnitKind } from '../../src/advice/policy/policy-key.js'
import type { ThresholdLevel } from '../../src/kernel/model/index.js'
import {
  apart,
  heldIn,
  isBetterSomewhere,
  justEnough,
  keysOf,
  lost,
  minimalOf,
  ruleOf,
  satisfies,
  stolen,
  subsets,
  unique,
  type Group,
  type Rule,
  type World,
} from './policy-model.js'

/** A group that is shown, and the units that are named beside it. */
export interface Shown {
  readonly keys: Group
  readonly units: Group
}

const same = (a: Group, b: Group): boolean => [...a].sort().join() === [...b].sort().join()
const isIn = (part: Group, whole: Group): boolean => apart(part, whole).length === 0

interface Falling {
  readonly by: UnitKind
  readonly most: number
  readonly falls: typeof lost
  readonly shows: 'rest' | 'taken'
}

const fallingIn = (claim: Claim): Falling | undefined => {
  switch (claim._tag) {
    case 'Survives':
      return { by: claim.by, most: claim.lose, falls: lost, shows: 'rest' }
    case 'Withstands':
      return { by: claim.by, most: claim.steal, falls: stolen, shows: 'taken' }
    case 'Recovers':
      return { by: claim.by, most: claim.steal, falls: stolen, shows: 'rest' }
    case 'NoDictator':
      return { by: claim.by, most: 1, falls: stolen, shows: 'taken' }
    case 'NoVeto':
      return { by: claim.by, most: 1, falls: lost, shows: 'rest' }
    case 'Can':
    case 'Cannot':
    case 'Needs':
    case 'Every':
    case 'Signatures':
    case 'Compare':
    case 'Proper':
    case 'Strong':
    case 'NoDeadlock':
    case 'NoDummies':
    case 'Interchangeable':
    case 'Ranks':
    case 'Power':
    case 'Reachable':
    case 'Nested':
      return undefined
  }
}

/** Units that fall, of which the group tells: who has what fell, or who is left; with who is left. */
const storiesOf = (
  world: World,
  rule: Rule,
  { by, falls, shows }: Falling,
  { keys, units }: Shown,
): readonly { readonly hit: Group; readonly rest: Group }[] => {
  const held = heldIn(world, rule, by)
  return subsets(unique([...held.values()].flat())).flatMap((hit) => {
    const taken = falls(hit, held)
    const rest = apart(rule.signers, taken)
    const isNamed = units.length === 0 ? by === 'key' || hit.length === 0 : same(units, hit)
    const isTold =
      shows === 'taken' ? isIn(keys, taken) : same(keys, taken) || (units.length === 0 && same(keys, rest))
    return isNamed && isTold ? [{ hit, rest }] : []
  })
}

const byUnits = (world: World, rule: Rule, falling: Falling, shown: Shown): boolean =>
  storiesOf(world, rule, falling, shown).some(
    ({ hit, rest }) =>
      hit.length <= falling.most && (falling.shows === 'taken' ? rule.wins(shown.keys) : !rule.wins(rest)),
  )

/** Whether the first is better than the second in just this group, which has one of the two. */
const isBetterHere = (rule: Rule, keys: Group, first: string, second: string): boolean => {
  const others = apart(keys, [first, second])
  return keys.length === others.length + 1 && rule.wins([...others, first]) && !rule.wins([...others, second])
}

const differs = (
  world: World,
  claim: Claim & { readonly _tag: 'Compare' },
  rule: Rule,
  keys: Group,
): boolean => {
  if (typeof world.other !== 'object') return false
  const other = ruleOf(world.other, claim.at.level, { disclosed: [], approved: [] })
  const [here, there] = [rule.wins(keys), other.wins(keys)]
  const [gains, loses] = [here && !there, there && !here]
  return claim.relation === 'equals' ? gains || loses : claim.relation === 'looser-than' ? loses : gains
}

/** Whether a group, shown alone at a level, refutes a claim. */
export const refutes = (world: World, claim: Claim, level: ThresholdLevel, shown: Shown): boolean => {
  const at = (one: ThresholdLevel): Rule => ruleOf(world.account, one, { disclosed: [], approved: [] })
  const rule = at(level)
  const { keys } = shown
  const falling = fallingIn(claim)
  if (falling !== undefined) return byUnits(world, rule, falling, shown)
  if (shown.units.length > 0) return false
  const strangers = (of: Group): Group => apart(of, rule.signers)
  switch (claim._tag) {
    case 'Can':
      return satisfies([...keys, ...strangers(keysOf(claim.who))], claim.who) && !rule.wins(keys)
    case 'Cannot':
      return rule.wins(keys) && justEnough(claim.who).some((group) => isIn(keys, group))
    case 'Every':
      return rule.wins(keys) && !satisfies(keys, claim.has)
    case 'Needs':
      return rule.wins(keys) && keys.filter((key) => claim.of.keys.includes(key)).length < claim.count
    case 'Signatures': {
      const { atLeast, atMost } = claim
      const isFew = atLeast._tag === 'Some' && keys.length < atLeast.value && rule.wins(keys)
      const isMinimal = (): boolean => minimalOf(rule).some((group) => same(group, keys))
      return isFew || (atMost._tag === 'Some' && keys.length > atMost.value && isMinimal())
    }
    case 'Compare':
      return differs(world, claim, rule, keys)
    case 'Strong':
      return !rule.wins(keys) && !rule.wins(apart(rule.signers, keys))
    case 'NoDeadlock': {
      const rest = apart(rule.signers, keys)
      const [one, two] = claim.between.map((side) => apart(side.keys, strangers(side.keys))) as [Group, Group]
      const isSplit = (isIn(one, keys) && isIn(two, rest)) || (isIn(two, keys) && isIn(one, rest))
      return isSplit && !rule.wins(keys) && !rule.wins(rest)
    }
    case 'NoDummies':
      return (
        keys.length > 0 &&
        keys.every((key) =>
          subsets(rule.signers).every((group) => rule.wins(group) || !rule.wins([...group, key])),
        )
      )
    case 'Interchangeable':
      return claim.of.keys.some((a) => claim.of.keys.some((b) => a !== b && isBetterHere(rule, keys, a, b)))
    case 'Ranks':
      return claim.of.keys.slice(1).some((lower, at) => {
        const upper = claim.of.keys[at] ?? ''
        const isAlike = !isBetterSomewhere(rule, upper, lower) && !isBetterSomewhere(rule, lower, upper)
        return isBetterHere(rule, keys, lower, upper) || (isAlike && isIn(keys, [upper, lower]))
      })
    case 'Reachable':
      return !rule.wins(keys) && same(keys, rule.signers)
    case 'Nested':
      return rule.wins(keys) && level !== 'Low' && !at(level === 'High' ? 'Medium' : 'Low').wins(keys)
    case 'Power':
      return isIn(keys, claim.of.keys)
    // It takes two groups.
    case 'Proper':
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'NoDictator':
    case 'NoVeto':
      return false
  }
}

/** Whether a group, shown alone, is one that a claim speaks of, on the side where the claim wants it. */
export const supports = (world: World, claim: Claim, level: ThresholdLevel, shown: Shown): boolean => {
  const rule = ruleOf(world.account, level, { disclosed: [], approved: [] })
  const { keys } = shown
  const falling = fallingIn(claim)
  if (falling !== undefined) return storiesOf(world, rule, falling, shown).length > 0
  if (shown.units.length > 0) return false
  switch (claim._tag) {
    case 'Can':
      return satisfies([...keys, ...apart(keysOf(claim.who), rule.signers)], claim.who) && rule.wins(keys)
    case 'Cannot':
      return !rule.wins(keys) && justEnough(claim.who).some((group) => isIn(keys, group))
    case 'Every':
      return !rule.wins(keys) && !satisfies(keys, claim.has)
    case 'Needs':
      return !rule.wins(keys) && keys.filter((key) => claim.of.keys.includes(key)).length < claim.count
    case 'Signatures':
    case 'Reachable':
      return minimalOf(rule).some((group) => same(group, keys))
    case 'Power':
      return isIn(keys, claim.of.keys)
    case 'Compare':
    case 'Proper':
    case 'Strong':
    case 'NoDeadlock':
    case 'NoDummies':
    case 'Interchangeable':
    case 'Ranks':
    case 'Nested':
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'NoDictator':
    case 'NoVeto':
      return false
  }
}
