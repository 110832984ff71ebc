/** Transactions of the model, as stellar-base writes them. */
import { Memo, SorobanDataBuilder, xdr } from '@stellar/stellar-base'
import {
  publicKeyOf,
  type Bounds,
  type Preconditions,
  type Transaction,
} from '../../../../src/kernel/model/index.js'
import { buffer, encodeMuxed, encodeSignerKey } from './keys.js'
import { encodeOperation, int64 } from './operation.js'

const uint64 = (value: bigint): xdr.Uint64 => new xdr.Uint64(value)

const encodeTimeBounds = ({ min, max }: Bounds): xdr.TimeBounds =>
  new xdr.TimeBounds({ minTime: uint64(min), maxTime: uint64(max) })

const encodePreconditions = (conditions: Preconditions): xdr.Preconditions => {
  const { form, timeBounds, ledgerBounds, minSequence } = conditions
  const time = timeBounds._tag === 'None' ? null : encodeTimeBounds(timeBounds.value)
  if (form === 'None' || (form === 'Time' && time === null)) return xdr.Preconditions.precondNone()
  if (form === 'Time' && time !== null) return xdr.Preconditions.precondTime(time)
  return xdr.Preconditions.precondV2(
    new xdr.PreconditionsV2({
      timeBounds: time,
      ledgerBounds:
        ledgerBounds._tag === 'None'
          ? null
          : new xdr.LedgerBounds({
              minLedger: Number(ledgerBounds.value.min),
              maxLedger: Number(ledgerBounds.value.max),
            }),
      minSeqNum: minSequence._tag === 'None' ? null : int64(minSequence.value),
      minSeqAge: uint64(conditions.minSequenceAge),
      minSeqLedgerGap: conditions.minSequenceLedgerGap,
      extraSigners: conditions.extraSigners.map(encodeSignerKey),
    }),
  )
}

const memoOf = ({ hasMemo }: Transaction): xdr.Memo =>
  (hasMemo ? Memo.text('memo') : Memo.none()).toXDRObject()

export const encodeTransaction = (tx: Transaction): xdr.Transaction =>
  new xdr.Transaction({
    sourceAccount: encodeMuxed(tx.source, tx.hasMuxedSource),
    fee: Number(tx.fee),
    seqNum: int64(tx.sequence),
    cond: encodePreconditions(tx.preconditions),
    memo: memoOf(tx),
    operations: tx.operations.map(encodeOperation),
    // stellar-base writes the arms of this union as `new (number, value)`, which its types do not say.
    ext: tx.hasSorobanData
      ? new xdr.TransactionExt(1, new SorobanDataBuilder().build())
      : new xdr.TransactionExt(0),
  })

/** The older form: no muxed source, and of preconditions time bounds at most. */
export const encodeTransactionV0 = (tx: Transaction): xdr.TransactionV0 => {
  const { timeBounds } = tx.preconditions
  return new xdr.TransactionV0({
    sourceAccountEd25519: buffer(publicKeyOf(tx.source)),
    fee: Number(tx.fee),
    seqNum: int64(tx.sequence),
    timeBounds: timeBounds._tag === 'None' ? null : encodeTimeBounds(timeBounds.value),
    memo: memoOf(tx),
    operations: tx.operations.map(encodeOperation),
    ext: new xdr.TransactionV0Ext(0),
  })
}
