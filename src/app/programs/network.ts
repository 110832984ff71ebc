/** Which network an envelope is for: said, never guessed. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { isNetworkName, networkHelp } from '../../edge/source/network-text.js'
import { nearestName } from '../../edge/source/text/nearest-name.js'
import { quoted } from '../../edge/source/quoted.js'
import {
  failure,
  networkLabel,
  NETWORKS,
  PASSPHRASES,
  type Failure,
  type Network,
} from '../../kernel/model/index.js'

const EXPECTED = 'expected `public`, `testnet`, `futurenet`, or a passphrase, which has spaces in it'

/** A passphrase that is almost a known one: a slip of the pen gives a network of its own, silently. */
const nearPassphrase = (text: string): E.Either<Failure, Network> => {
  const near = nearestName(Object.values(PASSPHRASES))(text)
  return O.isSome(near) && near.value !== text
    ? E.left(
        failure(
          'unknown-network',
          `the passphrase ${quoted(text)} is almost, but not quite, that of a known network`,
          `did you mean \`${networkLabel({ passphrase: near.value })}\`? if not, say \`network: { passphrase: … }\` in an account file`,
        ),
      )
    : E.right({ passphrase: text })
}

/**
 * A network as written on the command line: one of three names, or a passphrase. A passphrase has white
 * space in it; anything else is taken for a name, so that `tesnet` is a mistake and no network.
 *
 * Failure: `unknown-network`, with the nearest name.
 */
export const parseNetwork = (text: string): E.Either<Failure, Network> => {
  if (isNetworkName(text)) return E.right(NETWORKS[text])
  if (/\S\s+\S/.test(text)) return nearPassphrase(text)
  return E.left(failure('unknown-network', `unknown network ${quoted(text)}; ${EXPECTED}`, networkHelp(text)))
}

const notSaid = (): Failure =>
  failure(
    'network-not-said',
    'neither the command line nor an account file says which network the envelope is for',
    'give --network public, testnet, futurenet, or the passphrase of a network',
  )

/**
 * The network by what the command line and the account files say.
 *
 * Failures: `network-not-said`, `networks-differ`.
 */
export const chooseNetwork = (
  said: O.Option<Network>,
  written: O.Option<Network>,
): E.Either<Failure, Network> => {
  if (O.isNone(said)) return E.fromOption(notSaid)(written)
  if (O.isSome(written) && written.value.passphrase !== said.value.passphrase)
    return E.left(
      failure(
        'networks-differ',
        `the network is ${quoted(networkLabel(said.value))} on the command line and ${quoted(networkLabel(written.value))} in the account files`,
        'a signature is valid on one network only: correct the one that is wrong',
      ),
    )
  return E.right(said.value)
}
