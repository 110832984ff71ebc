/** The pages of the documentation that say what a rule or a claim means. */
import type { Rule } from '../../../advice/lint/index.js'

/** What is found of a baseline, and of no policy at all, is in no catalogue: the page of the command tells. */
const OF_THE_COMMAND: readonly string[] = ['stale-baseline', 'account-gone']

/** The page of a rule. */
export const rulePage = (rule: string): string =>
  OF_THE_COMMAND.includes(rule) ? 'docs/cli/check.md' : `docs/rules/${rule}.md`

/** The command that says what a rule means: who reads a page of a terminal may have no other. */
export const ruleCommand = (rule: string): string =>
  OF_THE_COMMAND.includes(rule) ? 'quorate check --help' : `quorate explain ${rule}`

/** The command that says what a form of claims means. */
export const claimCommand = (form: string): string => `quorate explain ${form}`

/** The page of a form of claims. */
export const claimPage = (form: string): string => `docs/claims/${form}.md`

/** The rule that the reader keeps with a failure, where there is one. */
export const readingRuleOf = (rules: readonly Rule[], code: string): Rule | undefined =>
  rules.find((rule) => rule._tag === 'Reading' && rule.codes.includes(code))
