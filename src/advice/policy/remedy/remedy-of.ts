/**
 * What could be done about violated assertions. First whether anything can: a contradiction is proved
 * before any weight is looked at. Then the smallest repair by numbers; where a claim counts units, and no
 * number does it, by keys that go elsewhere. What is proposed has been asked about; nothing is searched
 * where nothing is violated.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Asserted, Change, Conflict, Remedy } from '../asserted.js'
import { decide } from '../decide.js'
import { formOf } from '../form-of.js'
import type { Policy } from '../policy.js'
import type { Order } from './candidate.js'
import { contradictionOf, rulesOf } from './contradiction.js'
import type { Ruled } from './find-rule.js'
import { groundOf, type Ground, type Judge, type Standing } from './ground.js'
import { movesOf, unitOf, type MovableUnit } from './own-unit.js'
import { changesOf } from './changes.js'
import { repairOf } from './repair.js'
import { rivalryOf } from './rivals.js'
import { spoiledBy } from './spoiled.js'
import { widerRepairOf } from './wider-repair.js'

/** What is said of a violation beside its answers. */
export type Told = Pick<Asserted, 'remedy' | 'spoiled'>

const NOTHING: Told = { remedy: O.none, spoiled: [] }

/** What one search needs. */
interface Search {
  readonly ground: Ground
  readonly rules: Ruled<Standing>
  readonly wanted: ReadonlySet<Standing>
}

/** What a repair has to do: meet the demands of what is wanted, and of what holds. */
const orderOf = ({ ground, rules, wanted }: Search): Order => ({
  ground,
  wanted,
  known: rules.rows.filter(({ owner }) => wanted.has(owner) || owner.answer._tag === 'Holds'),
})

const repair = (changes: readonly Change[], isSmallest: boolean): Remedy => ({
  _tag: 'Repair',
  changes,
  isSmallest,
})

const kindOf = (wanted: ReadonlySet<Standing>): O.Option<MovableUnit> => {
  const [first] = wanted
  return first === undefined ? O.none : unitOf(first.claim)
}

/** What was done before. */
interface Searched {
  readonly tried: number
  readonly gaveUp: boolean
}

/** Keys that go elsewhere, after no number was found. */
const byMoves = ({ ground, wanted }: Search, before: Searched): Remedy => {
  const none: Remedy = { _tag: 'NotFound', tried: before.tried, gaveUp: before.gaveUp }
  const kind = kindOf(wanted)
  if (O.isNone(kind)) return none
  const moved = movesOf(ground, kind.value, wanted)
  if (moved._tag === 'None')
    return { _tag: 'NotFound', tried: before.tried + moved.tried, gaveUp: before.gaveUp || moved.gaveUp }
  return repair(
    moved.keys.map((key) => ({ _tag: 'OwnUnit', kind: kind.value, key })),
    !before.gaveUp,
  )
}

const remedyFor = (search: Search, conflict: O.Option<Conflict>): Remedy => {
  if (O.isSome(conflict)) {
    const moved = byMoves(search, { tried: 0, gaveUp: false })
    return moved._tag === 'Repair' ? moved : { _tag: 'Conflict', conflict: conflict.value }
  }
  const { ground } = search
  const order = orderOf(search)
  const repaired = repairOf(order)
  if (repaired._tag === 'Found') return repair(changesOf(ground, repaired.numbers), true)
  const moved = byMoves(search, repaired)
  if (moved._tag === 'Repair') return moved
  const wider = widerRepairOf(order)
  return wider === undefined ? moved : repair(changesOf(ground, wider), false)
}

/** What could be done about the violated assertions of one account. */
export const remedyBy =
  (judge: Judge) =>
  (policy: Policy, base: O.Option<Policy>) =>
  (account: string) =>
  (all: readonly Asserted[]): ((violated: Asserted) => Told) => {
    const ground = groundOf(judge)(policy, base)(account)(all)
    let rules: Ruled<Standing> | undefined
    return ({ assertion }) => {
      const own = ground.standings.filter(
        (one) => one.assertion === assertion.id && one.account === account && one.answer._tag === 'Violated',
      )
      if (own.length === 0) return NOTHING
      rules ??= rulesOf(ground)
      const conflict = O.alt(() => rivalryOf(ground)(assertion.id))(
        contradictionOf(ground, rules)(assertion.id),
      )
      const search = { ground, rules, wanted: new Set(own) }
      return { remedy: O.some(remedyFor(search, conflict)), spoiled: spoiledBy(ground, search.wanted) }
    }
  }

/** The same assertions; those that are violated with what could be done about them. */
export const withRemediesBy =
  (judge: Judge) =>
  (policy: Policy, base: O.Option<Policy>) =>
  (all: readonly Asserted[]): readonly Asserted[] => {
    const tellers = new Map<string, (violated: Asserted) => Told>()
    return all.map((one) => {
      if (!one.answers.some(({ answer }) => answer._tag === 'Violated')) return one
      const tell = tellers.get(one.account) ?? remedyBy(judge)(policy, base)(one.account)(all)
      tellers.set(one.account, tell)
      return { ...one, ...tell(one) }
    })
  }

const JUDGE: Judge = { decide, isLinear: (claim) => formOf(claim).isLinear }

/**
 * What could be done about a violated assertion of an account, among all assertions of the policy. Ask it
 * for the first three arguments once: what is found out about the account is kept.
 */
export const remedyOf = remedyBy(JUDGE)

/** All assertions of a policy with their answers; those that are violated with what could be done. */
export const withRemedies = withRemediesBy(JUDGE)
