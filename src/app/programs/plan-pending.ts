/** The envelopes that are out there while a change of signers is planned: signed perhaps, and not sent. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { decodeEnvelope } from '../../edge/xdr/index.js'
import { about, failure, type Envelope, type Failure, type Network } from '../../kernel/model/index.js'
import type { Files } from '../ports.js'
import { envelopeText } from './envelope-text.js'

/** One of them, and what it is called. */
export interface PendingEnvelope {
  readonly name: string
  readonly envelope: Envelope
}

const pendingWithoutNetwork = (): Failure =>
  failure(
    'network-not-said',
    'nothing says which network the pending envelopes are for',
    'give --network public, testnet, futurenet, or the passphrase of a network',
  )

/** Reads them all. Failures: `network-not-said`; those of reading and decoding each. */
export const readPending = async (
  files: Files,
  words: readonly string[],
  network: O.Option<Network>,
): Promise<E.Either<NEA.NonEmptyArray<Failure>, readonly PendingEnvelope[]>> => {
  if (words.length === 0) return E.right([])
  if (O.isNone(network)) return E.left(NEA.of(about('--pending')(pendingWithoutNetwork())))
  const [failures, found]: [Failure[], PendingEnvelope[]] = [[], []]
  for (const [index, word] of words.entries()) {
    const text = await envelopeText(files)(word, `pending envelope ${String(index + 1)}`)()
    if (E.isLeft(text)) {
      failures.push(text.left)
      continue
    }
    const { name } = text.right
    const envelope = decodeEnvelope(network.value)(text.right.text)
    if (E.isLeft(envelope)) failures.push(about(name)(envelope.left))
    else found.push({ name, envelope: envelope.right })
  }
  const failed = NEA.fromArray(failures)
  return O.isSome(failed) ? E.left(failed.value) : E.right(found)
}
