/** `out-of-range`: numbers that the ledger cannot hold. */
import { exampleFile } from '../example-file.js'
import type { ReadingRule } from '../rule.js'

export const outOfRange: ReadingRule = {
  _tag: 'Reading',
  id: 'out-of-range',
  severity: 'error',
  summary: 'more than 20 signers, or a weight or threshold that is not 0 to 255',
  rationale:
    'An account holds 20 signers beside its master key, and weights and thresholds are one byte each. A signer of weight 0 is no signer: writing it removes it.',
  decidedBy:
    'Signers are counted with the members of groups; numbers are plain digits from 0 to 255, weights of signers from 1.',
  source:
    'xdr `MAX_SIGNERS` = 20 and `Thresholds`; stellar-core `SetOptionsOpFrame::doCheckValid` (weights above 255, from protocol 10)',
  codes: ['too-many-signers', 'weight-out-of-range', 'weight-not-a-number', 'signer-weight-zero'],
  examples: [
    {
      says: 'a threshold of 256',
      policy: exampleFile({ signers: { anna: 255 }, thresholds: [1, 1, 256] }),
      finds: ['expected a whole number from 0 to 255'],
    },
    {
      says: 'as much as fits',
      policy: exampleFile({ signers: { anna: 255 }, thresholds: [1, 1, 255] }),
      finds: [],
    },
  ],
}
