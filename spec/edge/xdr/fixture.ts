/**
 * Envelopes built with stellar-base's own high-level classes, as other programs build them, so that
 * what the room decodes is held against something that it had no part in.
 */
import {
  Account,
  Keypair,
  TransactionBuilder,
  type xdr,
  type Memo,
  type Transaction,
} from '@stellar/stellar-base'
import * as E from 'fp-ts/lib/Either.js'
import { decodeEnvelope } from '../../../src/edge/xdr/index.js'
import {
  NETWORKS,
  type AccountId,
  type Envelope,
  type Failure,
  type Operation,
  type TransactionEnvelope,
} from '../../../src/kernel/model/index.js'
import { loadVectors, type VectorName } from '../../support/vectors.js'

const keypair = (byte: number): Keypair => Keypair.fromRawEd25519Seed(Buffer.alloc(32, byte))

export const ALICE = keypair(1)
export const BOB = keypair(2)
export const CAROL = keypair(3)

/** The account of a key pair. */
export const idOf = (pair: Keypair): AccountId => pair.publicKey() as AccountId

/** The value, or the failure as an exception, which fails the spec. */
export const right = <T>(either: E.Either<Failure, T>): T => {
  if (E.isLeft(either)) throw new Error(`${either.left.code}: ${either.left.message}`)
  return either.right
}

/** The failure, or an exception where there is none. */
export const left = (either: E.Either<Failure, unknown>): Failure => {
  if (E.isRight(either)) throw new Error('expected a failure, found a value')
  return either.left
}

export interface Extras {
  readonly memo?: Memo
  readonly source?: string
  readonly change?: (builder: TransactionBuilder) => TransactionBuilder
  readonly sign?: readonly Keypair[]
}

/** A transaction of Alice's with these operations, sequence number 124. */
export const baseTransaction = (operations: readonly xdr.Operation[], extras: Extras = {}): Transaction => {
  const builder = new TransactionBuilder(new Account(ALICE.publicKey(), '123'), {
    fee: '100',
    networkPassphrase: NETWORKS.testnet.passphrase,
  })
  for (const operation of operations) builder.addOperation(operation)
  if (extras.memo !== undefined) builder.addMemo(extras.memo)
  const changed = extras.change === undefined ? builder.setTimeout(0) : extras.change(builder)
  const built = changed.build()
  for (const pair of extras.sign ?? []) built.sign(pair)
  return built
}

/** An envelope of the test network. */
export const decoded = (base64: string): Envelope => right(decodeEnvelope(NETWORKS.testnet)(base64))

/** An envelope of the test network that is no fee bump. */
export const decodedTransaction = (base64: string): TransactionEnvelope => {
  const envelope = decoded(base64)
  if (envelope._tag !== 'Transaction') throw new Error('expected a transaction, found a fee bump')
  return envelope
}

/** The one operation that an envelope around this one is decoded to. */
export const decodedOperation = (operation: xdr.Operation): Operation => {
  const { operations } = decodedTransaction(baseTransaction([operation]).toXDR()).transaction
  if (operations.length !== 1) throw new Error(`expected 1 operation, found ${String(operations.length)}`)
  return operations[0]!
}

interface EnvelopeRow {
  readonly envelope: string
}

/** Every envelope that a file of recorded cases holds. */
export const recordedEnvelopes = (name: VectorName): readonly string[] =>
  loadVectors<EnvelopeRow>(name).map((row) => row.envelope)
