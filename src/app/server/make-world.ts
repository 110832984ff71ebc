/** The world of a server, from what can be handed to a thread. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Network } from '../../kernel/model/index.js'
import { ed25519 } from '../node/index.js'
import { horizon, stellarRpc } from '../node/server-source.js'
import type { LedgerSource } from '../ports.js'
import { onNetwork } from '../programs/source/on-network.js'
import type { World } from './world.js'

/** What is said when the server is started; texts only. */
export interface WorldSettings {
  readonly passphrase: string | undefined
  readonly version: string
  /** The addresses of servers that know accounts. */
  readonly horizon: string | undefined
  readonly rpc: string | undefined
}

/** As many networks as a server is asked about, and some more. */
const MOST_NETWORKS = 16

/**
 * One source, so that many requests for one account are one question, and so many connections there are and
 * no more; for each network one that is held to it.
 */
const sourceOf = ({ horizon: horizonUrl, rpc }: WorldSettings): World['live'] => {
  const url = horizonUrl ?? rpc
  if (url === undefined) return undefined
  const made = (horizonUrl === undefined ? stellarRpc : horizon)({ url, network: 'unchecked' })
  if (E.isLeft(made)) throw new Error('invariant: an address that was taken is taken again')
  const known = new Map<string, LedgerSource>()
  return (network: Network) => {
    const before = known.get(network.passphrase)
    if (before !== undefined) return before
    // Whoever asks names the network, and could name a new one each time.
    if (known.size >= MOST_NETWORKS) known.clear()
    const held = onNetwork(network)(made.right)
    known.set(network.passphrase, held)
    return held
  }
}

/** The world. */
export const makeWorld = (settings: WorldSettings): World => {
  const { passphrase, version } = settings
  const live = sourceOf(settings)
  return {
    ed25519,
    network: passphrase === undefined ? O.none : O.some({ passphrase }),
    version,
    today: () => new Date().toISOString().slice(0, 10),
    now: () => BigInt(Math.floor(Date.now() / 1000)),
    ...(live === undefined ? {} : { live }),
  }
}
