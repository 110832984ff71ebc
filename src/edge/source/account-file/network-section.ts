/** The `network` of an account file: one of three names, or a passphrase. */
import * as E from 'fp-ts/lib/Either.js'
import {
  failure,
  NETWORKS,
  type Failure,
  type Network,
  type NetworkName,
} from '../../../kernel/model/index.js'
import { nearestName } from '../text/nearest-name.js'
import * as O from 'fp-ts/lib/Option.js'
import { refuse, unless, type Read } from '../tree/problem.js'
import { quoted } from '../quoted.js'
import { found, required, textIn, unknownKeys } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'

const isName = (text: string): text is NetworkName => Object.hasOwn(NETWORKS, text)

/** What the networks are called elsewhere. */
const ELSEWHERE: ReadonlyMap<string, NetworkName> = new Map([
  ['pubnet', 'public'],
  ['mainnet', 'public'],
  ['live', 'public'],
  ['test', 'testnet'],
  ['future', 'futurenet'],
])

const EXPECTED = 'expected `public`, `testnet`, `futurenet` or `{ passphrase: … }`'

const unknownNetwork = (text: string) => (): Failure => {
  const meant = ELSEWHERE.get(text.replace(/^stellar:/, '').toLowerCase())
  const near = meant === undefined ? nearestName(Object.keys(NETWORKS))(text) : O.some(meant)
  return failure(
    'unknown-network',
    `unknown network ${quoted(text)}; ${EXPECTED}`,
    O.isSome(near) ? `did you mean \`${near.value}\`?` : undefined,
  )
}

const noPassphrase = (): Failure => failure('missing-key', '`passphrase` is missing in `network`', EXPECTED)

/** The network that a file speaks of. */
export const readNetwork = (tree: Tree, offset: number): Read<Network> => {
  if (tree._tag === 'Map') {
    const passphrase = required('passphrase', noPassphrase, offset, textIn('`passphrase`', 'a text'))(tree)
    return unless(unknownKeys('`network`', ['passphrase'])(tree))(
      E.map((text: string) => ({ passphrase: text }))(passphrase),
    )
  }
  if (tree._tag !== 'Text')
    return refuse(tree.offset, () => failure('wrong-shape', `\`network\` is ${found(tree)}; ${EXPECTED}`))
  return isName(tree.text) ? E.right(NETWORKS[tree.text]) : refuse(tree.offset, unknownNetwork(tree.text))
}
