/** `secret-seed`: what nobody may read stands in a file that everybody reads. */
import { exampleFile } from '../example-file.js'
import type { ReadingRule } from '../rule.js'

/** Looks like a seed and is none: its checksum is wrong. */
const LOOKS_LIKE_A_SEED = `S${'A'.repeat(55)}`

export const secretSeed: ReadingRule = {
  _tag: 'Reading',
  id: 'secret-seed',
  severity: 'error',
  summary: 'a secret seed (S…) stands in the file',
  rationale:
    'Whoever reads the file has the key. Taking the line out does not help: what was committed once stays in the history. The key is disclosed, and what it protects has to move to a new one.',
  decidedBy:
    'Any 56 base32 characters that begin with S, anywhere in the text, comments among it. Only the place is told; the seed is never repeated.',
  source: 'SEP-23: version byte S is an ed25519 secret seed',
  codes: ['secret-seed'],
  examples: [
    {
      says: 'a seed in a comment',
      policy: `# ${LOOKS_LIKE_A_SEED}\n${exampleFile({ signers: { anna: 1 }, thresholds: [1, 1, 1] })}`,
      finds: ['a secret seed (S…)'],
    },
    {
      says: 'public keys only',
      policy: exampleFile({ signers: { anna: 1 }, thresholds: [1, 1, 1] }),
      finds: [],
    },
  ],
}
