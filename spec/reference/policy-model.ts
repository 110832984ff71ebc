/**
 * Claims as their definitions say them, over all 2ⁿ groups of keys, one after the other. Slow, plain, and
 * without a line of src but its types: what Quorate says of a policy is held against this.
 */
import type { Claim } from '../../src/advice/policy/claim.js'
import type { Formula } from '../../src/advice/policy/formula.js'
import type { UnitKind } from '../../src/advice/policy/policy-key.js'
import type { Account, ThresholdLevel } from '../../src/kernel/model/index.js'

/** What the model is asked about. */
export interface World {
  readonly account: Account
  /** Where the copies of a key are; none where nobody said. */
  readonly placesOf: (kind: UnitKind, key: string) => readonly string[]
  /** What a claim compares with, and what is said where there is no such account. */
  readonly other: Account | 'no-base' | 'new'
}

export type Said = 'Holds' | 'Violated' | 'Vacuous' | 'Unknown'

/** What anybody brings beside signatures: used preimages, and an approved transaction. */
export interface Given {
  readonly disclosed: readonly string[]
  readonly approved: readonly string[]
}

export type Group = readonly string[]

export interface Rule {
  /** Who can be in a group: all who can sign anything, and nobody of whom anybody has the secret. */
  readonly signers: Group
  readonly weight: (key: string) => number
  readonly wins: (group: Group) => boolean
}

const LEVELS = { Low: 'low', Medium: 'medium', High: 'high' } as const

export const subsets = (keys: Group): Group[] =>
  Array.from({ length: 2 ** keys.length }, (_, mask) => keys.filter((__, i) => ((mask >> i) & 1) === 1))

export const apart = (keys: Group, others: Group): Group => keys.filter((key) => !others.includes(key))
export const unique = (keys: Group): Group => [...new Set(keys)]

export const ruleOf = (account: Account, level: ThresholdLevel, given: Given): Rule => {
  const entries = [
    ...(account.masterWeight > 0
      ? [{ id: String(account.id), tag: 'Ed25519', weight: account.masterWeight }]
      : []),
    ...account.signers.map(({ key, weight }) => ({ id: key.strkey, tag: key._tag, weight })),
  ]
  const weights = new Map(entries.map(({ id, weight }) => [id, weight]))
  const weight = (key: string): number => weights.get(key) ?? 0
  const signing = entries.filter(({ tag }) => tag !== 'PreAuthTx').map(({ id }) => id)
  const free = entries
    .filter(({ id, tag }) => tag !== 'Ed25519' && given.disclosed.includes(id))
    .map(({ id }) => id)
  const approval = Math.max(
    0,
    ...entries
      .filter(({ id, tag }) => tag === 'PreAuthTx' && given.approved.includes(id))
      .map((one) => one.weight),
  )
  const needed = Math.max(1, account.thresholds[LEVELS[level]])
  const known = new Map<string, boolean>()
  const decide = (group: Group): boolean => {
    const signatures = unique([...group, ...free])
      .filter((key) => signing.includes(key))
      .map(weight)
      .sort((a, b) => b - a)
      .slice(0, 20)
    return approval + signatures.reduce((sum, one) => sum + one, 0) >= needed
  }
  const wins = (group: Group): boolean => {
    const name = [...group].sort().join()
    const before = known.get(name)
    if (before !== undefined) return before
    const after = decide(group)
    known.set(name, after)
    return after
  }
  return { signers: apart(signing, free), weight, wins }
}

export const satisfies = (group: Group, formula: Formula): boolean =>
  formula._tag === 'Key'
    ? group.includes(formula.key)
    : formula.of.filter((part) => satisfies(group, part)).length >= formula.count

export const keysOf = (formula: Formula): Group =>
  formula._tag === 'Key' ? [formula.key] : unique(formula.of.flatMap(keysOf))

const isImpossible = (formula: Formula): boolean =>
  formula._tag === 'AnyOf' &&
  (formula.of.length === 0 || formula.count > formula.of.length || formula.of.some(isImpossible))

const yes = (holds: boolean): Said => (holds ? 'Holds' : 'Violated')

/** All groups that satisfy a formula, and of which nobody can be spared for that. */
export const justEnough = (formula: Formula): Group[] =>
  subsets(keysOf(formula)).filter(
    (group) => satisfies(group, formula) && group.every((key) => !satisfies(apart(group, [key]), formula)),
  )

/** Whether some group tells a from b: with a it wins, and with b in the place of a it does not. */
export const isBetterSomewhere = (rule: Rule, a: string, b: string): boolean =>
  subsets(apart(rule.signers, [a, b])).some((group) => rule.wins([...group, a]) && !rule.wins([...group, b]))

