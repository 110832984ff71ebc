/** Horizon and Stellar RPC over the network, with everything that a decision needs around them. */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure, type Network } from '../../kernel/model/index.js'
import type { HttpExchange, LedgerSource } from '../ports.js'
import { atMost } from '../programs/source/at-most.js'
import { cached, type CachePolicy } from '../programs/source/cached.js'
import { coalesced } from '../programs/source/coalesced.js'
import { horizonSource, type ExtraHeaders } from '../programs/source/horizon-source.js'
import { onNetwork } from '../programs/source/on-network.js'
import { RETRY_POLICY, retrying, type RetryPolicy } from '../programs/source/retrying.js'
import { rpcSource } from '../programs/source/rpc-source.js'
import { parseSourceAddress, type SourceAddress } from '../programs/source/source-address.js'
import { withinTime } from '../programs/source/within-time.js'
import { nodeHttp } from './node-http.js'
import { nodeTiming } from './node-timing.js'

/** How a server is asked. */
export interface ServerSourceOptions {
  /** `https://…`; `http://` to this machine. A user name and a password in it are sent, and never told. */
  readonly url: string
  /**
   * The network that it has to be of: a server that is of another one, or does not say, answers nothing.
   * `unchecked`: whatever it says is taken. On another network an account is absent, and its master key
   * would do for it; so that is for those who only look, or have made sure in another way.
   */
  readonly network: Network | 'unchecked'
  /** How often, and within which time; `RETRY_POLICY` where nothing is said. */
  readonly retry?: Partial<RetryPolicy>
  /** So many requests at once; 8 where nothing is said. */
  readonly atOnce?: number
  /** Left out: nothing is remembered, which is right for decisions. */
  readonly cache?: CachePolicy
  /** Sent with every request: an API key, for one. */
  readonly headers?: ExtraHeaders
  /** Allows `http://` to other machines: then anybody on the way can answer. */
  readonly allowHttp?: boolean
}

type Adapter = (exchange: HttpExchange, address: SourceAddress, headers?: ExtraHeaders) => LedgerSource

const AT_ONCE = 8

/** Who has no types may leave it out; then nobody chose. */
const isSaid = (network: Network | 'unchecked' | undefined): boolean =>
  network === 'unchecked' || typeof network?.passphrase === 'string'

const networkNotSaid = (): Failure =>
  failure(
    'network-not-said',
    'nothing says of which network the server has to be',
    "give `network`; or `'unchecked'`, where nothing is decided by what it answers",
  )

const serverSource =
  (adapter: Adapter) =>
  (options: ServerSourceOptions): E.Either<Failure, LedgerSource> => {
    const { url, network, retry, atOnce = AT_ONCE, cache, headers, allowHttp = false } = options
    const address = parseSourceAddress(url, { allowHttp })
    if (E.isLeft(address)) return address
    if (!isSaid(network)) return E.left(networkNotSaid())
    const policy = { ...RETRY_POLICY, ...retry }
    const exchange = atMost(atOnce)(retrying(policy, nodeTiming)(nodeHttp()))
    const server = adapter(exchange, address.right, headers)
    const checked = network === 'unchecked' ? server : onNetwork(network)(server)
    // The time that a question takes is bounded where it is asked: waiting for a turn is part of it.
    const once = coalesced(withinTime(policy.totalMs, nodeTiming)(checked))
    return E.right(cache === undefined ? once : cached(cache, nodeTiming)(once))
  }

/**
 * Horizon as a source: `/accounts/{id}`, one request an account, asked again where that can help, all
 * within one time. Failures: `bad-address`, `network-not-said`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { NETWORKS } from 'quorate'
 * import { horizon } from 'quorate/node'
 *
 * const live = horizon({ url: 'https://key:secret@horizon.example.org/v1', network: NETWORKS.public })
 * console.log(E.isRight(live) ? live.right.name : live.left.message)
 * // => Horizon at https://horizon.example.org
 * ```
 */
export const horizon: (options: ServerSourceOptions) => E.Either<Failure, LedgerSource> =
  serverSource(horizonSource)

/**
 * Stellar RPC as a source: `getLedgerEntries`, up to 200 accounts a request, otherwise as `horizon`.
 * Failures: `bad-address`, `network-not-said`.
 */
export const stellarRpc: (options: ServerSourceOptions) => E.Either<Failure, LedgerSource> =
  serverSource(rpcSource)
