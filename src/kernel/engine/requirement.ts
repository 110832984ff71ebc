/**
 * Requirements: the checks that an envelope must pass, in the network's order
 * (stellar-core `TransactionFrame::commonValid`, `FeeBumpTransactionFrame::commonValid`).
 *
 * The transaction's source at Low, always, even where every operation has another source; then the
 * extra signers, if any; then each operation at its level, on its own source. Of a fee bump, the fee
 * source at Low, over the outer signatures; the inner envelope's requirements are its own.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  innermostOf,
  sourceOf,
  type AccountId,
  type Envelope,
  type FeeBumpEnvelope,
  type Operation,
  type SignerKey,
  type ThresholdLevel,
  type Transaction,
} from '../model/index.js'
import { thresholdLevelOf, type Phase } from '../protocol/index.js'

/** The fee source of a fee bump must reach its low threshold. */
export interface FeeSourceRequirement {
  readonly _tag: 'FeeSource'
  readonly account: AccountId
  readonly level: 'Low'
}

/** The source of a transaction must reach its low threshold. */
export interface SourceRequirement {
  readonly _tag: 'Source'
  readonly account: AccountId
  readonly level: 'Low'
}

/** Every extra signer must have signed (CAP-21). */
export interface ExtraSignersRequirement {
  readonly _tag: 'ExtraSigners'
  readonly keys: readonly SignerKey[]
}

/** The source of an operation must reach the operation's level. */
export interface OperationRequirement {
  readonly _tag: 'Operation'
  /** Position among the transaction's operations, from 0. */
  readonly index: number
  readonly operation: Operation
  readonly account: AccountId
  readonly level: ThresholdLevel
}

/** One check that an envelope must pass. */
export type Requirement =
  | FeeSourceRequirement
  | SourceRequirement
  | ExtraSignersRequirement
  | OperationRequirement

/** The requirement of a fee bump's own signatures. */
export const feeSourceRequirement = ({ feeSource }: FeeBumpEnvelope): FeeSourceRequirement => ({
  _tag: 'FeeSource',
  account: feeSource,
  level: 'Low',
})

/** The requirement of an operation at a position of its transaction. */
export const operationRequirement =
  (transaction: Transaction) =>
  (operation: Operation, index: number): OperationRequirement => ({
    _tag: 'Operation',
    index,
    operation,
    account: sourceOf(transaction)(operation),
    level: thresholdLevelOf(operation),
  })

/** The requirements of a transaction, in the order in which the network checks them. */
export const requirementsOf = (transaction: Transaction): readonly Requirement[] => {
  const { source, preconditions, operations } = transaction
  return [
    { _tag: 'Source', account: source, level: 'Low' },
    ...(preconditions.extraSigners.length === 0
      ? []
      : [{ _tag: 'ExtraSigners', keys: preconditions.extraSigners } as const]),
    ...operations.map(operationRequirement(transaction)),
  ]
}

/**
 * The accounts whose state decides about an envelope, each once. At apply the fee source is not among
 * them: the outer signatures of a fee bump are judged before consensus only.
 */
export const accountsOf =
  (phase: Phase) =>
  (envelope: Envelope): readonly AccountId[] => {
    const { source, operations } = innermostOf(envelope).transaction
    return [
      ...new Set([
        ...(envelope._tag === 'FeeBump' && phase === 'validate' ? [envelope.feeSource] : []),
        source,
        ...operations.flatMap((operation) => (O.isSome(operation.source) ? [operation.source.value] : [])),
      ]),
    ]
  }