export const minimalOf = (rule: Rule): Group[] =>
  subsets(rule.signers).filter(
    (group) => rule.wins(group) && group.every((key) => !rule.wins(apart(group, [key]))),
  )

/** Where the copies of each key are that weighs anything. */
export const heldIn = (world: World, rule: Rule, kind: UnitKind): ReadonlyMap<string, Group> =>
  new Map(
    rule.signers
      .filter((key) => rule.weight(key) > 0)
      .map((key) => [key, kind === 'key' ? [key] : unique(world.placesOf(kind, key))]),
  )

const unitsSay = (
  world: World,
  rule: Rule,
  kind: UnitKind,
  most: number,
  isBad: (units: Group, held: ReadonlyMap<string, Group>) => boolean,
): Said => {
  const held = heldIn(world, rule, kind)
  if ([...held.values()].some((places) => places.length === 0)) return 'Unknown'
  const units = unique([...held.values()].flat())
  if (subsets(units).some((some) => some.length <= most && isBad(some, held))) return 'Violated'
  return most > units.length ? 'Vacuous' : 'Holds'
}

const keysWhere = (held: ReadonlyMap<string, Group>, falls: (places: Group) => boolean): Group =>
  [...held].filter(([, places]) => falls(places)).map(([key]) => key)
export const lost = (units: Group, held: ReadonlyMap<string, Group>): Group =>
  keysWhere(held, (places) => places.every((place) => units.includes(place)))
export const stolen = (units: Group, held: ReadonlyMap<string, Group>): Group =>
  keysWhere(held, (places) => places.some((place) => units.includes(place)))

const survives = (world: World, rule: Rule, kind: UnitKind, most: number): Said =>
  unitsSay(world, rule, kind, most, (units, held) => !rule.wins(apart(rule.signers, lost(units, held))))
const withstands = (world: World, rule: Rule, kind: UnitKind, most: number): Said =>
  unitsSay(world, rule, kind, most, (units, held) => rule.wins(stolen(units, held)))
const recovers = (world: World, rule: Rule, kind: UnitKind, most: number): Said =>
  unitsSay(world, rule, kind, most, (units, held) => !rule.wins(apart(rule.signers, stolen(units, held))))

const isWithin = (a: Rule, b: Rule): boolean =>
  subsets(unique([...a.signers, ...b.signers])).every((group) => !a.wins(group) || b.wins(group))

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1))

/** The power of a key as a numerator and a denominator. */
const powerOf = (rule: Rule, key: string, index: 'banzhaf' | 'shapley-shubik'): readonly [bigint, bigint] => {
  const swings = (one: string): Group[] =>
    subsets(apart(rule.signers, [one])).filter((group) => !rule.wins(group) && rule.wins([...group, one]))
  const own = rule.signers.includes(key) ? swings(key) : []
  if (index === 'banzhaf') {
    const all = rule.signers.reduce((sum, one) => sum + swings(one).length, 0)
    return [BigInt(own.length), BigInt(Math.max(1, all))]
  }
  const n = rule.signers.length
  const orders = own.reduce(
    (sum, group) => sum + factorial(group.length) * factorial(n - 1 - group.length),
    0n,
  )
  return [orders, factorial(n)]
}

const comparedAs = (claim: Claim & { readonly _tag: 'Compare' }, own: Rule, other: Rule): boolean => {
  const [stricter, looser] = [isWithin(own, other), isWithin(other, own)]
  return {
    equals: stricter && looser,
    'stricter-than': stricter && !looser,
    'looser-than': looser && !stricter,
    'not-looser-than': stricter,
  }[claim.relation]
}

