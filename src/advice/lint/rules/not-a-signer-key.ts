/** `not-a-signer-key`: a key that can never sign, or no key at all. */
import { encodeStrKey } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import type { ReadingRule } from '../rule.js'

const FILE = exampleFile({ signers: { anna: 1 }, thresholds: [1, 1, 1] })

export const notASignerKey: ReadingRule = {
  _tag: 'Reading',
  id: 'not-a-signer-key',
  severity: 'error',
  summary: 'a key that is no signer (M…, C…, L…, B…), or that is damaged',
  rationale:
    'The network knows four kinds of signers. A contract, a pool or a claimable balance signs nothing, and a muxed account has no key of its own. One wrong letter makes another key or none; the checksum says which.',
  decidedBy:
    'The text is decoded as a StrKey: alphabet, length, spare bits, checksum, version byte; it has to be G, T, X or P, and to encode to the same text again.',
  source: 'SEP-23; xdr `SignerKeyType`',
  codes: ['not-a-signer', 'bad-strkey'],
  examples: [
    {
      says: 'a contract cannot sign',
      policy: FILE.replace('{anna}', encodeStrKey('C', new Uint8Array(32).fill(7))),
      finds: ['expected a signer (G…, T…, X… or P…)'],
    },
    { says: 'a key that can sign', policy: FILE, finds: [] },
  ],
}
