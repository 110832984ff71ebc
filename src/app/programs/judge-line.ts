/** One line of a batch to the line that answers it. Pure, and as fast as the engine lets it be. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { unreadableLine, verdictLine } from '../../edge/report/batch-line.js'
import { idOf, readBatchCase, type BatchDefaults } from '../../edge/source/batch-case.js'
import { decodeEnvelope } from '../../edge/xdr/index.js'
import { evaluate } from '../../kernel/engine/index.js'
import { failure, type Envelope, type Failure, type Network } from '../../kernel/model/index.js'
import { parseProtocol, type Phase } from '../../kernel/protocol/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import type { InputLine } from '../ports.js'

/** What holds for lines that do not say it themselves. */
export interface LineDefaults {
  readonly protocol: number
  readonly phase: Phase
  readonly network: O.Option<Network>
  readonly closedWorld: boolean
}

/** The answer to a line, and whether the line could be read. */
export interface Answer {
  readonly text: string
  readonly isReadable: boolean
}

const unreadable = (line: string, found: Failure): Answer => ({
  text: unreadableLine(idOf(line), found),
  isReadable: false,
})

type Decode = (base64: string) => E.Either<Failure, Envelope>

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

/** Answers lines, one after the other. */
export const lineJudge = (prove: Prove, defaults: LineDefaults): ((line: InputLine) => Answer) => {
  const decoderOf = decoders()
  const members: BatchDefaults = {
    ...(O.isSome(defaults.network) ? { networkPassphrase: defaults.network.value.passphrase } : {}),
    ...(defaults.closedWorld ? { closedWorld: true } : {}),
  }

  const judgeText = (line: string): Answer => {
    const read = readBatchCase(line, members)
    if (E.isLeft(read)) return unreadable(line, read.left)
    const { id, envelope: text, network, view } = read.right
    const phase = O.getOrElse(() => defaults.phase)(read.right.phase)
    const protocol = parseProtocol(phase)(O.getOrElse(() => defaults.protocol)(read.right.protocol))
    if (E.isLeft(protocol)) return unreadable(line, protocol.left)
    const envelope = decoderOf(network)(text)
    if (E.isLeft(envelope)) return unreadable(line, envelope.left)
    const verdict = evaluate({ protocol: protocol.right, phase, prove })(view)(envelope.right)
    return { text: verdictLine(id, envelope.right, verdict), isReadable: true }
  }

  return (line) => {
    switch (line._tag) {
      case 'Line':
        return judgeText(line.text)
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
