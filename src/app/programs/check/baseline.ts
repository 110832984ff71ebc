/** Findings that were there before: which count no more, and which entries of the list count no more. */
import * as O from 'fp-ts/lib/Option.js'
import type { Finding } from '../../../advice/lint/index.js'
import type { Result } from '../../../edge/report/index.js'
import type { BaselineEntry, ReadBaselineEntry } from '../../../edge/source/index.js'
import { ACCOUNT_GONE } from './gone.js'

/** The id under which an entry that matches nothing is told. */
export const STALE_BASELINE = 'stale-baseline'

/** Rules that speak of what is known and tolerated; nothing may tolerate them in turn. */
const NEVER_IN_BASELINE: readonly string[] = [STALE_BASELINE, 'stale-ignore']

/** A baseline, and which of its entries a finding was met for. */
export interface Baseline {
  readonly file: string
  readonly entries: readonly ReadBaselineEntry[]
  readonly has: (fingerprint: string) => boolean
}

/** A baseline that was read. */
export const baselineOf = (file: string, entries: readonly ReadBaselineEntry[]): Baseline => {
  const known = new Set(entries.map(({ fingerprint }) => fingerprint))
  return { file, entries, has: (fingerprint) => known.has(fingerprint) }
}

type FindingResult = Extract<Result, { readonly _tag: 'Finding' }>

/** Whether a finding may stand in a baseline at all. */
export const mayStand = ({ rule }: Finding): boolean => !NEVER_IN_BASELINE.includes(rule)

/** The entry of a finding. */
export const entryOf = ({ finding, fingerprint }: FindingResult): BaselineEntry => ({
  fingerprint,
  rule: finding.rule,
  account: finding.account,
  file: finding.place.file,
})

/** A finding that the baseline has does not count. What is ignored stays ignored, and is not met. */
export const inBaseline =
  ({ file, has }: Baseline) =>
  (result: Result): Result =>
    result._tag === 'Finding' &&
    O.isNone(result.suppressed) &&
    mayStand(result.finding) &&
    has(result.fingerprint)
      ? { ...result, suppressed: O.some({ _tag: 'InBaseline', file }) }
      : result

/** What this run can say of entries: which rules were asked, of which files. */
export interface Covered {
  readonly rules: (rule: string) => boolean
  /** Whether findings of the file would have been seen: it was checked, or it is no longer there. */
  readonly files: (file: string) => boolean
  /** Fingerprints of findings that the baseline was needed for. */
  readonly met: ReadonlySet<string>
  /** Whether an account that was gone, by its fingerprint, is checked now. */
  readonly isBack: (fingerprint: string) => boolean
}

/**
 * Entries that match nothing any more, as far as this run can say. An account that is gone is missed once
 * only, by the change that takes it out: its entry stays as long as the account does not come back.
 */
export const staleEntries = (
  { entries }: Baseline,
  { rules, files, met, isBack }: Covered,
): readonly ReadBaselineEntry[] =>
  entries.filter(({ fingerprint, rule, file }) =>
    rule === ACCOUNT_GONE ? isBack(fingerprint) : !met.has(fingerprint) && rules(rule) && files(file),
  )

const staleText = ({ rule, account, file }: ReadBaselineEntry): string =>
  rule === ACCOUNT_GONE
    ? `The baseline lists an account of ${file} that was given up, and it is checked again: as a new one, with nothing to be compared with.`
    : `The baseline lists a finding of \`${rule}\`${O.isSome(account) ? ` on ${account.value}` : ''} in ${file} that is no longer found.`

/** A stale entry as a finding at its place in the baseline. */
export const staleResult =
  (file: string) =>
  (entry: ReadBaselineEntry): Result => ({
    _tag: 'Finding',
    fingerprint: `${STALE_BASELINE}/${entry.fingerprint}`,
    suppressed: O.none,
    finding: {
      rule: STALE_BASELINE,
      severity: 'error',
      account: O.none,
      place: { file, position: entry.position, path: ['baseline'] },
      says: staleText(entry),
      help: 'shorten the list with `--prune-baseline`, so that the finding counts when it comes back',
      exhibits: [],
      related: [],
      evidence: [entry.fingerprint],
      fix: O.none,
    },
  })
