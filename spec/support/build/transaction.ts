/** Transactions with what is not said filled in. */
import * as O from 'fp-ts/lib/Option.js'
import {
  NO_PRECONDITIONS,
  type Operation,
  type Preconditions,
  type SignerKey,
  type Transaction,
} from '../../../src/kernel/model/index.js'
import { idOf, payment, type Who } from './operation.js'

export interface TransactionParts {
  readonly source: Who
  /** One payment where nothing is said. */
  readonly operations?: readonly Operation[]
  readonly fee?: bigint
  readonly sequence?: bigint
  readonly timeBounds?: { readonly min: bigint; readonly max: bigint }
  readonly ledgerBounds?: { readonly min: bigint; readonly max: bigint }
  readonly minSequence?: bigint
  readonly minSequenceAge?: bigint
  readonly minSequenceLedgerGap?: number
  /** Also an empty list makes preconditions of the second version. */
  readonly extraSigners?: readonly SignerKey[]
  readonly hasMemo?: boolean
  readonly hasSorobanData?: boolean
  /** The source is written as a muxed account. */
  readonly isMuxed?: boolean
}

const preconditionsOf = (parts: TransactionParts): Preconditions => {
  const second =
    parts.ledgerBounds !== undefined ||
    parts.minSequence !== undefined ||
    parts.minSequenceAge !== undefined ||
    parts.minSequenceLedgerGap !== undefined ||
    parts.extraSigners !== undefined
  return {
    ...NO_PRECONDITIONS,
    form: second ? 'V2' : parts.timeBounds === undefined ? 'None' : 'Time',
    timeBounds: O.fromNullable(parts.timeBounds),
    ledgerBounds: O.fromNullable(parts.ledgerBounds),
    minSequence: O.fromNullable(parts.minSequence),
    minSequenceAge: parts.minSequenceAge ?? 0n,
    minSequenceLedgerGap: parts.minSequenceLedgerGap ?? 0,
    extraSigners: parts.extraSigners ?? [],
  }
}

export const transaction = (parts: TransactionParts): Transaction => {
  const operations = parts.operations ?? [payment('someone')]
  return {
    source: idOf(parts.source),
    fee: parts.fee ?? 100n * BigInt(Math.max(1, operations.length)),
    sequence: parts.sequence ?? 101n,
    preconditions: preconditionsOf(parts),
    operations,
    hasMuxedAccount: parts.isMuxed ?? false,
    hasMuxedSource: parts.isMuxed ?? false,
    hasMemo: parts.hasMemo ?? false,
    hasSorobanData: parts.hasSorobanData ?? false,
  }
}
