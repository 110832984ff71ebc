/**
 * The same envelope with other signatures: the bytes of what is signed are cut out of what came and put
 * back as they are, so that no re-encoding can change what the signatures are over.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  failure,
  MAX_SIGNATURES,
  NETWORKS,
  toBase64,
  type Bytes,
  type DecoratedSignature,
  type Envelope,
  type Failure,
} from '../../kernel/model/index.js'
import { decodeEnvelopeBytes } from './decode-envelope.js'
import { readText } from './read-text.js'
import { encodedSizeOf } from './signatures.js'

/** A signature has at most so many bytes (xdr `Signature`). */
const MAX_SIGNATURE_LENGTH = 64

/** After the inner envelope of a fee bump: the extension, of which only the empty one exists. */
const EXTENSION_LENGTH = 4

/** A list on the wire: a count, and for each a hint, a length and padded bytes. */
const encodeList = (signatures: readonly DecoratedSignature[]): Bytes => {
  const bytes = new Uint8Array(encodedSizeOf(signatures))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signatures.length)
  let at = 4
  for (const { hint, signature } of signatures) {
    view.setUint32(at, hint)
    view.setUint32(at + 4, signature.length)
    bytes.set(signature, at + 8)
    at += 8 + ((signature.length + 3) & ~3)
  }
  return bytes
}

const joined = (...parts: readonly Bytes[]): Bytes => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** What keeps signatures from standing in a list together. */
const listFailure = (signatures: readonly DecoratedSignature[]): Failure | undefined => {
  if (signatures.length > MAX_SIGNATURES)
    return failure(
      'too-many-signatures',
      `${String(signatures.length)} signatures; a list holds at most ${String(MAX_SIGNATURES)}`,
      'leave out those that are not needed',
    )
  const long = signatures.findIndex(({ signature }) => signature.length > MAX_SIGNATURE_LENGTH)
  if (long < 0) return undefined
  const { length } = signatures[long]?.signature ?? []
  return failure(
    'signature-too-long',
    `signature ${String(long + 1)} has ${String(length)} bytes; it can have at most ${String(MAX_SIGNATURE_LENGTH)}`,
  )
}

type Change = (bytes: Bytes, envelope: Envelope) => E.Either<Failure, Bytes>

const changed = (
  signatures: readonly DecoratedSignature[],
  change: Change,
): ((base64: string) => E.Either<Failure, string>) => {
  // Which network does not matter: where the lists stand is the same for all, and no hash is used.
  const decode = decodeEnvelopeBytes(NETWORKS.public)
  const read = readText('a transaction envelope', (bytes) => {
    const envelope = decode(bytes)
    return E.isLeft(envelope) ? envelope : change(bytes, envelope.right)
  })
  return (base64) => {
    const unfit = listFailure(signatures)
    if (unfit !== undefined) return E.left(unfit)
    const bytes = read(base64)
    return E.isLeft(bytes) ? bytes : E.right(toBase64(bytes.right))
  }
}

/**
 * The same envelope with these signatures as its list; of a fee bump, as its outer list.
 *
 * Failures: those of `decodeEnvelope`, `too-many-signatures`, `signature-too-long`.
 */
export const withSignatures = (
  signatures: readonly DecoratedSignature[],
): ((base64: string) => E.Either<Failure, string>) =>
  changed(signatures, (bytes, envelope) =>
    E.right(
      joined(bytes.subarray(0, bytes.length - encodedSizeOf(envelope.signatures)), encodeList(signatures)),
    ),
  )

/**
 * The same fee bump with these signatures as its inner list, and without outer signatures: they were
 * made over the inner list as it was, and none of them is right any more.
 *
 * Failures: those of `decodeEnvelope`, `not-a-fee-bump`, `too-many-signatures`, `signature-too-long`.
 */
export const withInnerSignatures = (
  signatures: readonly DecoratedSignature[],
): ((base64: string) => E.Either<Failure, string>) =>
  changed(signatures, (bytes, envelope) => {
    if (envelope._tag !== 'FeeBump')
      return E.left(
        failure('not-a-fee-bump', 'expected a fee bump, found an envelope that has no inner signatures'),
      )
    const end = bytes.length - encodedSizeOf(envelope.signatures) - EXTENSION_LENGTH
    const start = end - encodedSizeOf(envelope.inner.signatures)
    const extension = bytes.subarray(end, end + EXTENSION_LENGTH)
    return E.right(joined(bytes.subarray(0, start), encodeList(signatures), extension, encodeList([])))
  })
