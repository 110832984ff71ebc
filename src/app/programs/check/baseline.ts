/** Findings that were there before: which count no more, and which entries of the list count no more. */
import * as O from 'fp-ts/lib/Option.js'
import type { Finding } from '../../../advice/lint/index.js'
import type { Result } from '../../../edge/report/index.js'
import type { BaselineEntry, ReadBaselineEntry } from '../../../edge/source/index.js'

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
}

/** Entries that match nothing any more, as far as this run can say. */
export const staleEntries = (
  { entries }: Baseline,
  { rules, files, met }: Covered,
): readonly ReadBaselineEntry[] =>
  entries.filter(({ fingerprint, rule, file }) => !met.has(fingerprint) && rules(rule) && files(file))

/** A stale entry as a finding at its place in the baseline. */
export const staleResult =
  (file: string) =>
  ({ fingerprint, rule, account, file: of, position }: ReadBaselineEntry): Result => ({
    _tag: 'Finding',
    fingerprint: `${STALE_BASELINE}/${fingerprint}`,
    suppressed: O.none,
    finding: {
      rule: STALE_BASELINE,
      severity: 'error',
      account: O.none,
      place: { file, position, path: ['baseline'] },
      says: `The baseline lists a finding of \`${rule}\`${O.isSome(account) ? ` on ${account.value}` : ''} in ${of} that is no longer found.`,
      help: 'shorten the list with `--prune-baseline`, so that the finding counts when it comes back',
      exhibits: [],
      related: [],
      evidence: [fingerprint],
      fix: O.none,
    },
  })
