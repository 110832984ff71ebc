/**
 * Random wishes: weights that are found do exactly what is wished and are none too large, by all weights up
 * to a bound; what is refuted has no such weights, and its proof is counted again.
 *
 *     tsx spec/fuzz/synth.ts --count 800 --seed 1
 */
import { parseArgs } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { synthesize, type Rule, type Trade, type Wish } from '../../src/advice/plan/index.js'
import type { Formula } from '../../src/advice/policy/index.js'
import { THRESHOLD_LEVELS } from '../../src/kernel/model/index.js'
import type { Random } from './mutate.js'
import { pick, randomFrom } from './random.js'

type Group = readonly string[]
type Sizes = readonly number[]

const formula = (random: Random, players: Group, depth: number): Formula => {
  if (depth === 0 || random(10) < 3) {
    const key = pick(random, players)
    return { _tag: 'Key', said: key, key }
  }
  const of = Array.from({ length: 1 + random(4) }, () => formula(random, players, depth - 1))
  return { _tag: 'AnyOf', count: 1 + random(of.length), said: 'some', of }
}

const someWishes = (random: Random): readonly Wish[] => {
  const players = ['a', 'b', 'c', 'd', 'e'].slice(0, 3 + random(3))
  const levels = THRESHOLD_LEVELS.filter(() => random(5) < 3)
  return (levels.length === 0 ? (['High'] as const) : levels).map((level) => ({
    level,
    exactly: formula(random, players, 3),
  }))
}

const meets = (wish: Formula, group: Group): boolean =>
  wish._tag === 'Key'
    ? group.includes(wish.key)
    : wish.of.filter((part) => meets(part, group)).length >= wish.count

const keysIn = (wish: Formula): Group => (wish._tag === 'Key' ? [wish.key] : wish.of.flatMap(keysIn))

const must = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(what)
}

const isBefore = (a: Sizes, b: Sizes): boolean => {
  const at = a.findIndex((one, place) => one !== b[place])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

const total = (numbers: Sizes): number => numbers.reduce((sum, one) => sum + one, 0)

/** All groups of some keys, with who is to act at each level. */
interface Table {
  readonly keys: Group
  readonly groups: readonly Group[]
  readonly rows: readonly (readonly boolean[])[]
}

const tableOf = (wishes: readonly Wish[]): Table => {
  const keys = [...new Set(wishes.flatMap(({ exactly }) => keysIn(exactly)))]
  const groups = Array.from({ length: 2 ** keys.length }, (_, mask) =>
    keys.filter((__, at) => ((mask >> at) & 1) === 1),
  )
  return { keys, groups, rows: wishes.map(({ exactly }) => groups.map((group) => meets(exactly, group))) }
}

/** The least quotas for some weights; none where they do not do what is wished. */
const quotasFor = (rows: Table['rows'], sums: Sizes): Sizes | undefined => {
  const quotas: number[] = []
  for (const row of rows) {
    const lost = sums.reduce((most, sum, at) => (row[at] === true ? most : Math.max(most, sum)), 0)
    if (sums.some((sum, at) => row[at] === true && sum <= lost)) return undefined
    quotas.push(lost + 1)
  }
  return quotas
}

/** The greatest quota, all weights and all quotas of the smallest numbers up to a bound, by trying all. */
const smallest = ({ keys, groups, rows }: Table, bound: number): Sizes | undefined => {
  let best: Sizes | undefined
  for (let code = 0; code < (bound + 1) ** keys.length; code++) {
    const weights = keys.map((_, at) => Math.floor(code / (bound + 1) ** at) % (bound + 1))
    const sums = groups.map((__, mask) =>
      weights.reduce((sum, weight, at) => sum + ((mask >> at) & 1) * weight, 0),
    )
    const quotas = quotasFor(rows, sums)
    if (quotas === undefined) continue
    const sizes = [Math.max(...quotas), total(weights), total(quotas)]
    if (best === undefined || isBefore(sizes, best)) best = sizes
  }
  return best
}

const mustBeProof = (wishes: readonly Wish[], { winning, losing }: Trade): void => {
  const isToAct = ({ level, keys }: Trade['winning'][number]): boolean =>
    wishes.some((wish) => wish.level === level && meets(wish.exactly, keys))
  const counted = (sides: Trade['winning']): string =>
    JSON.stringify([sides.map(({ level }) => level).toSorted(), sides.flatMap(({ keys }) => keys).toSorted()])
  must(winning.length > 0 && winning.every(isToAct) && !losing.some(isToAct), 'sides of a proof')
  must(counted(winning) === counted(losing), 'counts of a proof')
}

const mustBeSmallest = (
  wishes: readonly Wish[],
  table: Table,
  { weights, quotas }: Rule,
  bound: number,
): string => {
  const numbers = table.keys.map((key) => weights.get(key) ?? 0)
  const wished = wishes.map(({ level }) => quotas[level])
  for (const [at, row] of table.rows.entries())
    for (const [mask, group] of table.groups.entries()) {
      const sum = total(group.map((key) => weights.get(key) ?? 0))
      must(sum >= (wished[at] ?? 0) === row[mask], 'not exactly what is wished')
    }
  const [sizes, best] = [[Math.max(...wished), total(numbers), total(wished)], smallest(table, bound)]
  must(best === undefined || !isBefore(best, sizes), 'smaller numbers exist')
  return Math.max(...numbers) <= bound && best !== undefined ? 'found, the smallest of all' : 'found'
}

const answerTo = (wishes: readonly Wish[]): string => {
  const found = synthesize({ wishes, master: O.none })
  if (E.isLeft(found)) throw new Error(found.left.map(({ code }) => code).join())
  const table = tableOf(wishes)
  const bound = table.keys.length <= 4 ? 6 : 5
  switch (found.right._tag) {
    case 'Impossible':
      mustBeProof(wishes, found.right.trade)
      must(smallest(table, bound) === undefined, 'weights exist')
      return 'impossible'
    case 'Found':
      must(found.right.isSmallest, 'not proved')
      return mustBeSmallest(wishes, table, found.right.rule, bound)
    case 'TooLarge':
    case 'GaveUp':
      throw new Error(found.right._tag)
  }
}

const { values } = parseArgs({
  options: { count: { type: 'string', default: '800' }, seed: { type: 'string', default: '1' } },
})
const random = randomFrom(Number(values.seed))
const tally = new Map<string, number>()
let wrong = 0
for (let at = 0; at < Number(values.count); at++) {
  const wishes = someWishes(random)
  let came: string
  try {
    came = answerTo(wishes)
  } catch (error) {
    wrong++
    came = `WRONG: ${error instanceof Error ? error.message : 'thrown'}`
    console.error(came, JSON.stringify(wishes))
  }
  tally.set(came, (tally.get(came) ?? 0) + 1)
}
for (const [what, count] of tally) console.log(String(count).padStart(7), what)
console.log(`${values.count} wishes, ${String(wrong)} wrong`)
process.exitCode = wrong === 0 ? 0 : 1
