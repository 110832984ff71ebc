/** Rules that look at one account at a time. */
import * as O from 'fp-ts/lib/Option.js'
import type { Exhibit, Place } from '../policy/index.js'
import type { Finding, Fix, Severity } from './finding.js'
import type { LintInput } from './lint-input.js'
import { subjectsOf, type Subject } from './subject.js'

/** What is found on an account; what a finding has beside it is known from the rule and the account. */
export interface Found {
  readonly place: Place
  readonly says: string
  readonly help: string
  readonly evidence: readonly string[]
  readonly exhibits?: readonly Exhibit[]
  readonly related?: Finding['related']
  readonly fix?: O.Option<Fix>
  /** Where it is less bad than the worst that the rule finds. */
  readonly severity?: Severity
}

/** The check of a rule that asks every account the same. */
export const perAccount =
  (rule: string, severity: Severity, find: (subject: Subject) => readonly Found[]) =>
  (input: LintInput): readonly Finding[] =>
    subjectsOf(input).flatMap((subject) =>
      find(subject).map((found): Finding => ({
        rule,
        severity: found.severity ?? severity,
        account: O.some(subject.account.name),
        place: found.place,
        says: found.says,
        help: found.help,
        exhibits: found.exhibits ?? [],
        related: found.related ?? [],
        evidence: found.evidence,
        fix: found.fix ?? O.none,
      })),
    )

/** One finding, where there is something to be said. */
export const when = (isSo: boolean, found: () => Found): readonly Found[] => (isSo ? [found()] : [])
