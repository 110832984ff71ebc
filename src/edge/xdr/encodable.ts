/**
 * What keeps a transaction of the model from being encoded: numbers beyond their 32 or 64 bits, texts and
 * lists beyond the length that the encoding allows. Asked before, so that no encoder has to fail.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Bounds, Operation, Preconditions, SetOptions, SignerKey } from '../../kernel/model/index.js'
import type { Marks } from './marks.js'

/** A part of a transaction that cannot be written, in words; nothing where all fits. */
export type Unfit = string | undefined

const UINT32 = { min: 0n, max: 2n ** 32n - 1n }
const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n }
const UINT64 = { min: 0n, max: 2n ** 64n - 1n }

const outside = (what: string, value: bigint | number, { min, max }: Bounds): Unfit => {
  if (typeof value === 'number' && !Number.isInteger(value)) return `${what} is no whole number`
  const number = BigInt(value)
  return number >= min && number <= max
    ? undefined
    : `${what} is \`${String(number)}\`; expected ${String(min)} to ${String(max)}`
}

const longer = (what: string, length: number, max: number): Unfit =>
  length <= max ? undefined : `${what} has \`${String(length)}\` bytes; it can have at most ${String(max)}`

const first = (unfit: readonly Unfit[]): Unfit => unfit.find((one) => one !== undefined)

const optional = <T>(field: O.Option<T>, ask: (value: T) => Unfit): Unfit =>
  O.isSome(field) ? ask(field.value) : undefined

const unfitKey = (key: SignerKey): Unfit =>
  key._tag === 'SignedPayload' ? longer('the payload of a signer', key.payload.length, 64) : undefined

const unfitSetOptions = (op: SetOptions): Unfit => {
  const numbers: readonly (readonly [string, O.Option<number>])[] = [
    ['the flags to clear', op.clearFlags],
    ['the flags to set', op.setFlags],
    ['the master weight', op.masterWeight],
    ['the low threshold', op.lowThreshold],
    ['the medium threshold', op.mediumThreshold],
    ['the high threshold', op.highThreshold],
  ]
  return first([
    ...numbers.map(([what, field]) => optional(field, (value) => outside(what, value, UINT32))),
    optional(op.homeDomain, (text) => longer('the home domain', text.length, 32)),
    optional(op.signer, ({ key, weight }) =>
      first([unfitKey(key), outside('the weight of the signer', weight, UINT32)]),
    ),
  ])
}

/** What of an operation does not fit. */
export const unfitOperation = (op: Operation): Unfit => {
  if (op._tag === 'SetOptions') return unfitSetOptions(op)
  if (op._tag === 'CreateAccount') return outside('the starting balance', op.startingBalance, INT64)
  if (op._tag === 'Payment') return outside('the amount', op.amount, INT64)
  if (op._tag === 'BumpSequence') return outside('the sequence number', op.bumpTo, INT64)
  if (op._tag === 'RevokeSponsorship')
    return op.target._tag === 'Signer' ? unfitKey(op.target.key) : undefined
  if (op._tag !== 'ManageData') return undefined
  return first([
    longer('the name of the entry', op.name.length, 64),
    optional(op.value, (value) => longer('the value of the entry', value.length, 64)),
  ])
}

const sayingMore = (what: string): string => `the preconditions hold ${what}, which their form cannot say`

const unfitForm = (conditions: Preconditions): Unfit => {
  if (conditions.form === 'V2') return undefined
  if (O.isSome(conditions.ledgerBounds)) return sayingMore('ledger bounds')
  if (O.isSome(conditions.minSequence)) return sayingMore('a least sequence number')
  if (conditions.minSequenceAge !== 0n) return sayingMore('an age')
  if (conditions.minSequenceLedgerGap !== 0) return sayingMore('a gap of ledgers')
  if (conditions.extraSigners.length > 0) return sayingMore('extra signers')
  if (conditions.form === 'None' && O.isSome(conditions.timeBounds)) return sayingMore('time bounds')
  if (conditions.form === 'Time' && O.isNone(conditions.timeBounds))
    return 'the preconditions have the form of time bounds, and hold none'
  return undefined
}

/** What of the preconditions does not fit; time bounds that no clock can meet are the network's to refuse. */
export const unfitPreconditions = (conditions: Preconditions): Unfit => {
  const bounds = (what: string, range: Bounds) => (value: Bounds) =>
    first([outside(`the lower ${what}`, value.min, range), outside(`the upper ${what}`, value.max, range)])
  return first([
    unfitForm(conditions),
    optional(conditions.timeBounds, bounds('time bound', UINT64)),
    optional(conditions.ledgerBounds, bounds('ledger bound', UINT32)),
    optional(conditions.minSequence, (value) => outside('the least sequence number', value, INT64)),
    outside('the age', conditions.minSequenceAge, UINT64),
    outside('the gap of ledgers', conditions.minSequenceLedgerGap, UINT32),
    conditions.extraSigners.length > 2
      ? `${String(conditions.extraSigners.length)} extra signers; there can be at most 2`
      : undefined,
    ...conditions.extraSigners.map(unfitKey),
  ])
}

/** What of the numbers of a transaction does not fit. */
export const unfitNumbers = (fee: bigint, sequence: bigint): Unfit =>
  first([outside('the fee', fee, UINT32), outside('the sequence number', sequence, INT64)])

/** What of a memo, or of the numbers of muxed accounts, does not fit. */
export const unfitMarks = ({ memo, source, operationSources }: Marks, operations: number): Unfit =>
  first([
    memo._tag === 'Id' ? outside('the memo', memo.id, UINT64) : undefined,
    memo._tag === 'Text' ? longer('the memo', memo.bytes.length, 28) : undefined,
    (memo._tag === 'Hash' || memo._tag === 'ReturnHash') && memo.hash.length !== 32
      ? 'the memo is no hash of 32 bytes'
      : undefined,
    operationSources.length > operations ? 'there are numbers for more operations than there are' : undefined,
    ...[source, ...operationSources].map((number) =>
      optional(number, (value) => outside('the number of a muxed account', value, UINT64)),
    ),
  ])
