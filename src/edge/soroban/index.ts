/** Authorization entries of smart contract calls: does the classic account that is named allow the call? */
export type {
  DelegateVerdict,
  EntryCheck,
  EntryCondition,
  EntryReason,
  EntryStep,
  EntryVerdict,
  SignatureVerdict,
} from './entry-verdict.js'
export {
  accountsOfEntries,
  entriesAnswer,
  entriesOf,
  entryAccountsOf,
  entryAnswer,
  judgeEntries,
  type JudgedEntry,
  type PlacedEntry,
} from './judge-entries.js'
export { judgeEntry, type EntryJudge } from './judge-entry.js'
export { MAX_ENTRY_SIGNATURES } from './judge-signatures.js'
export { payloadOf } from './payload.js'
export { innerCodeBy, operationCodesBy, settledBy, type Settled } from './settled.js'
