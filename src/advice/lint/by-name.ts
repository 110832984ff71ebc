/** Keys in the order of the names that people have for them: the ledger's order says nothing to people. */
import { nameOf } from '../policy/index.js'
import type { LintInput } from './lint-input.js'

/** Keys sorted by name. */
export const byName =
  ({ policy }: LintInput) =>
  (keys: readonly string[]): readonly string[] =>
    keys.toSorted((a, b) => (nameOf(policy, a) < nameOf(policy, b) ? -1 : 1))
