/** The envelopes that tests of a policy name. What cannot be read makes its test unknown, and nothing else. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Policy, Recorded } from '../../../advice/policy/index.js'
import { besideFile, folderOf, wayFrom } from '../../../edge/source/policy/relative-path.js'
import { about, failure, type Envelope, type Failure, type Network } from '../../../kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../../kernel/protocol/index.js'
import { proveWith } from '../../../kernel/signature/index.js'
import type { Ports } from '../../ports.js'
import { inputName } from '../input-name.js'
import type { PolicyFiles } from '../load-policy.js'

/** Room for white space around an envelope that is as long as it may be. */
const LIMIT = 2 * 1024 * 1024

const outside = (path: string): Failure =>
  failure(
    'envelope-outside',
    `\`${inputName(path)}\` is a link that leads out of the folder of the policy`,
    'put the envelope itself beside the policy',
  )

const noNetwork = (): Failure =>
  failure(
    'network-not-said',
    'an envelope is signed for one network, and the policy does not say which',
    'write `network: public` or `network: testnet` into the policy',
  )

type Read = E.Either<Failure, Envelope>

const textOf = async (
  files: PolicyFiles,
  folder: string,
  path: string,
): Promise<E.Either<Failure, string>> => {
  const [real, realFolder] = [await files.realPath(path)(), await files.realPath(folder)()]
  if (E.isLeft(real)) return real
  if (E.isLeft(realFolder)) return realFolder
  if (O.isNone(wayFrom(realFolder.right, real.right))) return E.left(outside(path))
  return files.readText(path, LIMIT)()
}

const readAll = async (
  files: PolicyFiles,
  root: string,
  network: Network,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Read>> => {
  // Decoding knows the whole of the network's XDR; a check without envelopes does not load it.
  const { decodeEnvelope } = await import('../../../edge/xdr/index.js')
  const decode = decodeEnvelope(network)
  const envelopes = new Map<string, Read>()
  for (const way of paths) {
    const path = besideFile(root, way)
    const text = await textOf(files, folderOf(root), path)
    const read = E.isLeft(text) ? text : decode(text.right.trim())
    envelopes.set(way, E.mapLeft(about(inputName(path)))(read))
  }
  return envelopes
}

const pathsIn = ({ tests }: Policy): readonly string[] => [
  ...new Set(tests.flatMap(({ trial }) => (trial._tag === 'Envelope' ? [trial.file] : []))),
]

/** What the tests of a policy are judged with; `root` is the file that was named. */
export const recordedFor = async (
  { files, ed25519 }: { readonly files: PolicyFiles } & Pick<Ports, 'ed25519'>,
  root: string,
  policy: Policy,
): Promise<Recorded> => {
  const paths = pathsIn(policy)
  const envelopes =
    paths.length === 0
      ? new Map<string, Read>()
      : O.isNone(policy.network)
        ? new Map(paths.map((path): [string, Read] => [path, E.left(noNetwork())]))
        : await readAll(files, root, policy.network.value, paths)
  return {
    // The backend is chosen, and tested, when it is first asked.
    judge: {
      protocol: DEFAULT_PROTOCOL,
      phase: 'validate',
      prove: (...asked) => proveWith(ed25519())(...asked),
    },
    envelopes,
  }
}
