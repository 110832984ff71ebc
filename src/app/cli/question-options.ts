/** The options of every command that asks about envelopes, and what they mean. */
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, failure, type Failure } from '../../kernel/model/failure.js'
import type { Network } from '../../kernel/model/network.js'
import type { Ports } from '../ports.js'
import type { BatchCount } from '../programs/answer-lines.js'
import type { OpenSource } from '../programs/source/live-accounts.js'
import { onceOption, styleOptions } from './arguments.js'
import { EXIT, type ExitCode } from './exit-code.js'
import type { Progress } from './progress.js'
import type { Style } from './report-failures.js'
import { addSourceOptions, bothGiven, hasSource, sourceOf, type SourceFlags } from './source-options.js'

/** The options as they are written. */
export interface QuestionFlags extends Style, SourceFlags {
  readonly account?: readonly string[]
  readonly network?: string
  readonly protocol?: string
  readonly closedWorld?: true
  readonly batch?: string
}

/** Loads what answers the ports: later than help, version and mistakes of usage. */
export type OpenPorts = () => Promise<Ports>

/** A failure, or the exit code. */
export type Ran = Promise<readonly Failure[] | ExitCode>

/** That the command line does not say what it should. */
export const usage = (message: string, help: string): readonly Failure[] => [failure('usage', message, help)]

/** Adds the options to a command; `verb` is what it does with a batch. */
export const addQuestionOptions = (command: Command, verb: string): Command => {
  command
    .option('-a, --account <file...>', 'who may sign for the accounts that it acts for')
    .addOption(onceOption('-n, --network <name>', 'public, testnet, futurenet, or a passphrase'))
    .addOption(onceOption('--protocol <number>', 'protocol version to judge under (default: 27)'))
    .option('--closed-world', 'accounts that no file describes do not exist')
  addSourceOptions(command, 'accounts that no file describes')
  command.addOption(
    onceOption('--batch <file>', `${verb} the cases of a JSON Lines file, or of - for standard input`),
  )
  for (const option of styleOptions()) command.addOption(option)
  return command
}

/** What holds for every envelope, and for lines of a batch that do not say it. */
export interface Rules {
  readonly protocol: number
  readonly network: O.Option<Network>
  readonly closedWorld: boolean
}

/** A protocol as written; whether the phase knows it is asked later. */
const protocolOf = (text: string | undefined, otherwise: number): E.Either<Failure, number> => {
  if (text === undefined) return E.right(otherwise)
  return /^[0-9]{1,3}$/.test(text)
    ? E.right(Number(text))
    : E.left(about('--protocol')(failure('not-a-protocol', 'a protocol version is a number, such as `27`')))
}

/** A network as written; none where none is. */
const networkOf = async (text: string | undefined): Promise<E.Either<Failure, O.Option<Network>>> => {
  if (text === undefined) return E.right(O.none)
  const { parseNetwork } = await import('../programs/network.js')
  return E.map((known: Network) => O.some(known))(E.mapLeft(about('--network'))(parseNetwork(text)))
}

/** The rules that the options say. */
export const rulesOf = async (flags: QuestionFlags): Promise<E.Either<Failure, Rules>> => {
  const { DEFAULT_PROTOCOL } = await import('../../kernel/protocol/version.js')
  const protocol = protocolOf(flags.protocol, DEFAULT_PROTOCOL)
  if (E.isLeft(protocol)) return protocol
  return E.map((network: O.Option<Network>) => ({
    protocol: protocol.right,
    network,
    closedWorld: flags.closedWorld ?? false,
  }))(await networkOf(flags.network))
}

/** Where accounts come from that no file describes; nothing where the files are all there is. */
export const liveOf = async (
  flags: QuestionFlags,
): Promise<E.Either<readonly Failure[], { readonly live?: OpenSource }>> => {
  const source = await sourceOf(flags)
  if (E.isLeft(source)) return source
  if (O.isNone(source.right)) return E.right({})
  return flags.closedWorld === true
    ? E.left([bothGiven('--closed-world', flags.horizon === undefined ? '--rpc' : '--horizon')])
    : E.right({ live: source.right.value })
}

/** What is wrong with the words of a batch command; nothing where nothing is. */
export const batchUsage = (flags: QuestionFlags, envelopes: readonly string[]): readonly Failure[] => {
  if (envelopes.length > 0)
    return usage('`--batch` takes no ENVELOPE', 'the lines of a batch carry their envelopes')
  if (hasSource(flags))
    return usage('`--batch` takes no `--horizon` and no `--rpc`', 'the lines of a batch carry their accounts')
  return flags.account === undefined
    ? []
    : usage('`--batch` takes no `--account`', 'the lines of a batch carry their accounts')
}

/** That there is no envelope. */
export const noEnvelope = ({ account = [] }: QuestionFlags, command: string): readonly Failure[] =>
  usage(
    'no ENVELOPE is given',
    account.length > 1
      ? '`--account` takes all words that follow it: write ENVELOPE first'
      : `give a path, base64, or \`-\` for standard input; see \`quorate ${command} --help\``,
  )

/** How a batch ended. */
export const batchEnd = async (progress: Progress, count: BatchCount): Ran => {
  await progress.end(count)
  const { judged, unreadable } = count
  return unreadable === 0
    ? EXIT.yes
    : [
        failure(
          'unreadable-lines',
          `${String(unreadable)} of ${String(judged + unreadable)} lines could not be read`,
          'the answer to each says why',
        ),
      ]
}
