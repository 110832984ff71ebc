/** Numbers, lists and types as words. Positions are counted from 0 in data and from 1 in texts. */
import type { Operation, ThresholdLevel } from '../../kernel/model/index.js'

/** `1 signature`, `3 signatures`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`

/** Positions from 0 as people count: `1-3, 5`. Sorted and without repetition on the way in. */
export const ranges = (positions: readonly number[]): string => {
  const runs: { from: number; to: number }[] = []
  for (const position of positions) {
    const run = runs.at(-1)
    if (run?.to === position - 1) run.to = position
    else runs.push({ from: position, to: position })
  }
  return runs
    .map(({ from, to }) =>
      from === to ? String(from + 1) : `${String(from + 1)}${to === from + 1 ? ', ' : '-'}${String(to + 1)}`,
    )
    .join(', ')
}

/** `signature 2`, `signatures 1-3, 5`. */
export const numbered = (noun: string, positions: readonly number[]): string =>
  `${noun}${positions.length === 1 ? '' : 's'} ${ranges(positions)}`

/** `a`, `a and b`, `a, b and c`. */
export const joined = (names: readonly string[], word = 'and'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`

/** `SetTrustLineFlags` as `set trust line flags`. */
export const operationWords = ({ _tag }: Pick<Operation, '_tag'>): string =>
  _tag === 'ExtendFootprintTTL'
    ? 'extend footprint TTL'
    : _tag.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()

/** `Medium` as `medium`. */
export const levelWord = (level: ThresholdLevel): 'low' | 'medium' | 'high' => {
  switch (level) {
    case 'Low':
      return 'low'
    case 'Medium':
      return 'medium'
    case 'High':
      return 'high'
  }
}

/** A tag as JSON spells it: `NotReached` as `not-reached`, `PreAuthTx` as `pre-auth-tx`. */
export const kebab = (tag: string): string => tag.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
