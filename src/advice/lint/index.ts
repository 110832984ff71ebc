/** Lint: what is wrong with a configuration, without anybody having promised anything. */
export { SEVERITIES, type Edit, type Finding, type Fix, type Severity } from './finding.js'
export { fingerprintOf } from './fingerprint.js'
export type { LintInput } from './lint-input.js'
export { lint } from './lint.js'
export type { ExampleGiven, LintRule, ReadingRule, Rule, RuleExample, RuleNumber } from './rule.js'
export { RULES } from './rules/index.js'
export { isNoLooser, isSameRule } from './same-rule.js'
export { STALE_IGNORE, staleIgnores, suppress, type Judged, type Suppressed } from './suppress.js'
