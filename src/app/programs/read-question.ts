/**
 * What every question about envelopes begins with: reading the envelopes, the accounts and the network,
 * and making values of them.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { namesOf, type AsOf, type Names } from '../../edge/report/index.js'
import { mergeAccountSources, type MergedSources } from '../../edge/source/index.js'
import { decodeEnvelope } from '../../edge/xdr/index.js'
import {
  about,
  ledgerView,
  type Envelope,
  type Failure,
  type LedgerView,
  type Network,
} from '../../kernel/model/index.js'
import { parseProtocol, type Phase, type Protocol } from '../../kernel/protocol/index.js'
import { proveWith, type Prove } from '../../kernel/signature/index.js'
import type { LedgerSource, Ports } from '../ports.js'
import { envelopeText, type EnvelopeText } from './envelope-text.js'
import { chooseNetwork } from './network.js'
import { readAccountInput } from './read-account-input.js'
import { liveView, type Asking } from './source/live-view.js'

/** All that is wrong with what was given. */
export type Failures = NEA.NonEmptyArray<Failure>

/** What is asked about, as it was written. */
export interface QuestionRequest {
  /** Paths, base64, or `-`. */
  readonly envelopes: readonly [string, ...string[]]
  /** Paths of account files, of Horizon's JSON or of ledger entries; or `-`. */
  readonly accounts: readonly string[]
  readonly network: O.Option<Network>
  readonly protocol: number
  /** Whether accounts that no file describes do not exist. */
  readonly closedWorld: boolean
  /** Asked for the accounts that are needed and that no file describes, of the network that it is for. */
  readonly live?: (network: Network) => LedgerSource
  /** Says that nobody waits any more: what the source was asked is withdrawn, and stays *not fetched*. */
  readonly signal?: AbortSignal
}

/** An envelope, the text that it came as, and what it is called. */
export interface NamedEnvelope extends EnvelopeText {
  readonly envelope: Envelope
}

/** What is asked about, as values. */
export interface Question {
  readonly network: Network
  /** Who said which network it is. */
  readonly networkFrom: 'command-line' | 'account-file'
  readonly protocol: Protocol
  readonly prove: Prove
  readonly view: LedgerView
  /** What was fetched, where a source was asked. */
  readonly asOf?: AsOf
  readonly sources: MergedSources
  readonly names: Names
  /** In the order in which they were given. */
  readonly envelopes: readonly [NamedEnvelope, ...NamedEnvelope[]]
}

/** All accounts that some files describe; all that is wrong with any file is told at once. */
export const readAccounts = async (
  { files }: Ports,
  paths: readonly string[],
): Promise<E.Either<Failures, MergedSources>> => {
  const failures: Failure[] = []
  const sources = []
  for (const path of paths) {
    const source = await readAccountInput(files)(path)()
    if (E.isLeft(source)) failures.push(...source.left)
    else sources.push(source.right)
  }
  const [first, ...others] = failures
  return first === undefined ? mergeAccountSources(sources) : E.left([first, ...others])
}

/** Reads each envelope's text; of several, one that was written out is named by its position. */
const readTexts = async (
  { files }: Ports,
  envelopes: QuestionRequest['envelopes'],
): Promise<E.Either<Failures, readonly EnvelopeText[]>> => {
  const failures: Failure[] = []
  const texts: EnvelopeText[] = []
  for (const [index, argument] of envelopes.entries()) {
    const written = envelopes.length === 1 ? 'ENVELOPE' : `ENVELOPE ${String(index + 1)}`
    const text = await envelopeText(files)(argument, written)()
    if (E.isLeft(text)) failures.push(text.left)
    else texts.push(text.right)
  }
  const failed = NEA.fromArray(failures)
  return O.isSome(failed) ? E.left(failed.value) : E.right(texts)
}

const decodeAll = (
  network: Network,
  texts: readonly EnvelopeText[],
): E.Either<Failures, Question['envelopes']> => {
  const decode = decodeEnvelope(network)
  const failures: Failure[] = []
  const named: NamedEnvelope[] = []
  for (const { text, name } of texts) {
    const envelope = E.mapLeft(about(name))(decode(text))
    if (E.isLeft(envelope)) failures.push(envelope.left)
    else named.push({ text, name, envelope: envelope.right })
  }
  const failed = NEA.fromArray(failures)
  const [first, ...others] = named
  if (O.isSome(failed)) return E.left(failed.value)
  if (first === undefined) throw new Error('invariant: a question is about an envelope')
  return E.right([first, ...others])
}

/** The view of what the files describe, and of what a source has beside it. */
const viewOf = async (
  { closedWorld, live, signal }: QuestionRequest,
  asking: Asking,
  { accounts }: MergedSources,
  network: Network,
  envelopes: Question['envelopes'],
): Promise<E.Either<Failure, Pick<Question, 'view' | 'asOf'>>> => {
  const given = ledgerView({ accounts, closedWorld: live === undefined && closedWorld })
  if (E.isLeft(given)) return given
  if (live === undefined) return E.right({ view: given.right })
  return E.right(
    await liveView(live(network), given.right)(
      envelopes.map(({ envelope }) => envelope),
      asking,
      signal,
    )(),
  )
}

/**
 * Reads what is asked about. A source that fails is no failure: what it could not say is *not fetched*.
 *
 * Failures: `unsupported-protocol`, `network-not-said`, `networks-differ`, those of reading files, of
 * `readAccountInput`, of `mergeAccountSources` and of `decodeEnvelope`. All that is wrong with the
 * envelopes, or with the account files, is told at once.
 */
export const readQuestion =
  (ports: Ports, phase: Phase, asking: Asking = phase) =>
  (request: QuestionRequest): TE.TaskEither<Failures, Question> =>
  async () => {
    const protocol = E.mapLeft(about('--protocol'))(parseProtocol(phase)(request.protocol))
    if (E.isLeft(protocol)) return E.left(NEA.of(protocol.left))
    const texts = await readTexts(ports, request.envelopes)
    if (E.isLeft(texts)) return texts
    const sources = await readAccounts(ports, request.accounts)
    if (E.isLeft(sources)) return sources
    const network = chooseNetwork(request.network, sources.right.network)
    if (E.isLeft(network)) return E.left(NEA.of(network.left))
    const envelopes = decodeAll(network.right, texts.right)
    if (E.isLeft(envelopes)) return envelopes
    const { aliases, accountNames } = sources.right
    const view = await viewOf(request, asking, sources.right, network.right, envelopes.right)
    if (E.isLeft(view)) return E.left(NEA.of(view.left))
    return E.right({
      network: network.right,
      networkFrom: O.isSome(request.network) ? 'command-line' : 'account-file',
      protocol: protocol.right,
      prove: proveWith(ports.ed25519()),
      ...view.right,
      sources: sources.right,
      names: namesOf(aliases, accountNames),
      envelopes: envelopes.right,
    })
  }
