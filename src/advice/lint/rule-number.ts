/** Numbers of rules: as the policy sets them under `rules`, or as they are where it does not. */
import type { LintInput } from './lint-input.js'
import type { RuleNumber } from './rule.js'

/** The number of a rule by its name. */
export const numberOf = (
  { policy }: LintInput,
  rule: string,
  name: string,
  { standard }: RuleNumber,
): number => policy.options.find((options) => options.rule === rule)?.numbers.get(name) ?? standard
