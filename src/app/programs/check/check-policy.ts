/** Everything that there is to say of one policy. Pure: what had to be read was read before. */
import * as O from 'fp-ts/lib/Option.js'
import {
  fingerprintOf,
  lint,
  STALE_IGNORE,
  staleIgnores,
  suppress,
  type Finding,
  type LintInput,
  type Rule,
  type Suppressed,
} from '../../../advice/lint/index.js'
import {
  decide,
  digestOf,
  recheckAll,
  recheckRemedies,
  runAssertions,
  runTests,
  withRemedies,
  type Asserted,
  type Policy,
  type Recorded,
} from '../../../advice/policy/index.js'
import type { CheckedFile, Result } from '../../../edge/report/index.js'
import type { Failure } from '../../../kernel/model/index.js'

/** A policy, and what it is checked with. */
export interface PolicyInput {
  /** The file that was named. */
  readonly file: string
  readonly policy: Policy
  /** The same with the promises that are asked for from outside. */
  readonly promised: Policy
  readonly base: O.Option<Policy>
  readonly recorded: Recorded
  /** What rules look at beside the policy. */
  readonly surroundings: Omit<LintInput, 'policy' | 'asserted'>
  readonly rules: readonly Rule[]
  /** Whether a rule is asked, by its id. */
  readonly isAsked: (rule: string) => boolean
  /** Because of which nothing can be relied on: an account that two files define. */
  readonly failures: readonly Failure[]
}

const findingResult =
  (policy: Policy) =>
  (finding: Finding, ignored: Suppressed['judged'][number]['ignored']): Result => ({
    _tag: 'Finding',
    finding,
    fingerprint: fingerprintOf(finding, (name) => policy.accounts.get(name)?.account.id),
    suppressed: O.isSome(ignored)
      ? O.some({ _tag: 'Ignored', reason: ignored.value.reason, until: ignored.value.until })
      : O.none,
  })

/** Rules look at what the file promises: its own lines can be changed, and nothing else. */
const isOf = (policy: Policy): ((one: Asserted) => boolean) => {
  const own = new Set(policy.assertions)
  return ({ assertion }) => own.has(assertion)
}

const findings = (
  { policy, rules, surroundings, isAsked }: PolicyInput,
  asserted: readonly Asserted[],
): readonly Result[] => {
  const { judged, used } = suppress(
    policy,
    surroundings.today,
  )(lint(rules)({ ...surroundings, policy, asserted: asserted.filter(isOf(policy)) }))
  const stale = isAsked(STALE_IGNORE) ? staleIgnores(policy, surroundings.today, used, isAsked) : []
  const tell = findingResult(policy)
  return [
    ...judged.map(({ finding, ignored }) => tell(finding, ignored)),
    ...stale.map((finding) => tell(finding, O.none)),
  ]
}

/** What counts as found in a policy that is being changed: what is not ignored, stale ignores among it. */
export const countedFindings =
  (input: PolicyInput, isKnown: (fingerprint: string) => boolean) =>
  (policy: Policy): readonly Finding[] =>
    findings({ ...input, policy }, runAssertions(policy, input.base)).flatMap((result) =>
      result._tag === 'Finding' && O.isNone(result.suppressed) && !isKnown(result.fingerprint)
        ? [result.finding]
        : [],
    )

/** Promises first, then tests, then what rules found. */
export const checkPolicy = (input: PolicyInput): CheckedFile => {
  const { file, policy, promised, base, recorded, failures } = input
  const answered = recheckAll(promised, base)(runAssertions(promised, base))
  // What could be done is checked once more as well, before anybody reads it.
  const asserted = recheckRemedies(decide)(promised, base)(withRemedies(promised, base)(answered))
  const results: readonly Result[] = [
    ...failures.map((one): Result => ({ _tag: 'Unreadable', failure: one })),
    ...asserted.map((one): Result => ({ _tag: 'Asserted', policy: promised, asserted: one })),
    ...runTests(policy, recorded).map((tested): Result => ({ _tag: 'Tested', tested })),
    ...findings(input, asserted),
  ]
  return {
    file,
    digest: O.some(digestOf(policy)),
    policy: O.some(policy),
    accounts: policy.accounts.size,
    results,
  }
}

/** A file that could not be read: nothing is said of it but why. */
export const unreadableFile = (file: string, failures: readonly Failure[]): CheckedFile => ({
  file,
  digest: O.none,
  policy: O.none,
  accounts: 0,
  results: failures.map((one): Result => ({ _tag: 'Unreadable', failure: one })),
})
