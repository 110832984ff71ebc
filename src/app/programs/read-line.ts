/** One line of a batch, read with what holds where it says nothing, to the answer that a program makes of it. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { unreadableLine } from '../../edge/report/batch-line.js'
import { idOf, type BatchDefaults, type BatchFrame } from '../../edge/source/batch-frame.js'
import { decodeEnvelope } from '../../edge/xdr/index.js'
import { failure, type Envelope, type Failure, type Network } from '../../kernel/model/index.js'
import type { InputLine } from '../ports.js'
import type { Answer } from './answer-lines.js'

/** What holds for lines that do not say it themselves. */
export interface LineDefaults {
  readonly protocol: number
  readonly network: O.Option<Network>
  readonly closedWorld: boolean
}

const unreadable = (line: string, found: Failure): Answer => ({
  text: unreadableLine(idOf(line), found),
  isReadable: false,
})

/** An envelope as base64, decoded for one network. */
export type Decode = (base64: string) => E.Either<Failure, Envelope>

/** Decoders by passphrase: hashing one passphrase for each line would be half of the decoding. */
const decoders = (): ((network: Network) => Decode) => {
  const known = new Map<string, Decode>()
  return (network) => {
    const before = known.get(network.passphrase)
    if (before !== undefined) return before
    // A hostile batch names a new network in each line.
    if (known.size >= 100) known.clear()
    const decode = decodeEnvelope(network)
    known.set(network.passphrase, decode)
    return decode
  }
}

/**
 * Answers lines, one after the other: `read` makes a case of a line, and `answer` a line of the case and
 * of the protocol, or a failure where the case cannot be judged.
 */
export const lineAnswerer = <C extends BatchFrame>(
  { protocol, network, closedWorld }: LineDefaults,
  read: (line: string, members: BatchDefaults) => E.Either<Failure, C>,
  answer: (one: C, protocol: number, decode: Decode) => E.Either<Failure, string>,
): ((line: InputLine) => Answer) => {
  const decoderOf = decoders()
  const members: BatchDefaults = {
    ...(O.isSome(network) ? { networkPassphrase: network.value.passphrase } : {}),
    ...(closedWorld ? { closedWorld: true } : {}),
  }

  const answerText = (line: string): Answer => {
    const one = read(line, members)
    if (E.isLeft(one)) return unreadable(line, one.left)
    const said = answer(
      one.right,
      O.getOrElse(() => protocol)(one.right.protocol),
      decoderOf(one.right.network),
    )
    return E.isLeft(said) ? unreadable(line, said.left) : { text: said.right, isReadable: true }
  }

  return (line) => {
    switch (line._tag) {
      case 'Line':
        return answerText(line.text)
      case 'TooLong':
        return unreadable(
          line.start,
          failure('line-too-long', `a line has more than ${String(line.limit)} bytes; it was not read`),
        )
      case 'Broken':
        return unreadable('', line.failure)
    }
  }
}
