/** `signer-is-account`: the key of the account among its own signers. */
import { exampleFile } from '../example-file.js'
import type { ReadingRule } from '../rule.js'

const FILE = exampleFile({ address: 'firm', master: 1, signers: { anna: 1 }, thresholds: [1, 1, 1] })

export const signerIsAccount: ReadingRule = {
  _tag: 'Reading',
  id: 'signer-is-account',
  severity: 'error',
  summary: 'the key of the account itself is one of its signers',
  rationale:
    'The network refuses such a signer (`SET_OPTIONS_BAD_SIGNER`), and with it the whole transaction. What the key of the account weighs is its master weight.',
  decidedBy: 'The StrKey of a signer is the address of the account.',
  source: 'stellar-core `SetOptionsOpFrame::doCheckValid`',
  codes: ['master-among-signers'],
  examples: [
    {
      says: 'the firm signs for itself, twice',
      policy: FILE.replace('signers: { anna: 1 }', 'signers: { anna: 1, firm: 1 }'),
      finds: ['cannot be one of its signers'],
    },
    { says: 'the weight of the firm is its master weight', policy: FILE, finds: [] },
  ],
}
