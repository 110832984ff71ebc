/** Everything that `check` has to tell: what was read, what was found, what was promised and tried. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Finding, Severity } from '../../../advice/lint/index.js'
import type { Asserted, Day, Policy, Tested } from '../../../advice/policy/index.js'
import type { Failure } from '../../../kernel/model/index.js'

/** Why a finding does not count. */
export type Suppression =
  | { readonly _tag: 'Ignored'; readonly reason: string; readonly until: O.Option<Day> }
  | { readonly _tag: 'InBaseline'; readonly file: string }

/** One line of the answer. */
export type Result =
  | {
      readonly _tag: 'Finding'
      readonly finding: Finding
      /** The same tomorrow and after lines have moved. */
      readonly fingerprint: string
      readonly suppressed: O.Option<Suppression>
    }
  | { readonly _tag: 'Asserted'; readonly policy: Policy; readonly asserted: Asserted }
  | { readonly _tag: 'Tested'; readonly tested: Tested }
  /** A file that could not be read; the subject of the failure names it. */
  | { readonly _tag: 'Unreadable'; readonly failure: Failure }

/** One file with what it imports, and all that there is to say of it. */
export interface CheckedFile {
  readonly file: string
  /** The digest of the policy, in hexadecimal; none where it could not be read. */
  readonly digest: O.Option<string>
  /** None where it could not be read. */
  readonly policy: O.Option<Policy>
  readonly accounts: number
  /** In the order in which they are told. */
  readonly results: readonly Result[]
}

/** What is counted, over all files. */
export interface CheckSummary {
  readonly files: number
  readonly accounts: number
  readonly unreadable: number
  readonly errors: number
  readonly warnings: number
  readonly notes: number
  readonly suppressed: number
  readonly holds: number
  readonly violated: number
  readonly vacuous: number
  readonly unknown: number
  readonly testsPassed: number
  readonly testsFailed: number
  readonly testsUnknown: number
}

/** How it ends; the exit code is that of the outcome. */
export type CheckOutcome = 'clean' | 'no' | 'bad-input' | 'undecided'

/** What a reporter is told once, before the first file. */
export interface CheckHead {
  readonly version: string
  readonly today: Day
  /** From which severity on a finding ends the check with 1. */
  readonly failOn: Severity
}

/** What a reporter is told last. */
export interface CheckEnd {
  readonly summary: CheckSummary
  readonly outcome: CheckOutcome
}

/**
 * A format: it is told the head, then every file as soon as it is checked, then the end, and gives text
 * each time. A format that needs everything at once gives it at the end.
 */
export interface CheckReporter {
  readonly head: (head: CheckHead) => string
  readonly file: (file: CheckedFile) => string
  readonly end: (end: CheckEnd) => string
}
