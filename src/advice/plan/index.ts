/** How to get from one configuration to another; so far, the configurations that people begin with. */
export { setsOf, unconfirmed, type Claim, type Coalition, type Proof } from './claim.js'
export {
  accountOf,
  assumedKeys,
  type Alias,
  type Configuration,
  type KeyOf,
  type NamedSigner,
} from './configuration.js'
export { fill, keysFailure, type Arguments, type Filled } from './fill.js'
export { type Given, type NumberParameter, type Preset, type Range } from './preset.js'
export { PRESETS } from './presets/index.js'
export type {
  PendingEffect,
  PendingVerdict,
  Plan,
  PlannedTransaction,
  PreAuthorized,
  Signing,
  ToleranceChange,
} from './plan.js'
export { CHECK_IDS, type Check, type CheckId, type ReserveNumbers, type Shown } from './plan-check.js'
export type { PlanRefusal, RefusalCode, RefusalReason } from './plan-refusal.js'
export type { PlanRequest, Promised } from './plan-request.js'
export * from './synth/index.js'
export type { Abilities } from './changing-game.js'
export { compose, isSameConfiguration } from './compose.js'
export { plan } from './make-plan.js'
export { lumens } from './reserve-numbers.js'
export { planDigest, stateDigest } from './state-digest.js'
export { withAccount } from './with-account.js'
export * from './stages/index.js'
