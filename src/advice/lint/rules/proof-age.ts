/** `proof-age`: that somebody had the key is long ago. */
import * as O from 'fp-ts/lib/Option.js'
import { isOlderThan } from '../calendar.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, type FoundInPolicy } from '../per-policy.js'
import { exampleFile } from '../example-file.js'
import { numberOf } from '../rule-number.js'
import type { LintRule, RuleNumber } from '../rule.js'
import { hasWeight } from '../usable.js'

const [id, severity] = ['proof-age', 'note'] as const

const months: RuleNumber = {
  summary: 'months after which a proof is to be renewed',
  standard: 12,
  least: 1,
  most: 1200,
}

const find = (input: LintInput): readonly FoundInPolicy[] => {
  const most = numberOf(input, id, 'months', months)
  return [...input.policy.keys.values()].flatMap(({ alias, key, proof, place }): readonly FoundInPolicy[] =>
    O.isSome(proof) && isOlderThan(proof.value.on, most, input.today) && hasWeight(input, key.strkey)
      ? [
          {
            place,
            says: `${alias} was last seen to sign on ${proof.value.on}, ${most} months ago or more.`,
            help: 'let its holder sign a message again (SEP-53), and write down the new proof',
            evidence: [key.strkey, proof.value.on],
          },
        ]
      : [],
  )
}

const file = (on: string): string =>
  exampleFile({
    signers: { anna: 1 },
    thresholds: [1, 1, 1],
    about: {
      anna: `proof: { on: ${on}, message: "anna of vault", signature: ${'A'.repeat(86)}== }`,
    },
  })

export const proofAge: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'the proof that somebody has a key is older than the months after which it is renewed',
  rationale:
    'A proof says that the key could sign on that day. Devices break and seeds fade quietly; a key that is needed once in a few years is found to be gone on that day.',
  decidedBy:
    '`proof.on` plus the months is not after today; only keys that have weight on an account of the policy.',
  source: 'SEP-53: signed messages',
  numbers: { months },
  examples: [
    {
      says: 'a proof of 2001',
      policy: file('2001-02-03'),
      finds: ['anna was last seen to sign on 2001-02-03'],
    },
    { says: 'a proof of tomorrow', policy: file('9998-02-03'), finds: [] },
  ],
  check: perPolicy(id, severity, find),
}
