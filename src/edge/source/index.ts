/** Foreign JSON, YAML and ledger entries to the model. */
export { readAccountFile, type AccountFile } from './account-file.js'
export { readAccountSource, type AccountSource } from './account-source.js'
export { idOf, readBatchCase, type BatchCase, type BatchDefaults, type BatchPhase } from './batch-case.js'
export { readHorizonAccount, readHorizonAccounts } from './horizon/horizon-account.js'
export { mergeAccountSources, type MergedSources } from './merge-account-sources.js'
export { quoted, quotedName } from './quoted.js'
