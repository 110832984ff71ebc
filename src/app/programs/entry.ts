/** Judging one authorization entry by itself, before it is put into a transaction. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { namesOf, type EntryReport } from '../../edge/report/index.js'
import { judgeEntry } from '../../edge/soroban/index.js'
import { decodeAuthorizationEntry } from '../../edge/xdr/index.js'
import { about, ledgerView, type Failure, type Network } from '../../kernel/model/index.js'
import { parseProtocol } from '../../kernel/protocol/index.js'
import { proveWith } from '../../kernel/signature/index.js'
import type { Ports } from '../ports.js'
import { envelopeText } from './envelope-text.js'
import { chooseNetwork } from './network.js'
import { readAccounts, type Failures } from './read-question.js'

/** What to judge, as it was written, and under which rules. */
export interface EntryRequest {
  /** A path, base64, or `-`. */
  readonly entry: string
  /** Paths of account files, of Horizon's JSON or of ledger entries; or `-`. */
  readonly accounts: readonly string[]
  readonly network: O.Option<Network>
  readonly protocol: number
  readonly closedWorld: boolean
  readonly ledger?: number
  readonly maxEntryTtl?: number
}

const oneOf = (found: Failure): Failures => NEA.of(found)

/**
 * What the network will say of an entry. It is judged as when a ledger closes: nobody looks at it before.
 *
 * Failures: `unsupported-protocol`, `network-not-said`, `networks-differ`, those of reading files, of
 * `readAccountInput`, of `mergeAccountSources` and of `decodeAuthorizationEntry`.
 */
export const evaluateEntry =
  (ports: Ports) =>
  (request: EntryRequest): TE.TaskEither<Failures, EntryReport> =>
  async () => {
    const protocol = E.mapLeft((found: Failure) => oneOf(about('--protocol')(found)))(
      parseProtocol('apply')(request.protocol),
    )
    if (E.isLeft(protocol)) return protocol
    const text = E.mapLeft(oneOf)(await envelopeText(ports.files)(request.entry, 'ENTRY')())
    if (E.isLeft(text)) return text
    const sources = await readAccounts(ports, request.accounts)
    if (E.isLeft(sources)) return sources
    const { accounts, aliases, accountNames, network: written } = sources.right
    const network = E.mapLeft(oneOf)(chooseNetwork(request.network, written))
    if (E.isLeft(network)) return network
    const entry = E.mapLeft((found: Failure) => oneOf(about(text.right.name)(found)))(
      decodeAuthorizationEntry(text.right.text),
    )
    if (E.isLeft(entry)) return entry
    const view = E.mapLeft(oneOf)(ledgerView({ accounts, closedWorld: request.closedWorld }))
    if (E.isLeft(view)) return view
    const judge = {
      ...{ network: network.right, protocol: protocol.right, prove: proveWith(ports.ed25519()) },
      ...{ ledger: O.fromNullable(request.ledger), maxEntryTtl: O.fromNullable(request.maxEntryTtl) },
    }
    return E.right({
      ...{ network: judge.network, protocol: judge.protocol, ledger: judge.ledger },
      entry: entry.right,
      verdict: judgeEntry(judge)(view.right)(entry.right),
      names: namesOf(aliases, accountNames),
    })
  }
