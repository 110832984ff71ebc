/**
 * Which signatures of a list to keep: as much value as possible, so that every demand is met and either
 * each kept signature is needed, or each is at least used where it stands.
 *
 * By the closed form of a check: its signatures are walked kind by kind, hash(x) before ed25519 before
 * signed payloads, inside a kind in list order, until the needed weight is reached; what comes later is
 * not used by it.
 */

/** What the checks see of one signature. */
export interface Worth {
  /** Place of its kind in the walk. */
  readonly kind: number
  /** What it adds to each aim. */
  readonly weights: readonly number[]
  readonly value: number
  /** Whether it must be kept. */
  readonly isFixed: boolean
}

/** A weight to be reached, and what is reached without a signature. */
export interface Target {
  readonly needed: number
  readonly given: number
}

/** `needed`: nothing kept can be left out. `usable`: everything kept is used in the order of the list. */
export type KeepRule = 'needed' | 'usable'

/** Positions that are kept; not proved best where the search was cut short. */
export interface Kept {
  readonly kept: readonly number[]
  readonly isProved: boolean
}

/** More nodes are not worth it: twenty signatures of which none is like another are no real envelope. */
const NODES = 60_000

/** Whether a signature has a use among sums that do not contain it. */
const helps = ({ weights }: Worth, targets: readonly Target[], sums: readonly number[]): boolean =>
  weights.some((weight, at) => weight > 0 && (sums[at] as number) < (targets[at] as Target).needed)

const plus = (sums: readonly number[], weights: readonly number[]): readonly number[] =>
  sums.map((sum, at) => sum + (weights[at] as number))

const minus = (sums: readonly number[], weights: readonly number[]): readonly number[] =>
  sums.map((sum, at) => sum - (weights[at] as number))

const isMet = (targets: readonly Target[], sums: readonly number[]): boolean =>
  targets.every(({ needed }, at) => (sums[at] as number) >= needed)

/** Positions as the checks walk them. */
export const walkOrder = (worths: readonly Worth[]): readonly number[] =>
  [...worths.keys()].sort((a, b) => (worths[a] as Worth).kind - (worths[b] as Worth).kind || a - b)

/** Everything but what is not needed, the latest left out first: a start that always exists. */
const withoutSpare = (
  targets: readonly Target[],
  worths: readonly Worth[],
): readonly number[] | undefined => {
  let sums: readonly number[] = targets.map(({ given }) => given)
  for (const { weights } of worths) sums = plus(sums, weights)
  if (!isMet(targets, sums)) return undefined
  const kept: number[] = []
  for (const at of [...worths.keys()].reverse()) {
    const worth = worths[at] as Worth
    const without = minus(sums, worth.weights)
    if (!worth.isFixed && !helps(worth, targets, without)) sums = without
    else kept.unshift(at)
  }
  return kept
}

/**
 * How many can be kept at most: in each target, those that are needed there weigh less than it needs
 * together without the lightest of them; those that are used there, without the last.
 */
const mostKept = (rule: KeepRule, targets: readonly Target[], worths: readonly Worth[]): number =>
  targets.reduce((total, { needed, given }, at) => {
    const weights = worths
      .map((worth) => worth.weights[at] as number)
      .filter((weight) => weight > 0)
      .sort((a, b) => a - b)
    const counted = rule === 'needed' ? weights.slice(1) : weights
    let sum = given
    let count = 0
    for (const weight of counted) {
      if (sum + (rule === 'needed' ? weight : 0) >= needed) break
      sum += weight
      count++
    }
    return total + Math.min(weights.length, rule === 'needed' ? count + 1 : count)
  }, 0)

/** More value than this cannot be kept. */
const ceilingOf = (rule: KeepRule, targets: readonly Target[], worths: readonly Worth[]): number =>
  worths
    .map(({ value }) => value)
    .sort((a, b) => b - a)
    .slice(0, mostKept(rule, targets, worths))
    .reduce((sum, value) => sum + Math.max(0, value), 0)

/** Numbers that are equal for signatures that nothing but their place tells apart. */
const kindsOf = (worths: readonly Worth[]): readonly number[] => {
  const names = worths.map(({ kind, weights, value, isFixed }) => [kind, value, isFixed, ...weights].join())
  return names.map((name) => names.indexOf(name))
}

/**
 * The positions to keep, at most so many; none where no choice meets the targets. Of equal values the
 * earliest positions win.
 */
export const keep =
  (rule: KeepRule, targets: readonly Target[], most: number) =>
  (worths: readonly Worth[]): Kept | undefined => {
    const start = withoutSpare(targets, worths)
    if (start === undefined) return undefined
    const order = rule === 'needed' ? [...worths.keys()] : walkOrder(worths)
    const kinds = kindsOf(worths)
    const ceiling = ceilingOf(rule, targets, worths)
    let best = start.length <= most ? start : undefined
    let bestValue =
      best === undefined ? -Infinity : start.reduce((sum, at) => sum + (worths[at] as Worth).value, 0)
    let isFound = false
    let nodes = 0

    // What the positions from here on can add, to each target and in value.
    const reach: (readonly number[])[] = []
    const gain: number[] = []
    reach[order.length] = targets.map(() => 0)
    gain[order.length] = 0
    for (let i = order.length - 1; i >= 0; i--) {
      const { weights, value, isFixed } = worths[order[i] as number] as Worth
      reach[i] = plus(reach[i + 1] as readonly number[], weights)
      gain[i] = (gain[i + 1] as number) + (isFixed ? value : Math.max(0, value))
    }

    const areNeeded = (kept: readonly number[], sums: readonly number[]): boolean =>
      kept.every((at) => {
        const worth = worths[at] as Worth
        return worth.isFixed || helps(worth, targets, minus(sums, worth.weights))
      })

    const isHopeless = (
      i: number,
      kept: readonly number[],
      sums: readonly number[],
      value: number,
    ): boolean => {
      if (++nodes > NODES || kept.length > most || (isFound && bestValue >= ceiling)) return true
      // The start may be found again, earlier: what equals it replaces it once.
      const limit = value + (gain[i] as number)
      if (limit < bestValue || (limit === bestValue && isFound)) return true
      if (!isMet(targets, plus(sums, reach[i] as readonly number[]))) return true
      return rule === 'needed' && !areNeeded(kept, sums)
    }

    const visit = (
      i: number,
      kept: readonly number[],
      sums: readonly number[],
      value: number,
      left: ReadonlySet<number>,
    ): void => {
      if (isHopeless(i, kept, sums, value)) return
      if (i === order.length) {
        best = [...kept].sort((a, b) => a - b)
        bestValue = value
        isFound = true
        return
      }
      const at = order[i] as number
      const worth = worths[at] as Worth
      const kind = kinds[at] as number
      // Where the order does not matter, the earlier of equals goes first.
      const mayKeep = rule === 'needed' ? !left.has(kind) : helps(worth, targets, sums)
      if (worth.isFixed || mayKeep)
        visit(i + 1, [...kept, at], plus(sums, worth.weights), value + worth.value, left)
      if (!worth.isFixed) visit(i + 1, kept, sums, value, new Set([...left, kind]))
    }
    visit(
      0,
      [],
      targets.map(({ given }) => given),
      0,
      new Set(),
    )
    return best === undefined ? undefined : { kept: best, isProved: nodes <= NODES || bestValue >= ceiling }
  }
