/** What the server knows beside the request. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Network } from '../../kernel/model/index.js'
import type { Ed25519 } from '../../kernel/signature/index.js'
import type { LedgerSource } from '../ports.js'

/** The same for every request. */
export interface World {
  readonly ed25519: () => Ed25519
  /** The network of requests that do not say theirs. */
  readonly network: O.Option<Network>
  /** Asked for accounts that a request does not describe; there is none unless it was set up. */
  readonly live?: (network: Network) => LedgerSource
  /** Seconds since 1970. */
  readonly now: () => bigint
  /** What `check` says that it was made by. */
  readonly version: string
  /** The day that ages are counted from, where a request names none. */
  readonly today: () => string
}
