/** Running rules over a policy. */
import type { Finding } from './finding.js'
import type { LintInput } from './lint-input.js'
import type { Rule } from './rule.js'

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Findings in the order in which they are told: by file as the policy names them, by place, by rule. */
export const inOrder =
  (files: readonly string[]) =>
  (findings: readonly Finding[]): readonly Finding[] => {
    const rank = (file: string): number => {
      const at = files.indexOf(file)
      return at < 0 ? files.length : at
    }
    return findings.toSorted(
      (a, b) =>
        rank(a.place.file) - rank(b.place.file) ||
        compareTexts(a.place.file, b.place.file) ||
        a.place.position.line - b.place.position.line ||
        a.place.position.column - b.place.position.column ||
        compareTexts(a.rule, b.rule) ||
        compareTexts(a.says, b.says),
    )
  }

/**
 * What rules find in a policy. Rules that the reader keeps find nothing: a policy that breaks one of them
 * is not here.
 */
export const lint =
  (rules: readonly Rule[]) =>
  (input: LintInput): readonly Finding[] =>
    inOrder(input.policy.files)(rules.flatMap((rule) => (rule._tag === 'Lint' ? rule.check(input) : [])))
