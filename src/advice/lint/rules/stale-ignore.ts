/** `stale-ignore`: something is tolerated that is not there any more, or not so long. */
import { exampleFile } from '../example-file.js'
import type { LintRule } from '../rule.js'

const FILE = exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] })

export const staleIgnore: LintRule = {
  _tag: 'Lint',
  id: 'stale-ignore',
  severity: 'error',
  summary: 'an ignore has expired, or nothing is found that it would suppress',
  rationale:
    'What is ignored is a debt with a reason and a day. One that suppresses nothing today suppresses tomorrow what nobody thought of; one that has expired was to be paid.',
  decidedBy:
    'Every finding of the rule on these accounts is compared with every ignore, after all other rules: one that suppresses nothing, or whose `until` is before today, is stale.',
  source: 'own; SARIF knows suppressions, and none that expire',
  numbers: {},
  examples: [
    {
      says: 'the key was removed long ago',
      policy: `${FILE}ignore:\n  - { rule: dummy-signer, on: vault, reason: "dora stays until the audit" }\n`,
      finds: ['dummy-signer'],
      fixed: FILE,
    },
    { says: 'nothing is ignored', policy: FILE, finds: [] },
  ],
  // What is suppressed is known only when every other rule has spoken: whoever suppresses reports these.
  check: () => [],
}
