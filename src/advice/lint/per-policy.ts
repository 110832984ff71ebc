/** Rules that look at the policy as a whole: its names, its promises, its files. */
import * as O from 'fp-ts/lib/Option.js'
import type { Place } from '../policy/index.js'
import type { Finding, Severity } from './finding.js'
import type { LintInput } from './lint-input.js'
import type { Found } from './per-account.js'

/** What is found; on an account, where it is about one. */
export interface FoundInPolicy extends Found {
  readonly account?: string
}

/** The check of a rule that asks the policy once. */
export const perPolicy =
  (rule: string, severity: Severity, find: (input: LintInput) => readonly FoundInPolicy[]) =>
  (input: LintInput): readonly Finding[] =>
    find(input).map((found): Finding => ({
      rule,
      severity: found.severity ?? severity,
      account: O.fromNullable(found.account),
      place: found.place,
      says: found.says,
      help: found.help,
      exhibits: found.exhibits ?? [],
      related: found.related ?? [],
      evidence: found.evidence,
      fix: found.fix ?? O.none,
    }))

/** The beginning of the file that was named, for what stands nowhere in it. */
export const topOf = ({ policy }: LintInput): Place => ({
  file: policy.files[0] ?? '',
  position: { line: 1, column: 1 },
  path: [],
})
