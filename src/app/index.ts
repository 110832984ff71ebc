/**
 * What a service takes of Node beside the engine: where accounts come from.
 *
 * A source answers `Known`, `Absent` or with a failure, and these are three different things. `fetchView`
 * makes of its answers the ledger view that `evaluate` asks for, in which an account that could not be
 * fetched is *not fetched*, so that no decision comes out as a yes because a server was down.
 */
export { nodeFiles } from './node/files.js'
export { nodeHttp } from './node/node-http.js'
export { nodeTiming } from './node/node-timing.js'
export { horizon, stellarRpc, type ServerSourceOptions } from './node/server-source.js'
export type { HttpExchange, HttpFault, HttpRequest, LedgerSource, SourceAnswer, Timing } from './ports.js'
export { atMost } from './programs/source/at-most.js'
export { cached, type CachePolicy } from './programs/source/cached.js'
export { coalesced } from './programs/source/coalesced.js'
export { fetchView, type FetchedView } from './programs/source/fetch-view.js'
export { fileSource, type FileSourceOptions } from './programs/source/file-source.js'
export { horizonSource, type ExtraHeaders } from './programs/source/horizon-source.js'
export { memorySource, type KnownAccounts } from './programs/source/memory-source.js'
export { onNetwork } from './programs/source/on-network.js'
export { RETRY_POLICY, retrying, type RetryPolicy } from './programs/source/retrying.js'
export { rpcSource } from './programs/source/rpc-source.js'
export { parseSourceAddress, type SourceAddress } from './programs/source/source-address.js'
export { withinTime } from './programs/source/within-time.js'
