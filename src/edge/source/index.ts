/** Foreign JSON, YAML and ledger entries to the model. */
export { readAccountFile, type AccountFile } from './account-file.js'
export { readAccountSource, type AccountSource } from './account-source.js'
export { readBatchCase, type BatchCase } from './batch-case.js'
export { idOf, type BatchDefaults, type BatchFrame, type BatchPhase, type ReadLine } from './batch-frame.js'
export { readBatchSteps, type BatchStep, type BatchSteps } from './batch-steps.js'
export { readHorizonAccount, readHorizonAccounts } from './horizon/horizon-account.js'
export { mergeAccountSources, type MergedSources } from './merge-account-sources.js'
export { quoted, quotedName } from './quoted.js'
