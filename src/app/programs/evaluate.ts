/**
 * Evaluating one envelope: read what was given, decide, and say why and what would mend it.
 *
 * What is asked of the world is read first; after that everything is a function of values.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { namesOf, type Evaluation } from '../../edge/report/index.js'
import { mergeAccountSources, readAccountSource, type MergedSources } from '../../edge/source/index.js'
import { decodeEnvelope } from '../../edge/xdr/index.js'
import { evaluate, explain, mendsOf, type Judge } from '../../kernel/engine/index.js'
import { about, ledgerView, type Failure, type Network } from '../../kernel/model/index.js'
import { parseProtocol, type Phase } from '../../kernel/protocol/index.js'
import { proveWith } from '../../kernel/signature/index.js'
import type { Ports } from '../ports.js'
import { envelopeText, type EnvelopeText } from './envelope-text.js'
import { inputName } from './input-name.js'
import { chooseNetwork } from './network.js'
import { signedForOther } from './signed-for.js'

/** All that is wrong with what was given. */
export type Failures = NEA.NonEmptyArray<Failure>

/** What to evaluate, and under which rules. */
export interface EvaluateRequest {
  /** A path, base64, or `-`. */
  readonly envelope: string
  /** Paths of account files, of Horizon's JSON or of ledger entries; or `-`. */
  readonly accounts: readonly string[]
  readonly network: O.Option<Network>
  readonly protocol: number
  readonly phase: Phase
  /** Whether accounts that no file describes do not exist. */
  readonly closedWorld: boolean
}

/** As much as the largest form may hold; each form has its own, smaller limit. */
const ACCOUNTS_LIMIT = 64 * 1024 * 1024

const readAccounts = async (
  { files }: Ports,
  paths: readonly string[],
): Promise<E.Either<Failures, MergedSources>> => {
  const failures: Failure[] = []
  const sources = []
  for (const path of paths) {
    const name = inputName(path)
    const text = await files.readText(path, ACCOUNTS_LIMIT)()
    const source = E.isLeft(text)
      ? E.left(NEA.of(about(name)(text.left)))
      : readAccountSource(text.right, name)
    if (E.isLeft(source)) failures.push(...source.left)
    else sources.push(source.right)
  }
  const [first, ...others] = failures
  return first === undefined ? mergeAccountSources(sources) : E.left([first, ...others])
}

const decide = (
  ports: Ports,
  request: EvaluateRequest,
  protocol: Judge['protocol'],
  sources: MergedSources,
  { text, name }: EnvelopeText,
): E.Either<Failure, Evaluation> => {
  const network = chooseNetwork(request.network, sources.network)
  if (E.isLeft(network)) return network
  const envelope = E.mapLeft(about(name))(decodeEnvelope(network.right)(text))
  if (E.isLeft(envelope)) return envelope
  const view = ledgerView({ accounts: sources.accounts, closedWorld: request.closedWorld })
  if (E.isLeft(view)) return view
  const prove = proveWith(ports.ed25519())
  const judge: Judge = { protocol, phase: request.phase, prove }
  const verdict = evaluate(judge)(view.right)(envelope.right)
  const explanation = explain(prove)(envelope.right)(verdict)
  return E.right({
    network: network.right,
    networkFrom: O.isSome(request.network) ? 'command-line' : 'account-file',
    explanation,
    mends: mendsOf(judge)(view.right)(envelope.right)(verdict),
    names: namesOf(sources.aliases, sources.accountNames),
    signedFor: signedForOther(prove)(text, network.right, envelope.right, explanation),
  })
}

/**
 * The evaluation of an envelope.
 *
 * Failures: `unsupported-protocol`, `network-not-said`, `networks-differ`, those of reading files, of
 * `readAccountSource`, of `mergeAccountSources` and of `decodeEnvelope`. All that is wrong with account
 * files is told at once.
 */
export const evaluateEnvelope =
  (ports: Ports) =>
  (request: EvaluateRequest): TE.TaskEither<Failures, Evaluation> =>
  async () => {
    const protocol = E.mapLeft(about('--protocol'))(parseProtocol(request.phase)(request.protocol))
    if (E.isLeft(protocol)) return E.left(NEA.of(protocol.left))
    const text = await envelopeText(ports.files)(request.envelope)()
    if (E.isLeft(text)) return E.left(NEA.of(text.left))
    const sources = await readAccounts(ports, request.accounts)
    if (E.isLeft(sources)) return sources
    return E.mapLeft((failed: Failure): Failures => NEA.of(failed))(
      decide(ports, request, protocol.right, sources.right, text.right),
    )
  }
