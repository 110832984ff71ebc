/** `unused-name`: a name that nothing refers to. */
import * as O from 'fp-ts/lib/Option.js'
import type { Place } from '../../policy/index.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, type FoundInPolicy } from '../per-policy.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['unused-name', 'warning'] as const

interface Named {
  readonly kind: 'key' | 'group'
  readonly name: string
  readonly place: Place
}

const namesOf = ({ policy: { keys, groups } }: LintInput): readonly Named[] => [
  ...[...keys.values()].map(({ alias, place }) => ({ kind: 'key', name: alias, place }) as const),
  ...[...groups.values()].map(({ name, place }) => ({ kind: 'group', name, place }) as const),
]

const find = (input: LintInput): readonly FoundInPolicy[] => {
  const { files, used, accounts } = input.policy
  // A file of keys is there for others to import, and so is what a file imports.
  if (accounts.size === 0) return []
  return namesOf(input)
    .filter(({ name, place }) => place.file === files[0] && !used.has(name))
    .map(({ kind, name, place }): FoundInPolicy => ({
      place,
      says: `Nothing uses the ${kind} ${name}.`,
      help: `remove it, or use it: a ${kind} that was forgotten in an account is found here`,
      evidence: [kind, name],
      fix: O.some({
        says: `remove the ${kind} ${name}`,
        effect: 'equivalent',
        edits: [{ file: place.file, path: place.path, _tag: 'Remove' }],
      }),
    }))
}

const lines = exampleFile({ signers: { anna: 1, bruno: 1 }, thresholds: [2, 2, 2] })

export const unusedName: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a key or a group that nothing in the policy uses',
  rationale:
    'A name that nothing uses is a leftover, or somebody who was meant to be a signer and was forgotten. Readers take the list of keys for the list of people with a say.',
  decidedBy:
    'No account, group in use, claim or test refers to the name. Only names of the file that is checked: what it imports may be used by others.',
  source: 'own',
  numbers: {},
  examples: [
    {
      says: 'carla was forgotten',
      policy: lines.replace('accounts:', '  # The newest of us.\n  carla: {carla}\naccounts:'),
      finds: ['Nothing uses the key carla'],
      fixed: lines.replace('accounts:', '  # The newest of us.\naccounts:'),
    },
    { says: 'every key has a use', policy: lines, finds: [] },
  ],
  check: perPolicy(id, severity, find),
}
