/** The `network` of an account file: one of three names, or a passphrase. */
import * as E from 'fp-ts/lib/Either.js'
import { failure, NETWORKS, type Failure, type Network } from '../../../kernel/model/index.js'
import { isNetworkName, networkHelp, networkOfPassphrase } from '../network-text.js'
import { refuse, unless, type Read } from '../tree/problem.js'
import { quoted } from '../quoted.js'
import { found, required, textIn, unknownKeys } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'

const EXPECTED = 'expected `public`, `testnet`, `futurenet` or `{ passphrase: … }`'

const unknownNetwork = (text: string) => (): Failure =>
  failure('unknown-network', `unknown network ${quoted(text)}; ${EXPECTED}`, networkHelp(text))

const noPassphrase = (): Failure => failure('missing-key', '`passphrase` is missing in `network`', EXPECTED)

const passphraseIn = (tree: Tree): Read<Network> => {
  const text = textIn('`passphrase`', 'a text')(tree)
  if (E.isLeft(text)) return text
  const network = networkOfPassphrase(text.right)
  return E.isLeft(network) ? refuse(tree.offset, () => network.left) : network
}

/** The network that a file speaks of. */
export const readNetwork = (tree: Tree, offset: number): Read<Network> => {
  if (tree._tag === 'Map')
    return unless(unknownKeys('`network`', ['passphrase'])(tree))(
      required('passphrase', noPassphrase, offset, passphraseIn)(tree),
    )
  if (tree._tag !== 'Text')
    return refuse(tree.offset, () => failure('wrong-shape', `\`network\` is ${found(tree)}; ${EXPECTED}`))
  return isNetworkName(tree.text)
    ? E.right(NETWORKS[tree.text])
    : refuse(tree.offset, unknownNetwork(tree.text))
}
