/** What a check counts from file to file. */
import * as O from 'fp-ts/lib/Option.js'
// Not from the front door: reports of other commands are not loaded for this one.
import type { CheckedFile, CheckSummary, Result } from '../../../edge/report/check/check-report.js'
import { NOTHING_CHECKED, withFile } from '../../../edge/report/check/summary.js'
import type { BaselineEntry } from '../../../edge/source/baseline.js'
import { entryOf, inBaseline, type Baseline } from './baseline.js'

/** What one check keeps from file to file. */
export interface Tally {
  summary: CheckSummary
  readonly files: Set<string>
  /** Fingerprints that the baseline was needed for, with their entries. */
  readonly met: Map<string, BaselineEntry>
  /** Findings that were told, with their places: of a file that two others import they come twice. */
  readonly told: Set<string>
}

/** Before the first file. */
export const newTally = (): Tally => ({
  summary: NOTHING_CHECKED,
  files: new Set(),
  met: new Map(),
  told: new Set(),
})

const isNew = (tally: Tally, result: Result): boolean => {
  if (result._tag !== 'Finding' || O.isSome(result.suppressed)) return true
  const { file, position } = result.finding.place
  const key = JSON.stringify([result.fingerprint, file, position.line, position.column])
  const known = tally.told.has(key)
  tally.told.add(key)
  return !known
}

/** The file as it is told, counted. */
export const counted = (tally: Tally, baseline: O.Option<Baseline>, file: CheckedFile): CheckedFile => {
  const results = file.results
    .map(O.isSome(baseline) ? inBaseline(baseline.value) : (result) => result)
    .filter((result) => isNew(tally, result))
  for (const result of results)
    if (
      result._tag === 'Finding' &&
      O.isSome(result.suppressed) &&
      result.suppressed.value._tag === 'InBaseline'
    )
      tally.met.set(result.fingerprint, entryOf(result))
  const told = { ...file, results }
  tally.summary = withFile(tally.summary, told)
  for (const name of O.isSome(file.policy) ? file.policy.value.files : []) tally.files.add(name)
  return told
}
