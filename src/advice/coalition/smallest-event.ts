/**
 * The fewest units that together bring a weight, tried with one, two, three of them. With one copy a key
 * the heaviest units are the answer. With several copies it is a covering problem, hard in general and
 * small here: branches that cannot reach the weight any more are left, and the search stops honestly
 * after so many steps.
 */
import type { Holding } from './units.js'

/** Whether a key falls with any of its copies, or only with all of them. */
export type Fall = 'any' | 'all'

/** What the search found. */
export type SmallestEvent =
  /** These units are enough, and no fewer are. */
  | { readonly _tag: 'Found'; readonly units: readonly string[] }
  /** Not even all units together are enough. */
  | { readonly _tag: 'Never' }
  /** Nothing with so many units; with one more the search was given up. */
  | { readonly _tag: 'GivenUp'; readonly tried: number }

/** Steps after which the search gives up, some hundred milliseconds. */
const MAX_STEPS = 2_000_000

const ofSingles = ({ form, units, keysOf }: Holding): SmallestEvent => {
  let [sum, count] = [0, 0]
  while (sum < form.quota && count < units.length) {
    for (const place of keysOf[count] ?? []) sum += form.weights[place] ?? 0
    count++
  }
  return sum < form.quota ? { _tag: 'Never' } : { _tag: 'Found', units: units.slice(0, count) }
}

interface Search {
  /** Units among those chosen so far that are still missing for each key to fall. */
  readonly missing: Int32Array
  readonly chosen: number[]
  steps: number
}

const searchOf = ({ form, keysOf }: Holding, fall: Fall): Search => {
  const missing = new Int32Array(form.ids.length)
  for (const place of keysOf.flat()) missing[place] = fall === 'any' ? 1 : (missing[place] as number) + 1
  return { missing, chosen: [], steps: 0 }
}

/** Whether `left` more units from `from` on can bring the weight. */
const canReach = (
  { form: { weights, quota }, keysOf }: Holding,
  { missing }: Search,
  from: number,
  left: number,
  sum: number,
): boolean => {
  let most = sum
  const ahead = new Uint8Array(weights.length)
  for (let unit = from; unit < keysOf.length; unit++)
    for (const place of keysOf[unit] ?? []) ahead[place] = (ahead[place] as number) + 1
  for (let place = 0; place < weights.length; place++) {
    const need = missing[place] as number
    if (need > 0 && need <= left && need <= (ahead[place] as number)) most += weights[place] ?? 0
  }
  return most >= quota
}

const extend = (holding: Holding, search: Search, from: number, left: number, sum: number): boolean => {
  const { form, keysOf } = holding
  if (sum >= form.quota) return true
  if (left === 0 || ++search.steps > MAX_STEPS || !canReach(holding, search, from, left, sum)) return false
  for (let unit = from; unit < keysOf.length; unit++) {
    let gained = 0
    for (const place of keysOf[unit] ?? []) {
      const missing = (search.missing[place] as number) - 1
      search.missing[place] = missing
      if (missing === 0) gained += form.weights[place] ?? 0
    }
    search.chosen.push(unit)
    if (extend(holding, search, unit + 1, left - 1, sum + gained)) return true
    search.chosen.pop()
    for (const place of keysOf[unit] ?? []) search.missing[place] = (search.missing[place] as number) + 1
  }
  return false
}

/** The fewest units whose keys bring the quota of the holding's game. */
export const smallestEvent = (holding: Holding, fall: Fall): SmallestEvent => {
  if (holding.single || holding.form.quota === 0) return ofSingles(holding)
  const search = searchOf(holding, fall)
  if (!canReach(holding, search, 0, holding.units.length, 0)) return { _tag: 'Never' }
  for (let count = 1; ; count++) {
    if (extend(holding, search, 0, count, 0))
      return { _tag: 'Found', units: search.chosen.map((unit) => holding.units[unit] ?? '') }
    if (search.steps > MAX_STEPS) return { _tag: 'GivenUp', tried: count - 1 }
  }
}
