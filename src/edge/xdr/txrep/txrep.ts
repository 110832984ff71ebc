/**
 * Envelopes as txrep and back (SEP-11 v1.1.0): a line for every field, for people to read and compare.
 *
 * What is written is the normalized form: every field once, in the order of the bytes. Where it leaves the
 * XDR files is told in `places.ts`; how strictly it is read in `read-fields.ts`.
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, NETWORKS, toBase64, type Bytes, type Failure } from '../../../kernel/model/index.js'
import { decodeEnvelopeBytes } from '../decode-envelope.js'
import { MAX_TEXT_LENGTH, readText } from '../read-text.js'
import { Reader } from '../reader.js'
import { ENVELOPE } from './places.js'
import { readValue, type State } from './read-fields.js'
import { Sink } from './sink.js'
import { onLine, shownField, splitLines } from './split-lines.js'
import { Lines, writeValue } from './write-lines.js'

/**
 * No longer text is written or read. The largest envelopes that the network takes have some 100 KiB, and a
 * line for every few bytes where they hold lists of small values.
 */
export const MAX_TXREP_LENGTH = 8 * 1024 * 1024

const tooLong = (length: number): Failure =>
  failure(
    'txrep-too-long',
    `${String(length)} characters; a txrep has at most ${String(MAX_TXREP_LENGTH)}`,
    'read the base64 of the envelope instead',
  )

/** The network does not matter: no hash is used. */
const decode = decodeEnvelopeBytes(NETWORKS.public)

const linesOf = (bytes: Bytes): E.Either<Failure, string> => {
  const envelope = decode(bytes)
  if (E.isLeft(envelope)) return envelope
  const lines = new Lines(MAX_TXREP_LENGTH)
  writeValue(lines, new Reader(bytes), ENVELOPE, '')
  return lines.length > MAX_TXREP_LENGTH ? E.left(tooLong(lines.length)) : E.right(lines.text())
}

/**
 * The txrep of the envelope in a base64 text, signed or not: lines that each end with a newline.
 *
 * Failures: those of `decodeEnvelope`, `txrep-too-long`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { txrepOf } from 'quorate/edge'
 *
 * const empty =
 *   'AAAAAgAAAAArFkuQQ4QuQY6SkLc5xxSdwpFOvl7VqKVvrfkPSqB+0AAAAGQAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAA'
 * const text = txrepOf(empty)
 * if (E.isRight(text)) console.log(text.right.split('\n')[2])
 * // => tx.fee: 100
 * ```
 */
export const txrepOf: (base64: string) => E.Either<Failure, string> = readText(
  'a transaction envelope',
  linesOf,
)

const unread = ({ fields }: State): Failure | undefined => {
  for (const [field, { line }] of fields)
    return onLine(
      line,
      failure(
        'txrep-unknown-field',
        `${shownField(field)} is no field of this transaction`,
        'compare its name with the XDR files, and its number with the `len` of its list',
      ),
    )
  return undefined
}

const checked = (bytes: Bytes): E.Either<Failure, string> => {
  const base64 = toBase64(bytes)
  if (base64.length > MAX_TEXT_LENGTH) return E.left(tooLong(base64.length))
  const envelope = decode(bytes)
  return E.isLeft(envelope) ? envelope : E.right(base64)
}

/**
 * The envelope that a txrep stands for, as base64.
 *
 * Fields may stand in any order; comments after values and full-line comments are passed over. Stricter
 * than the standard: a field that is missing or stands twice is refused, and so is a short text as an
 * asset, unless it is a name of the native one.
 *
 * Failures: `empty-input`, `txrep-too-long`, `xdr-too-deep`; with their line `txrep-bad-line`,
 * `txrep-duplicate-field`, `txrep-missing-field`, `txrep-unknown-field`, `txrep-bad-value`, `secret-seed`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { readTxrep } from 'quorate/edge'
 *
 * const envelope = readTxrep('type: ENVELOPE_TYPE_TX\ntx.fee: 100\n')
 * if (E.isLeft(envelope)) console.log(envelope.left.message)
 * // => `tx.sourceAccount` is missing
 * ```
 */
export const readTxrep = (text: string): E.Either<Failure, string> => {
  if (text.length > MAX_TXREP_LENGTH) return E.left(tooLong(text.length))
  if (text.trim() === '') return E.left(failure('empty-input', 'nothing to read: the input is empty'))
  const fields = splitLines(text)
  if (E.isLeft(fields)) return fields
  const state: State = { fields: fields.right, sink: new Sink(), line: 0, depth: 0 }
  const stop = readValue(state, ENVELOPE, '') ?? unread(state)
  return stop === undefined ? checked(state.sink.written()) : E.left(stop)
}
