/**
 * From which protocol on a rule holds. What is an `if` on the ledger version in stellar-core is a row
 * here, so that the engine reads as one algorithm, and the history as one table.
 */
import type { Protocol } from './version.js'

/** A rule, the first protocol that has it, and where core or a CAP says so. */
export interface Gate {
  readonly since: number
  readonly source: string
}

/** The rules that bear on authorization, and on the accounts after it, and have not always held. */
export const GATES = {
  /** Each weight counts as at most 255; before, weights are added as signed 32-bit numbers. */
  weightCap: { since: 10, source: 'SignatureChecker.cpp' },
  /** A fee is what the ledger asks, up to what was offered; before, all that was offered is taken. */
  feeAsAsked: { since: 11, source: 'CAP-5, TransactionFrame::getFee' },
  /** At most 1000 sub-entries an account. */
  subentryLimit: { since: 11, source: 'TransactionUtils.cpp' },
  /** A payment does not ask whether the issuer still exists. */
  missingIssuer: { since: 13, source: 'CAP-17' },
  /** Whatever keeps a transaction from running, its one-time signers are removed. */
  oneTimeSignersAlwaysRemoved: { since: 13, source: 'TransactionFrame::processSignatures' },
  /** Fee bumps exist. */
  feeBump: { since: 13, source: 'CAP-15, FeeBumpTransactionFrame.cpp' },
  /** v1 envelopes replace v0. */
  v1Envelope: { since: 13, source: 'CAP-15, TransactionFrame.cpp' },
  /** Muxed accounts may stand in an envelope. */
  muxedAccount: { since: 13, source: 'CAP-27, TransactionFrame.cpp' },
  /** Reserves can be sponsored. */
  sponsorship: { since: 14, source: 'CAP-33' },
  /** A failed operation leaves nothing for the ones after it to see. */
  failedOperationUndone: { since: 14, source: 'TransactionFrame::applyOperations' },
  /** The clawback flag exists, and needs the revocable one. */
  clawback: { since: 17, source: 'CAP-35' },
  /** Sub-entries and sponsored entries together are counted in 32 bits. */
  counterSum: { since: 18, source: 'SponsorshipUtils.cpp' },
  /** Signed payloads can be signers. */
  payloadSigner: { since: 19, source: 'CAP-40, SetOptionsOpFrame.cpp' },
  /** Preconditions of the second form, with extra signers. */
  preconditionsV2: { since: 19, source: 'CAP-21, TransactionFrame.cpp' },
  /** Smart contract operations, which stand alone in their transaction. */
  soroban: { since: 20, source: 'TransactionFrame.cpp' },
  /** An ordinary transaction that declares contract resources is malformed. */
  strictExtension: { since: 21, source: 'TransactionFrame.cpp' },
  /** A contract invocation may carry neither memo nor muxed source. */
  sorobanMemo: { since: 25, source: 'CAP-67, TransactionFrame::validateSorobanMemo' },
  /** Authorization entries may bind their address into what is signed, and name delegates. */
  addressBoundCredentials: { since: 27, source: 'CAP-71' },
  /** At most 1000 Ed25519 verifications per signature list. */
  verificationBudget: { since: 28, source: 'SignatureChecker.h' },
} as const satisfies Readonly<Record<string, Gate>>

/** The name of a rule that has a first protocol. */
export type GateName = keyof typeof GATES

/** Whether a rule holds under a protocol. */
export const holds =
  (protocol: Protocol) =>
  (gate: GateName): boolean =>
    protocol >= GATES[gate].since

/** Verifications per signature list once `verificationBudget` holds (`TX_ED25519_VERIFY_BUDGET`). */
export const VERIFICATION_BUDGET = 1000
