/** `key-rotation`: a key is older than keys are meant to become. */
import * as O from 'fp-ts/lib/Option.js'
import { isOlderThan } from '../calendar.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, type FoundInPolicy } from '../per-policy.js'
import { numberOf } from '../rule-number.js'
import type { LintRule, RuleNumber } from '../rule.js'
import { hasWeight } from '../usable.js'

const [id, severity] = ['key-rotation', 'note'] as const

const months: RuleNumber = {
  summary: 'months after which a key is to be replaced',
  standard: 24,
  least: 1,
  most: 1200,
}

const find = (input: LintInput): readonly FoundInPolicy[] => {
  const most = numberOf(input, id, 'months', months)
  return [...input.policy.keys.values()].flatMap(({ alias, key, added, place }): readonly FoundInPolicy[] =>
    O.isSome(added) && isOlderThan(added.value, most, input.today) && hasWeight(input, key.strkey)
      ? [
          {
            place,
            says: `${alias} was made on ${added.value}, ${most} months ago or more.`,
            help: 'replace it by a new key, or set `rules: { key-rotation: { months: … } }`',
            evidence: [key.strkey],
          },
        ]
      : [],
  )
}

const file = (added: string): string =>
  exampleFile({ signers: { anna: 1 }, thresholds: [1, 1, 1], about: { anna: `added: ${added}` } })

export const keyRotation: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a key is older than the months after which keys are replaced',
  rationale:
    'The longer a key exists, the more machines, copies and people have met it. Replacing keys in time is also the rehearsal for the day on which one has to be replaced.',
  decidedBy:
    '`added` plus the months is not after today; only keys that have weight on an account of the policy.',
  source: 'NIST SP 800-57 part 1, section 5.3: cryptoperiods',
  numbers: { months },
  examples: [
    { says: 'a key of 2001', policy: file('2001-02-03'), finds: ['anna was made on 2001-02-03'] },
    { says: 'a key of tomorrow', policy: file('9998-02-03'), finds: [] },
  ],
  check: perPolicy(id, severity, find),
}
