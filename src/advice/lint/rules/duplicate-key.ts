/** `duplicate-key`: one key under two names, or one name for two things. */
import { exampleFile } from '../example-file.js'
import type { ReadingRule } from '../rule.js'

const TWICE = exampleFile({ signers: { anna: 1, bruno: 1 }, thresholds: [2, 2, 2] }).replace(
  'bruno: {bruno}',
  'bruno: {anna}',
)

export const duplicateKey: ReadingRule = {
  _tag: 'Reading',
  id: 'duplicate-key',
  severity: 'error',
  summary: 'the same key under two names, or one name for two things',
  rationale:
    'Two names for one key look like two people: what seems to be two of three is one of two. A name that stands for two things means one of them to its writer and the other one to its reader.',
  decidedBy: 'Keys are compared by their StrKey, names letter by letter.',
  source:
    'stellar-core `SetOptionsOpFrame`: a signer that is there already gets another weight, not a second entry',
  codes: ['key-twice', 'name-clash', 'name-twice', 'signer-twice', 'duplicate-key'],
  examples: [
    { says: 'bruno is anna', policy: TWICE, finds: ['are the same key', 'are the same key'] },
    {
      says: 'each key has one name',
      policy: exampleFile({ signers: { anna: 1, bruno: 1 }, thresholds: [2, 2, 2] }),
      finds: [],
    },
  ],
}
