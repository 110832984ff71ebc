/**
 * Transactions of the model as envelopes that nobody has signed yet (xdr `TransactionEnvelope`, v1).
 *
 * What was written is read again and held against what was asked: an envelope that says something else
 * never leaves this room.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  toBase64,
  type Failure,
  type Network,
  type Transaction,
  type TransactionEnvelope,
} from '../../kernel/model/index.js'
import { decodeMarkedEnvelope } from './decode-envelope.js'
import { unfitMarks, unfitNumbers, unfitOperation, unfitPreconditions } from './encodable.js'
import { encodedAddress } from './encode-keys.js'
import { encodedOperation } from './encode-operation.js'
import { encodedPreconditions } from './encode-preconditions.js'
import { generated } from './generated.js'
import { encodedMemo, type Marks } from './marks.js'
import { sameValue } from './same-value.js'

/** What a transaction is made of: nothing of smart contracts, and no muxed account but as a source. */
export interface TransactionParts extends Pick<
  Transaction,
  'source' | 'fee' | 'sequence' | 'preconditions' | 'operations'
> {
  /** A memo, and numbers beside sources; where it is absent there are none. */
  readonly marks?: Marks
}

/** An envelope without signatures: its text, and what the text says. */
export interface UnsignedEnvelope {
  readonly base64: string
  readonly envelope: TransactionEnvelope
}

/** A transaction holds at most so many operations (xdr `MAX_OPS_PER_TX`). */
const MAX_OPERATIONS = 100

const notEncodable = (why: string): Failure =>
  failure('not-encodable', `the transaction cannot be written: ${why}`)

const NO_MARKS: Marks = { memo: { _tag: 'None' }, source: O.none, operationSources: [] }

const unfitWhole = (parts: TransactionParts): string | undefined => {
  const { fee, sequence, preconditions, operations, marks = NO_MARKS } = parts
  if (operations.length > MAX_OPERATIONS)
    return `${String(operations.length)} operations; there can be at most ${String(MAX_OPERATIONS)}`
  return (
    unfitNumbers(fee, sequence) ?? unfitPreconditions(preconditions) ?? unfitMarks(marks, operations.length)
  )
}

/** The marks with a place for each operation, as they are read. */
const wholeMarks = ({ operations, marks = NO_MARKS }: TransactionParts): Marks => ({
  ...marks,
  operationSources: operations.map((_, index) => marks.operationSources[index] ?? O.none),
})

type Operations = readonly ReturnType<typeof generated.Operation.fromXDR>[]

const encodedOperations = (parts: TransactionParts): E.Either<Failure, Operations> => {
  const operations: Operations[number][] = []
  const { operationSources } = parts.marks ?? NO_MARKS
  for (const [index, operation] of parts.operations.entries()) {
    const name = `operation ${String(index + 1)} (${operation._tag})`
    const unfit = unfitOperation(operation)
    if (unfit !== undefined) return E.left(notEncodable(`${name}: ${unfit}`))
    const encoded = encodedOperation(operation, operationSources[index] ?? O.none)
    if (E.isLeft(encoded)) return E.left(notEncodable(`${name} ${encoded.left}`))
    operations.push(encoded.right)
  }
  return E.right(operations)
}

const bytesOf = (parts: TransactionParts, operations: Operations): Uint8Array => {
  const { memo, source } = parts.marks ?? NO_MARKS
  const tx = new generated.Transaction({
    sourceAccount: encodedAddress(parts.source, source),
    fee: Number(parts.fee),
    seqNum: new generated.Int64(parts.sequence),
    cond: encodedPreconditions(parts.preconditions),
    memo: encodedMemo(memo),
    operations: [...operations],
    ext: new generated.TransactionExt(0),
  })
  const v1 = new generated.TransactionV1Envelope({ tx, signatures: [] })
  return generated.TransactionEnvelope.envelopeTypeTx(v1).toXDR()
}

const readAgain = (network: Network, parts: TransactionParts, bytes: Uint8Array): UnsignedEnvelope => {
  const base64 = toBase64(bytes)
  const decoded = decodeMarkedEnvelope(network)(base64)
  if (E.isLeft(decoded) || decoded.right.envelope._tag !== 'Transaction')
    throw new Error('invariant: what was encoded is an envelope')
  const { envelope } = decoded.right
  const { source, fee, sequence, preconditions, operations } = parts
  const marks = wholeMarks(parts)
  const isMuxed = O.isSome(marks.source) || marks.operationSources.some(O.isSome)
  const asked: Transaction = {
    ...{ source, fee, sequence, preconditions, operations, hasMemo: marks.memo._tag !== 'None' },
    ...{ hasMuxedAccount: isMuxed, hasMuxedSource: isMuxed, hasSorobanData: false },
  }
  if (
    !sameValue(envelope.transaction, asked) ||
    !sameValue(decoded.right.marks, marks) ||
    envelope.signatures.length > 0
  )
    throw new Error('invariant: what was encoded says what was asked')
  return { base64, envelope }
}

/**
 * The envelope of a transaction, without signatures, for a network.
 *
 * Written are operations that the model knows in full: SetOptions, CreateAccount, native payments,
 * ManageData, AccountMerge, BumpSequence, Inflation, the two of sponsoring, and RevokeSponsorship of an
 * account or a signer. Whether the network would accept it is asked elsewhere.
 *
 * Failure: `not-encodable`, which names the operation or the part that cannot be written.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { encodeTransaction } from 'quorate/edge'
 * import { NETWORKS, NO_PRECONDITIONS, parseAccountId } from 'quorate/kernel'
 *
 * const source = parseAccountId('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')
 * if (E.isRight(source)) {
 *   const encoded = encodeTransaction(NETWORKS.testnet)({
 *     source: source.right,
 *     fee: 100n,
 *     sequence: 2n ** 64n,
 *     preconditions: NO_PRECONDITIONS,
 *     operations: [],
 *   })
 *   if (E.isLeft(encoded)) console.log(encoded.left.code)
 * }
 * // => not-encodable
 * ```
 */
export const encodeTransaction =
  (network: Network) =>
  (parts: TransactionParts): E.Either<Failure, UnsignedEnvelope> => {
    const unfit = unfitWhole(parts)
    if (unfit !== undefined) return E.left(notEncodable(unfit))
    const operations = encodedOperations(parts)
    if (E.isLeft(operations)) return operations
    return E.right(readAgain(network, parts, bytesOf(parts, operations.right)))
  }
