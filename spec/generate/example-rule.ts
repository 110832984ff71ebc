/** The examples of rules, tried: the file as it stands on the page, what is found, and what is left of it. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  lint,
  RULES,
  STALE_IGNORE,
  staleIgnores,
  suppress,
  type Edit,
  type Finding,
  type LintInput,
  type Rule,
  type RuleExample,
} from '../../src/advice/lint/index.js'
import { applyEdits, readPolicy } from '../../src/edge/source/index.js'
import { catalogueOf } from '../../src/edge/report/index.js'
import { findingLines } from '../../src/edge/report/check/text/finding.js'
import { renderLines, unpainted } from '../../src/edge/report/styled.js'
import { lintInputOf } from '../support/build/lint-input.js'
import { policyText } from '../support/build/policy.js'

/** The name of the file of all examples. */
export const EXAMPLE_FILE = 'vault.quorate.yaml'

/** An example with what came of it. */
export interface TriedExample {
  /** The file, with keys. */
  readonly text: string
  /** None where the reader refuses the file. */
  readonly input: O.Option<LintInput>
  readonly findings: readonly Finding[]
  /** What is said, finding by finding or failure by failure. */
  readonly says: readonly string[]
  /** Codes of the failures of the reader. */
  readonly codes: readonly string[]
  /** All findings as the command prints them. */
  readonly told: string
}

/** Findings of one rule. Of ignores is known only what all others found. */
const findingsOf = ({ id }: Rule, input: LintInput): readonly Finding[] => {
  if (id !== STALE_IGNORE) return lint(RULES.filter((rule) => rule.id === id))(input)
  const { used } = suppress(input.policy, input.today)(lint(RULES)(input))
  return staleIgnores(input.policy, input.today, used)
}

/** What a rule finds in the text of an example. */
export const tryText = (rule: Rule, text: string, given: RuleExample['given']): TriedExample => {
  const read = readPolicy(text, EXAMPLE_FILE)
  if (E.isLeft(read))
    return {
      text,
      input: O.none,
      findings: [],
      says: read.left.map(({ message }) => message),
      codes: read.left.map(({ code }) => code),
      told: read.left
        .map(({ code, message, help }) => {
          const after = O.isSome(help) ? `\n  help: ${help.value}` : ''
          return `error[${code}]: ${message}${after}\n  see: quorate explain ${rule.id}`
        })
        .join('\n\n'),
    }
  const input = lintInputOf(read.right, given)
  const findings = findingsOf(rule, input)
  const page = { width: 100, verbose: false, says: catalogueOf(RULES).says }
  return {
    text,
    input: O.some(input),
    findings,
    says: findings.map(({ says }) => says),
    codes: [],
    told: findings
      .map((finding) =>
        renderLines(unpainted)(findingLines(page, O.some(read.right), finding, O.none)).trimEnd(),
      )
      .join('\n\n'),
  }
}

/** What a rule finds in an example of its own. */
export const tryExample = (rule: Rule, { policy, given }: RuleExample): TriedExample =>
  tryText(rule, policyText(policy), given)

/** Edits that `--fix` makes; with `only`, those of one effect. */
export const editsOf = (findings: readonly Finding[], only?: 'equivalent'): readonly Edit[] =>
  findings.flatMap(({ fix }) =>
    O.isSome(fix) && fix.value.effect !== 'suggested' && (only === undefined || fix.value.effect === only)
      ? fix.value.edits
      : [],
  )

/** A text after edits that must be possible. */
export const edited = (text: string, edits: readonly Edit[]): string => {
  const after = applyEdits(text)(edits)
  if (E.isLeft(after)) throw new Error(after.left.message)
  return after.right
}