/** What the definition says under one set of circumstances. */
const sayOnce = (world: World, claim: Claim, given: Given): Said => {
  const at = (level: ThresholdLevel): Rule => ruleOf(world.account, level, given)
  if (claim._tag === 'Recovers') return recovers(world, at('High'), claim.by, claim.steal)
  if (claim._tag === 'Nested')
    return yes(isWithin(at('High'), at('Medium')) && isWithin(at('Medium'), at('Low')))
  const rule = at(claim.at.level)
  const groups = (): Group[] => subsets(rule.signers)
  const everybody = rule.signers
  switch (claim._tag) {
    case 'Can':
      if (isImpossible(claim.who)) return 'Vacuous'
      return yes(
        subsets(keysOf(claim.who)).every((group) => !satisfies(group, claim.who) || rule.wins(group)),
      )
    case 'Cannot':
      return isImpossible(claim.who)
        ? 'Vacuous'
        : yes(justEnough(claim.who).every((group) => !rule.wins(group)))
    case 'Needs':
      if (claim.count > claim.of.keys.length) return 'Vacuous'
      return yes(
        groups().every(
          (group) =>
            !rule.wins(group) || group.filter((key) => claim.of.keys.includes(key)).length >= claim.count,
        ),
      )
    case 'Survives':
      return survives(world, rule, claim.by, claim.lose)
    case 'Withstands':
      return withstands(world, rule, claim.by, claim.steal)
    case 'NoDictator':
      return withstands(world, rule, claim.by, 1)
    case 'NoVeto':
      return survives(world, rule, claim.by, 1)
    case 'Every':
      if (isImpossible(claim.has)) return 'Vacuous'
      return yes(groups().every((group) => !rule.wins(group) || satisfies(group, claim.has)))
    case 'Signatures': {
      const { atLeast, atMost } = claim
      if (!rule.wins(everybody)) return 'Vacuous'
      const few = atLeast._tag === 'Some' ? atLeast.value : 0
      const many = atMost._tag === 'Some' ? atMost.value : Number.POSITIVE_INFINITY
      return yes(minimalOf(rule).every((group) => group.length >= few && group.length <= many))
    }
    case 'Compare':
      if (world.other === 'no-base') return 'Unknown'
      if (world.other === 'new') return 'Holds'
      return yes(comparedAs(claim, rule, ruleOf(world.other, claim.at.level, given)))
    case 'Proper':
      return yes(groups().every((group) => !(rule.wins(group) && rule.wins(apart(everybody, group)))))
    case 'Strong':
      return yes(groups().every((group) => rule.wins(group) || rule.wins(apart(everybody, group))))
    case 'NoDeadlock': {
      const [one, two] = claim.between.map(({ keys }) => keys) as [Group, Group]
      if (one.length === 0 || two.length === 0 || one.some((key) => two.includes(key))) return 'Vacuous'
      const sides = subsets(unique([...everybody, ...one, ...two])).filter(
        (side) => one.every((key) => side.includes(key)) && !two.some((key) => side.includes(key)),
      )
      return yes(sides.every((side) => rule.wins(side) || rule.wins(apart(everybody, side))))
    }
    case 'NoDummies':
      // Of nobody it says nothing, as all claims that speak of those who have weight.
      if (everybody.length === 0) return 'Vacuous'
      return yes(
        everybody.every((key) => groups().some((group) => !rule.wins(group) && rule.wins([...group, key]))),
      )
    case 'Interchangeable': {
      const { keys } = claim.of
      if (keys.length < 2) return 'Vacuous'
      return yes(keys.every((a) => keys.every((b) => a === b || !isBetterSomewhere(rule, a, b))))
    }
    case 'Ranks': {
      const { keys } = claim.of
      if (keys.length < 2) return 'Vacuous'
      const isAbove = (a: string, b: string): boolean =>
        isBetterSomewhere(rule, a, b) && !isBetterSomewhere(rule, b, a)
      return yes(keys.every((key, i) => i === 0 || isAbove(keys[i - 1] ?? '', key)))
    }
    case 'Power': {
      if (claim.of.keys.length === 0) return 'Vacuous'
      const [n, d] = powerOf(rule, claim.of.keys[0] ?? '', claim.index)
      const { atLeast, atMost } = claim
      const low = atLeast._tag === 'None' || n * atLeast.value.denominator >= atLeast.value.numerator * d
      const high = atMost._tag === 'None' || n * atMost.value.denominator <= atMost.value.numerator * d
      return yes(low && high)
    }
    case 'Reachable':
      return yes(groups().some((group) => rule.wins(group)))
  }
}

/** What the definition says: not known, where it depends on what is disclosed or approved. */
export const say = (world: World, claim: Claim): Said => {
  const accounts = [
    world.account,
    ...(claim._tag === 'Compare' && typeof world.other === 'object' ? [world.other] : []),
  ]
  const keys = (...tags: readonly string[]): Group =>
    unique(
      accounts.flatMap(({ signers }) =>
        signers.filter(({ key }) => tags.includes(key._tag)).map(({ key }) => key.strkey),
      ),
    )
  const answers = new Set(
    subsets(keys('HashX', 'SignedPayload')).flatMap((disclosed) =>
      [[], ...keys('PreAuthTx').map((id) => [id])].map((approved) =>
        sayOnce(world, claim, { disclosed, approved }),
      ),
    ),
  )
  const [only = 'Unknown'] = answers
  return answers.size === 1 ? only : 'Unknown'
}
