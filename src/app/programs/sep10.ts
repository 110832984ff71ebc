/** Verifying a challenge that a client sent back, with accounts out of files. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { namesOf, type AuthenticationReport } from '../../edge/report/index.js'
import {
  clientAnswerIn,
  clientAnswerOf,
  parseAddress,
  type ClientAnswer,
  type Level,
  type Profile,
} from '../../edge/sep10/index.js'
import { mergeAccountSources, quoted, type AccountSource } from '../../edge/source/index.js'
import {
  about,
  failure,
  ledgerView,
  type AccountId,
  type Failure,
  type LedgerView,
  type Network,
} from '../../kernel/model/index.js'
import { proveWith } from '../../kernel/signature/index.js'
import type { LedgerSource, Ports } from '../ports.js'
import { envelopeText } from './envelope-text.js'
import { judgeChallenge } from './judge-challenge.js'
import { chooseNetwork } from './network.js'
import { readAccountInput } from './read-account-input.js'
import { askSource } from './source/fetch-view.js'

type Failures = NEA.NonEmptyArray<Failure>

/** In the place of an account file: accounts that no file describes do not exist. */
export const ABSENT = 'absent'

/** A challenge, and what is expected of it, as they were written. */
export interface VerifyRequest {
  /** A path, base64, or `-`. */
  readonly challenge: string
  /** Paths of account files, of Horizon's JSON or of ledger entries; `-`; or `absent`. */
  readonly accounts: readonly string[]
  readonly network: O.Option<Network>
  readonly server: string
  readonly homeDomains: readonly string[]
  readonly webAuthDomain: O.Option<string>
  readonly level: Level
  readonly profile: Profile
  readonly now: bigint
  readonly grace: bigint
  /** Asked where no file describes the account; of the network that the challenge is for. */
  readonly live?: (network: Network) => LedgerSource
  /** Says that nobody waits any more: what the source was asked is withdrawn, and the account is not known. */
  readonly signal?: AbortSignal
}

/** A level as written: `low`, `medium`, `high` or a weight. Failure: `bad-level`. */
export const parseLevel = (text: string): E.Either<Failure, Level> => {
  if (text === 'low') return E.right('Low')
  if (text === 'medium') return E.right('Medium')
  if (text === 'high') return E.right('High')
  return /^[0-9]{1,5}$/.test(text)
    ? E.right(Number(text))
    : E.left(
        failure(
          'bad-level',
          `${quoted(text)} is no level; expected \`low\`, \`medium\`, \`high\` or a weight`,
        ),
      )
}

const serverOf = (text: string): E.Either<Failure, AccountId> => {
  const address = E.mapLeft(about('--server'))(parseAddress(text))
  if (E.isLeft(address)) return address
  return O.isNone(address.right.number)
    ? E.right(address.right.account)
    : E.left(
        about('--server')(
          failure('muxed-server', 'the server is a plain account (G…), and this one is muxed'),
        ),
      )
}

const readSources = async (
  { files }: Ports,
  paths: readonly string[],
): Promise<E.Either<Failures, readonly AccountSource[]>> => {
  const failures: Failure[] = []
  const sources: AccountSource[] = []
  for (const path of paths) {
    const source = await readAccountInput(files)(path)()
    if (E.isLeft(source)) failures.push(...source.left)
    else sources.push(source.right)
  }
  const failed = NEA.fromArray(failures)
  return O.isSome(failed) ? E.left(failed.value) : E.right(sources)
}

/** What the files say; where they say nothing, what a source says. */
const asking =
  (view: LedgerView, live: LedgerSource | undefined, signal: AbortSignal | undefined) =>
  async (id: AccountId): Promise<ClientAnswer> => {
    const described = clientAnswerIn(view)(id)
    return described._tag !== 'NotKnown' || live === undefined
      ? described
      : clientAnswerOf(await askSource(live, id, signal))
  }

const oneOf = (found: Failure): Failures => NEA.of(found)

/**
 * What came of a challenge. A refusal is a result; an account that no file describes is not known.
 *
 * Failures: those of reading files, of `readAccountInput`, of `mergeAccountSources`, of `chooseNetwork`, of
 * the key of the server, and of `decodeEnvelope`.
 */
export const verifyChallenge =
  (ports: Ports) =>
  (request: VerifyRequest): TE.TaskEither<Failures, AuthenticationReport> =>
  async () => {
    const server = E.mapLeft(oneOf)(serverOf(request.server))
    if (E.isLeft(server)) return server
    const text = E.mapLeft(oneOf)(await envelopeText(ports.files)(request.challenge, 'CHALLENGE')())
    if (E.isLeft(text)) return text
    const sources = await readSources(
      ports,
      request.accounts.filter((path) => path !== ABSENT),
    )
    if (E.isLeft(sources)) return sources
    const merged = mergeAccountSources(sources.right)
    if (E.isLeft(merged)) return merged
    const { accounts, aliases, accountNames, network: written } = merged.right
    const network = E.mapLeft(oneOf)(chooseNetwork(request.network, written))
    if (E.isLeft(network)) return network
    const view = E.mapLeft(oneOf)(ledgerView({ accounts, closedWorld: request.accounts.includes(ABSENT) }))
    if (E.isLeft(view)) return view
    const { homeDomains, webAuthDomain, now, grace, level, profile, live, signal } = request
    const judged = await judgeChallenge({
      prove: proveWith(ports.ed25519()),
      expected: { network: network.right, server: server.right, homeDomains, webAuthDomain, now, grace },
      names: namesOf(aliases, accountNames),
      ...{ level, profile },
    })(asking(view.right, live?.(network.right), signal))(text.right.text)
    return E.mapLeft((found: Failure) => oneOf(about(text.right.name)(found)))(judged)
  }
