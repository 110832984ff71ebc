/** `false-proof`: a proof that the key did not sign. */
import * as O from 'fp-ts/lib/Option.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, type FoundInPolicy } from '../per-policy.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['false-proof', 'error'] as const

const find = (input: LintInput): readonly FoundInPolicy[] =>
  [...input.policy.keys.values()].flatMap((key): readonly FoundInPolicy[] => {
    const { alias, proof, place } = key
    if (O.isNone(proof) || input.isProved(key)) return []
    const why =
      key.key._tag === 'Ed25519'
        ? 'the signature is not one of this message by this key'
        : 'only G… keys sign messages'
    return [
      {
        place,
        says: `The proof of ${alias} of ${proof.value.on} proves nothing: ${why}.`,
        help: 'let the holder sign the message again (SEP-53), and compare key and message letter by letter',
        evidence: [key.key.strkey, proof.value.on],
      },
    ]
  })

const FILE = exampleFile({ signers: { anna: 1 }, thresholds: [1, 1, 1] })

export const falseProof: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'the proof of a key is no signature of its message by it',
  rationale:
    'A proof that does not verify is worse than none: everybody takes the key for tried. Mostly the key, the message or the signature was copied wrongly; sometimes somebody hopes that nobody looks.',
  decidedBy:
    'Ed25519 over the SHA-256 of `Stellar Signed Message:`, a line break and the message, as strict as the network.',
  source: 'SEP-53: signed messages',
  numbers: {},
  examples: [
    {
      says: 'a signature of zeros',
      policy: exampleFile({
        signers: { anna: 1 },
        thresholds: [1, 1, 1],
        about: {
          anna: `proof: { on: 2026-03-02, message: "anna of vault", signature: ${'A'.repeat(86)}== }`,
        },
      }),
      finds: ['The proof of anna of 2026-03-02 proves nothing'],
    },
    { says: 'no proof at all', policy: FILE, finds: [] },
  ],
  check: perPolicy(id, severity, find),
}
