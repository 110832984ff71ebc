/**
 * The name that somebody probably meant: the nearest by edits, where it is near enough.
 *
 * Edits are insertions, deletions, replacements and swaps of neighbours ("optimal string alignment").
 */
import * as O from 'fp-ts/lib/Option.js'

/** Longer names get no suggestion; the cost of comparing grows with the product of the lengths. */
const LONGEST = 64

/** How many edits separate two names; more than `limit` is answered as `limit + 1`. */
const editsBetween = (limit: number, a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(replaced, (last[j] as number) + 1, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length] as number
}

/** One edit in a name of up to 5 characters, two up to 8, three in longer ones. */
const limitFor = (name: string): number => (name.length <= 5 ? 1 : name.length <= 8 ? 2 : 3)

/**
 * The nearest of some names, the first of equally near ones; none where all are too far.
 *
 * @example
 * nearestName(['thresholds', 'signers'])('treshold') // some('thresholds')
 */
export const nearestName =
  (names: Iterable<string>) =>
  (name: string): O.Option<string> => {
    if (name === '' || name.length > LONGEST) return O.none
    const lower = name.toLowerCase()
    let nearest: O.Option<string> = O.none
    let limit = limitFor(lower)
    for (const candidate of names) {
      const edits = editsBetween(limit, lower, candidate.toLowerCase())
      if (edits > limit) continue
      if (edits === 0) return O.some(candidate)
      nearest = O.some(candidate)
      limit = edits - 1
    }
    return nearest
  }

/** The suggestion as the start of a help text: "did you mean `signers`? "; empty where there is none. */
export const didYouMean =
  (names: Iterable<string>) =>
  (name: string): string => {
    const nearest = nearestName(names)(name)
    return O.isSome(nearest) ? `did you mean \`${nearest.value}\`? ` : ''
  }
