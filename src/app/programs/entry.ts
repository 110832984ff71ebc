/** Judging one authorization entry by itself, before it is put into a transaction. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { namesOf, type EntryReport } from '../../edge/report/index.js'
import type { AsOf } from '../../edge/report/as-of.js'
import { entryAccountsOf, judgeEntry } from '../../edge/soroban/index.js'
import type { MergedSources } from '../../edge/source/index.js'
import { decodeAuthorizationEntry } from '../../edge/xdr/index.js'
import {
  about,
  ledgerView,
  type AuthorizationEntry,
  type Failure,
  type LedgerView,
  type Network,
} from '../../kernel/model/index.js'
import { parseProtocol } from '../../kernel/protocol/index.js'
import { proveWith } from '../../kernel/signature/index.js'
import type { LedgerSource, Ports } from '../ports.js'
import { envelopeText } from './envelope-text.js'
import { chooseNetwork } from './network.js'
import { readAccounts, type Failures } from './read-question.js'
import { liveAccountsOf } from './source/live-view.js'

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
  /** Asked for the accounts that decide and that no file describes. */
  readonly live?: (network: Network) => LedgerSource
  /** Says that nobody waits any more: what the source was asked is withdrawn, and stays *not fetched*. */
  readonly signal?: AbortSignal
}

const oneOf = (found: Failure): Failures => NEA.of(found)

/** The view of what the files describe, and of what a source has beside it. */
const viewOf = async (
  { closedWorld, live, signal }: EntryRequest,
  { accounts }: MergedSources,
  network: Network,
  entry: AuthorizationEntry,
): Promise<E.Either<Failure, { readonly view: LedgerView; readonly asOf?: AsOf }>> => {
  const given = ledgerView({ accounts, closedWorld: live === undefined && closedWorld })
  if (E.isLeft(given)) return given
  if (live === undefined) return E.right({ view: given.right })
  return E.right(await liveAccountsOf(live(network), given.right)(entryAccountsOf(entry), signal)())
}

/** The ledger that is said; else the one after those of the accounts that were fetched. */
const ledgerOf = ({ ledger }: EntryRequest, asOf: AsOf | undefined): O.Option<number> => {
  if (ledger !== undefined || asOf === undefined) return O.fromNullable(ledger)
  return O.map(({ last }: { readonly last: number }) => last + 1)(asOf.ledgers)
}

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
    const { aliases, accountNames, network: written } = sources.right
    const network = E.mapLeft(oneOf)(chooseNetwork(request.network, written))
    if (E.isLeft(network)) return network
    const entry = E.mapLeft((found: Failure) => oneOf(about(text.right.name)(found)))(
      decodeAuthorizationEntry(text.right.text),
    )
    if (E.isLeft(entry)) return entry
    const known = E.mapLeft(oneOf)(await viewOf(request, sources.right, network.right, entry.right))
    if (E.isLeft(known)) return known
    const { view, asOf } = known.right
    const judge = {
      ...{ network: network.right, protocol: protocol.right, prove: proveWith(ports.ed25519()) },
      ...{ ledger: ledgerOf(request, asOf), maxEntryTtl: O.fromNullable(request.maxEntryTtl) },
    }
    return E.right({
      ...{ network: judge.network, protocol: judge.protocol, ledger: judge.ledger },
      entry: entry.right,
      verdict: judgeEntry(judge)(view)(entry.right),
      names: namesOf(aliases, accountNames),
      ...(asOf === undefined ? {} : { asOf }),
    })
  }
