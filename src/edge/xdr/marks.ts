/**
 * Marks: what a transaction carries beside all that bears on authority. Its memo (CAP-27, xdr `Memo`), and
 * the 64-bit numbers of muxed accounts. The network looks at neither when it judges signatures; protocols
 * on top of it do, such as SEP-10.
 */
import type { xdr } from '@stellar/stellar-base'
import * as O from 'fp-ts/lib/Option.js'
import type { Bytes } from '../../kernel/model/index.js'
import { generated } from './generated.js'
import { isMuxed } from './keys.js'

/** A memo of any of the five types. */
export type Memo =
  | { readonly _tag: 'None' }
  | { readonly _tag: 'Text'; readonly bytes: Bytes }
  | { readonly _tag: 'Id'; readonly id: bigint }
  | { readonly _tag: 'Hash'; readonly hash: Bytes }
  | { readonly _tag: 'ReturnHash'; readonly hash: Bytes }

/** What a transaction carries beside its authority; of a fee bump, its inner transaction. */
export interface Marks {
  readonly memo: Memo
  /** The number beside the source, where it is muxed. */
  readonly source: O.Option<bigint>
  /** The number beside the source of each operation; none where it is not muxed, or not written at all. */
  readonly operationSources: readonly O.Option<bigint>[]
}

const memoOf = (memo: xdr.Memo): Memo => {
  const { name } = memo.switch()
  switch (name) {
    case 'memoNone':
      return { _tag: 'None' }
    case 'memoText':
      // Declared as text or bytes; the reader gives bytes.
      return { _tag: 'Text', bytes: memo.text() as Bytes }
    case 'memoId':
      return { _tag: 'Id', id: memo.id().toBigInt() }
    case 'memoHash':
      return { _tag: 'Hash', hash: memo.hash() }
    case 'memoReturn':
      return { _tag: 'ReturnHash', hash: memo.retHash() }
  }
}

const numberBeside = (account: xdr.MuxedAccount | null | undefined): O.Option<bigint> =>
  account !== null && account !== undefined && isMuxed(account)
    ? O.some(account.med25519().id().toBigInt())
    : O.none

const operationMarks = (operations: readonly xdr.Operation[]): Marks['operationSources'] =>
  operations.map((op) => numberBeside(op.sourceAccount()))

const v1Marks = (tx: xdr.Transaction): Marks => ({
  memo: memoOf(tx.memo()),
  source: numberBeside(tx.sourceAccount()),
  operationSources: operationMarks(tx.operations()),
})

/** The marks of an envelope. */
export const marksOf = (envelope: xdr.TransactionEnvelope): Marks => {
  const { name } = envelope.switch()
  if (name === 'envelopeTypeTx') return v1Marks(envelope.v1().tx())
  if (name === 'envelopeTypeTxFeeBump') return v1Marks(envelope.feeBump().tx().innerTx().v1().tx())
  const tx = envelope.v0().tx()
  return { memo: memoOf(tx.memo()), source: O.none, operationSources: operationMarks(tx.operations()) }
}

/** A memo as the network encodes it. */
export const encodedMemo = (memo: Memo): xdr.Memo => {
  switch (memo._tag) {
    case 'None':
      return generated.Memo.memoNone()
    case 'Text':
      return generated.Memo.memoText(memo.bytes as Buffer)
    case 'Id':
      return generated.Memo.memoId(new generated.Uint64(memo.id))
    case 'Hash':
      return generated.Memo.memoHash(memo.hash as Buffer)
    case 'ReturnHash':
      return generated.Memo.memoReturn(memo.hash as Buffer)
  }
}
