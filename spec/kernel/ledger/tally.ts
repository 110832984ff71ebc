/** What a comparison with a file came to: nothing is left out unnamed, and fewer rows would show. */
import { expect } from 'chai'
import { loadVectors } from '../../support/vectors.js'
import { caseOf, type Case } from './recorded-comparison.js'
import type { RecordedRow } from './recorded-row.js'

/** Rows that agree, by kind; rows left out, by reason. */
export interface Tally {
  readonly agreed: Readonly<Record<string, number>>
  readonly excluded: Readonly<Record<string, number>>
}

export interface Comparison {
  readonly differences: (one: Case) => readonly string[]
  /** A reason, where a row is not compared. */
  readonly exclude?: (one: Case) => string | undefined
  readonly kind?: (one: Case) => string
}

/** Protocol 19 is the newest recorded. */
const age = ({ row }: Case): string => (row.protocol === 19 ? 'at 19' : 'before 19')

/** Compares every row of a file that is not excluded; a difference fails at once, and says where. */
export const compareAll = (
  file: 'core-state' | 'core-verdicts',
  { differences, exclude, kind }: Comparison,
): Tally => {
  const excluded: Record<string, number> = {}
  const agreed: Record<string, number> = {}
  for (const row of loadVectors<RecordedRow>(file)) {
    const one = caseOf(row)
    const reason = exclude?.(one)
    if (reason !== undefined) {
      excluded[reason] = (excluded[reason] ?? 0) + 1
      continue
    }
    const found = differences(one)
    if (found.length > 0) expect.fail(`${row.id}, protocol ${row.protocol}: ${found.join('\n')}`)
    const label = [...(kind === undefined ? [] : [kind(one)]), age(one)].join(' ')
    agreed[label] = (agreed[label] ?? 0) + 1
  }
  return { agreed, excluded }
}
