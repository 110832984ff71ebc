/** All rules, by name. Written by `npm run generate` from the files of this folder. */
import type { Rule } from '../rule.js'
import { contradiction } from './contradiction.js'
import { disclosableSigner } from './disclosable-signer.js'
import { droppedPromise } from './dropped-promise.js'
import { dummySigner } from './dummy-signer.js'
import { duplicateKey } from './duplicate-key.js'
import { falseProof } from './false-proof.js'
import { highUnreachable } from './high-unreachable.js'
import { hotKeys } from './hot-keys.js'
import { improper } from './improper.js'
import { keyRotation } from './key-rotation.js'
import { ledgerDrift } from './ledger-drift.js'
import { levelUnreachable } from './level-unreachable.js'
import { lostKey } from './lost-key.js'
import { lowAboveMedium } from './low-above-medium.js'
import { manySignatures } from './many-signatures.js'
import { masterHasWeight } from './master-has-weight.js'
import { mediumChangesSettings } from './medium-changes-settings.js'
import { mergeAsPayment } from './merge-as-payment.js'
import { missingMetadata } from './missing-metadata.js'
import { noPromise } from './no-promise.js'
import { notASignerKey } from './not-a-signer-key.js'
import { oneKeyLossLocks } from './one-key-loss-locks.js'
import { oneLocation } from './one-location.js'
import { oneVendor } from './one-vendor.js'
import { onlyConditionalSigners } from './only-conditional-signers.js'
import { outOfRange } from './out-of-range.js'
import { outstandingPreAuth } from './outstanding-pre-auth.js'
import { proofAge } from './proof-age.js'
import { recoveryServers } from './recovery-servers.js'
import { redundantClaim } from './redundant-claim.js'
import { reserveShort } from './reserve-short.js'
import { secretSeed } from './secret-seed.js'
import { sharedKey } from './shared-key.js'
import { signerIsAccount } from './signer-is-account.js'
import { singleHolder } from './single-holder.js'
import { singleKeyHigh } from './single-key-high.js'
import { singleKeyMedium } from './single-key-medium.js'
import { staleIgnore } from './stale-ignore.js'
import { stellarToml } from './stellar-toml.js'
import { thresholdZero } from './threshold-zero.js'
import { thresholdsOutOfOrder } from './thresholds-out-of-order.js'
import { thresholdsSameRule } from './thresholds-same-rule.js'
import { tooManySignatures } from './too-many-signatures.js'
import { undeclaredVeto } from './undeclared-veto.js'
import { unequalButInterchangeable } from './unequal-but-interchangeable.js'
import { unprovenKeysOnly } from './unproven-keys-only.js'
import { unusedName } from './unused-name.js'
import { vacuousClaim } from './vacuous-claim.js'
import { weightsNotMinimal } from './weights-not-minimal.js'

/** All rules, by name. */
export const RULES: readonly Rule[] = [
  contradiction,
  disclosableSigner,
  droppedPromise,
  dummySigner,
  duplicateKey,
  falseProof,
  highUnreachable,
  hotKeys,
  improper,
  keyRotation,
  ledgerDrift,
  levelUnreachable,
  lostKey,
  lowAboveMedium,
  manySignatures,
  masterHasWeight,
  mediumChangesSettings,
  mergeAsPayment,
  missingMetadata,
  noPromise,
  notASignerKey,
  oneKeyLossLocks,
  oneLocation,
  oneVendor,
  onlyConditionalSigners,
  outOfRange,
  outstandingPreAuth,
  proofAge,
  recoveryServers,
  redundantClaim,
  reserveShort,
  secretSeed,
  sharedKey,
  signerIsAccount,
  singleHolder,
  singleKeyHigh,
  singleKeyMedium,
  staleIgnore,
  stellarToml,
  thresholdZero,
  thresholdsOutOfOrder,
  thresholdsSameRule,
  tooManySignatures,
  undeclaredVeto,
  unequalButInterchangeable,
  unprovenKeysOnly,
  unusedName,
  vacuousClaim,
  weightsNotMinimal,
]
