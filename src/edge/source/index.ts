/** Foreign JSON, YAML and ledger entries to the model. */
export {
  NO_METADATA,
  readAccountFile,
  type AccountFile,
  type KeyMetadata,
  type LostKey,
} from './account-file.js'
export { accountSourceOf, readAccountSource, type AccountSource } from './account-source.js'
export type { AccountAnswer } from './answer/account-answer.js'
export { horizonAnswer, horizonNetwork, wrongAccount } from './answer/horizon-answer.js'
export type { HttpAnswer } from './answer/http-answer.js'
export {
  MOST_KEYS,
  rpcAccountsAnswer,
  rpcAccountsRequest,
  rpcNetworkAnswer,
  rpcNetworkRequest,
  type AccountAnswers,
} from './answer/rpc-answer.js'
export { readBatchCase, type BatchCase } from './batch-case.js'
export { idOf, type BatchDefaults, type BatchFrame, type BatchPhase, type ReadLine } from './batch-frame.js'
export { readBatchSteps, type BatchStep, type BatchSteps } from './batch-steps.js'
export { readHorizonAccount, readHorizonAccounts } from './horizon/horizon-account.js'
export { lostKeysIn, mergeAccountSources, type MergedSources } from './merge-account-sources.js'
export { quoted, quotedName } from './quoted.js'
export { parseWish, type Meaning, type Member, type Naming } from './wish-text.js'
export { applyEdits } from './rewrite/apply-edits.js'
export { overlap } from './rewrite/edit-order.js'
export { readStellarToml, type StellarToml } from './stellar-toml.js'
export { baselineText, readBaseline, type BaselineEntry, type ReadBaselineEntry } from './baseline.js'
export { joinPolicyParts } from './policy/join-parts.js'
export type { KnownRules } from './policy/known-rules.js'
export { readPolicyPart, type PolicyPart } from './policy/policy-part.js'
export type { Import } from './policy/import-section.js'
export { readPolicy } from './policy/read-policy.js'
export { isDay } from './policy/day.js'
export { besideFile, folderOf, wayFrom } from './policy/relative-path.js'
export { policyDocument, SHARED_SHAPES } from './policy/codecs/document.js'
export type { Shape } from './policy/codecs/shape.js'
