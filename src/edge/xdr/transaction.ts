/** Transactions in XDR: `Transaction` and the older `TransactionV0`, which say the same. */
import type { xdr } from '@stellar/stellar-base'
import {
  accountIdOf,
  type AccountId,
  type Preconditions,
  type Transaction,
} from '../../kernel/model/index.js'
import { foldedAccountOf, isMuxed } from './keys.js'
import { hasMuxedBody, hasMuxedOperationSource, operationOf } from './operation.js'
import { preconditionsOf, preconditionsOfTimeBounds } from './preconditions.js'

/** What the two versions write differently. */
interface Versioned {
  readonly source: AccountId
  readonly sourceIsMuxed: boolean
  readonly preconditions: Preconditions
  readonly hasSorobanData: boolean
}

const transactionFrom = (tx: xdr.Transaction | xdr.TransactionV0, versioned: Versioned): Transaction => {
  const operations = tx.operations()
  const hasMuxedSource = versioned.sourceIsMuxed || operations.some(hasMuxedOperationSource)
  return {
    source: versioned.source,
    fee: BigInt(tx.fee()),
    sequence: tx.seqNum().toBigInt(),
    preconditions: versioned.preconditions,
    operations: operations.map(operationOf),
    hasMuxedAccount: hasMuxedSource || operations.some(hasMuxedBody),
    hasMuxedSource,
    hasMemo: tx.memo().switch().value !== 0,
    hasSorobanData: versioned.hasSorobanData,
  }
}

/** The transaction of a v1 envelope. */
export const transactionOf = (tx: xdr.Transaction): Transaction =>
  transactionFrom(tx, {
    source: foldedAccountOf(tx.sourceAccount()),
    sourceIsMuxed: isMuxed(tx.sourceAccount()),
    preconditions: preconditionsOf(tx.cond()),
    hasSorobanData: tx.ext().switch() === 1,
  })

/** The transaction of a v0 envelope: a bare public key as source, and time bounds at most. */
export const transactionOfV0 = (tx: xdr.TransactionV0): Transaction =>
  transactionFrom(tx, {
    source: accountIdOf(tx.sourceAccountEd25519()),
    sourceIsMuxed: false,
    preconditions: preconditionsOfTimeBounds(tx.timeBounds()),
    hasSorobanData: false,
  })
