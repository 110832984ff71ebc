/** Networks as people write them: names, what the networks are called elsewhere, passphrases. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  NETWORKS,
  PASSPHRASES,
  networkLabel,
  type Failure,
  type Network,
  type NetworkName,
} from '../../kernel/model/index.js'
import { quoted } from './quoted.js'
import { nearestName } from './text/nearest-name.js'

/** Whether a text is the name of a network. */
export const isNetworkName = (text: string): text is NetworkName => Object.hasOwn(NETWORKS, text)

/** What the networks are called elsewhere. */
const ELSEWHERE: ReadonlyMap<string, NetworkName> = new Map([
  ['pubnet', 'public'],
  ['mainnet', 'public'],
  ['live', 'public'],
  ['test', 'testnet'],
  ['future', 'futurenet'],
])

/** The network that a text names, here or elsewhere, also as a CAIP-2 id (`stellar:pubnet`). */
const namedBy = (text: string): NetworkName | undefined => {
  const name = text.replace(/^stellar:/i, '').toLowerCase()
  return isNetworkName(name) ? name : ELSEWHERE.get(name)
}

/** `did you mean …?`, where a text that is no name of a network looks as if it were meant for one. */
export const networkHelp = (text: string): string | undefined => {
  const label = networkLabel({ passphrase: text })
  const meant =
    label === text ? (namedBy(text) ?? O.toUndefined(nearestName(Object.keys(NETWORKS))(text))) : label
  return meant === undefined ? undefined : `did you mean \`${meant}\`?`
}

/**
 * The network of a passphrase. Any text could be one; where it is empty, or the name of a network, it
 * would give a network of its own, on which no signature verifies.
 *
 * Failure: `unknown-network`.
 */
export const networkOfPassphrase = (text: string): E.Either<Failure, Network> => {
  if (text.trim() === '') return E.left(failure('unknown-network', 'the passphrase of the network is empty'))
  const name = namedBy(text)
  return name === undefined
    ? E.right({ passphrase: text })
    : E.left(
        failure(
          'unknown-network',
          `${quoted(text)} is the name of a network, and not its passphrase`,
          `did you mean the passphrase \`${PASSPHRASES[name]}\`?`,
        ),
      )
}
