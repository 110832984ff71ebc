/**
 * Envelopes from what travels: base64 text or bytes.
 *
 * What is decoded, and how it is hashed, is in `envelope.ts`; what can go wrong is told here.
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Bytes, type Envelope, type Failure, type Network } from '../../kernel/model/index.js'
import { envelopeOf } from './envelope.js'
import { networkIdOf } from './hash.js'
import { marksOf, type Marks } from './marks.js'
import { TransactionEnvelope } from './protocol-27.js'
import { readFailure } from './read-failure.js'
import { readText } from './read-text.js'
import { readXdr } from './read-xdr.js'

const WHAT = 'a transaction envelope'

const readEnvelope = readXdr(TransactionEnvelope)

const envelopeFailure = readFailure({ what: WHAT, otherCode: 'xdr-not-an-envelope' })

/**
 * The envelope that bytes hold, with the hash that its signers sign on a network. The bytes stay part
 * of it: do not change them afterwards.
 *
 * Failures: `empty-input`, `xdr-truncated`, `xdr-trailing`, `xdr-too-deep`, `xdr-not-an-envelope`.
 */
export const decodeEnvelopeBytes = (network: Network): ((bytes: Bytes) => E.Either<Failure, Envelope>) => {
  const networkId = networkIdOf(network)
  return (bytes) => {
    if (bytes.length === 0) return E.left(failure('empty-input', 'nothing to read: the input is empty'))
    const envelope = readEnvelope(bytes)
    return E.isLeft(envelope)
      ? E.left(envelopeFailure(bytes, envelope.left))
      : E.right(envelopeOf(networkId, bytes, envelope.right))
  }
}

/**
 * The envelope in a base64 text (strict: one line, padded, standard alphabet), for a network.
 *
 * Failures: those of `decodeEnvelopeBytes`; `base64-…` as of `fromBase64`; `xdr-too-long`,
 * `xdr-several`, `xdr-is-hash`, `xdr-is-hex`; `secret-seed`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { decodeEnvelope, NETWORKS } from 'quorate'
 *
 * const envelope = decodeEnvelope(NETWORKS.testnet)('AAAA')
 * if (E.isLeft(envelope)) console.log(envelope.left.code)
 * // => xdr-truncated
 * ```
 */
export const decodeEnvelope = (network: Network): ((base64: string) => E.Either<Failure, Envelope>) =>
  readText(WHAT, decodeEnvelopeBytes(network))

/** An envelope with what it carries beside its authority. */
export interface MarkedEnvelope {
  readonly envelope: Envelope
  readonly marks: Marks
}

/**
 * The envelope in a base64 text with its memo and the numbers of its muxed accounts, which `decodeEnvelope`
 * leaves out because no signature depends on them.
 *
 * Failures: those of `decodeEnvelope`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { decodeMarkedEnvelope } from 'quorate/edge'
 * import { NETWORKS } from 'quorate/kernel'
 *
 * const marked = decodeMarkedEnvelope(NETWORKS.testnet)('AAAA')
 * if (E.isLeft(marked)) console.log(marked.left.code)
 * // => xdr-truncated
 * ```
 */
export const decodeMarkedEnvelope = (
  network: Network,
): ((base64: string) => E.Either<Failure, MarkedEnvelope>) => {
  const networkId = networkIdOf(network)
  return readText(WHAT, (bytes) => {
    const envelope = readEnvelope(bytes)
    return E.isLeft(envelope)
      ? E.left(envelopeFailure(bytes, envelope.left))
      : E.right({ envelope: envelopeOf(networkId, bytes, envelope.right), marks: marksOf(envelope.right) })
  })
}
