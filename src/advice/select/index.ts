/** Who must still sign, and which signatures to send. */
export { type Answer, type Impossible, type Possible, type Unknown } from './answer.js'
export { collectCompletions, type Collected } from './collect-completions.js'
export { completions, type CompletionOptions, type Completions } from './completions.js'
export { type Addition, type Completion, type Place, type Proof } from './completion.js'
export { fewestPeople, fewestSignatures, MAX_COST, perSigner, preferring, type Cost } from './cost.js'
export { type Ending } from './cover/class-cover.js'
export { type ListName } from './demand.js'
export { type Dropped, type DropReason } from './drop-reason.js'
export { type NotEnoughWeight, type Obstacle } from './obstacle.js'
export { type Progress } from './progress.js'
export { type CorrectedHint } from './trim/correct-hints.js'
export { type KeepRule } from './keep.js'
export { mergeEnvelopes, type DifferentTransactions } from './trim/merge.js'
export {
  trim,
  type InnerTrimmed,
  type Trimmed,
  type TrimFailure,
  type TrimmedList,
  type TrimOptions,
} from './trim/trim.js'
