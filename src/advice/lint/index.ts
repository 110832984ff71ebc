/** Lint: what is wrong with a configuration, without anybody having promised anything. */
export { SEVERITIES, type Edit, type Finding, type Fix, type Severity } from './finding.js'
export type { LintInput } from './lint-input.js'
export type { LintRule, ReadingRule, Rule, RuleExample, RuleNumber } from './rule.js'
