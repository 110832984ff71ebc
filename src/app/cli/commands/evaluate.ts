/** `quorate evaluate`: what the network will say of an envelope, and why; or of many, line by line. */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { failure, about, type Failure } from '../../../kernel/model/failure.js'
import type { Network } from '../../../kernel/model/network.js'
import type { Phase } from '../../../kernel/protocol/version.js'
import type { Ports } from '../../ports.js'
import { onceOption, styleOptions } from '../arguments.js'
import { EXAMPLES, NOTES } from '../evaluate-help.js'
import { EXIT, exitCodeOf, type ExitCode } from '../exit-code.js'
import { progressOf } from '../progress.js'
import { reportFailures, type Style } from '../report-failures.js'
import type { Shell } from '../shell.js'

interface Flags extends Style {
  readonly account?: readonly string[]
  readonly network?: string
  readonly protocol?: string
  readonly phase?: Phase
  readonly closedWorld?: true
  readonly batch?: string
}

/** Loads what answers the ports: later than help, version and mistakes of usage. */
type OpenPorts = () => Promise<Ports>

/** A failure, or the exit code. */
type Ran = Promise<readonly Failure[] | ExitCode>

const usage = (message: string, help: string): readonly Failure[] => [failure('usage', message, help)]

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
  const { parseNetwork } = await import('../../programs/network.js')
  return E.map((known: Network) => O.some(known))(E.mapLeft(about('--network'))(parseNetwork(text)))
}

const evaluateOne = async (shell: Shell, ports: Ports, envelope: string, flags: Flags): Ran => {
  // Loaded here, so that help and mistakes are answered before the decoders are.
  const { evaluateEnvelope } = await import('../../programs/evaluate.js')
  const { evaluationJson, pageOf, renderJson, renderLines } = await import('../../../edge/report/index.js')
  const { DEFAULT_PROTOCOL } = await import('../../../kernel/protocol/version.js')

  const protocol = protocolOf(flags.protocol, DEFAULT_PROTOCOL)
  if (E.isLeft(protocol)) return [protocol.left]
  const network = await networkOf(flags.network)
  if (E.isLeft(network)) return [network.left]
  const evaluated = await evaluateEnvelope(ports)({
    envelope,
    accounts: flags.account ?? [],
    network: network.right,
    protocol: protocol.right,
    phase: flags.phase ?? 'validate',
    closedWorld: flags.closedWorld ?? false,
  })()
  if (E.isLeft(evaluated)) return evaluated.left
  const { stdout, width } = shell
  await stdout.output.write(
    flags.format === 'json'
      ? renderJson(evaluationJson(evaluated.right))
      : renderLines(stdout.paint(flags.color))(pageOf(width)(evaluated.right)),
  )
  return exitCodeOf(evaluated.right.explanation.verdict)
}

const evaluateMany = async (shell: Shell, ports: Ports, path: string, flags: Flags): Ran => {
  if (flags.account !== undefined)
    return usage('`--batch` takes no `--account`', 'the lines of a batch carry their accounts')
  const { evaluateBatch } = await import('../../programs/evaluate-batch.js')
  const { DEFAULT_PROTOCOL } = await import('../../../kernel/protocol/version.js')
  const protocol = protocolOf(flags.protocol, DEFAULT_PROTOCOL)
  if (E.isLeft(protocol)) return [protocol.left]
  const network = await networkOf(flags.network)
  if (E.isLeft(network)) return [network.left]
  const progress = progressOf(shell)
  const counted = await evaluateBatch(
    ports,
    shell.stdout.output,
    progress.show,
  )({
    path,
    defaults: {
      protocol: protocol.right,
      phase: flags.phase ?? 'validate',
      network: network.right,
      closedWorld: flags.closedWorld ?? false,
    },
  })()
  if (E.isLeft(counted)) return counted.left
  await progress.end(counted.right)
  const { judged, unreadable } = counted.right
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

const run = async (shell: Shell, open: OpenPorts, envelope: string | undefined, flags: Flags): Ran => {
  const { batch, account = [] } = flags
  if (batch !== undefined && envelope !== undefined)
    return usage('`--batch` takes no ENVELOPE', 'the lines of a batch carry their envelopes')
  if (batch !== undefined) return evaluateMany(shell, await open(), batch, flags)
  if (envelope !== undefined) return evaluateOne(shell, await open(), envelope, flags)
  return usage(
    'no ENVELOPE is given',
    account.length > 1
      ? '`--account` takes all words that follow it: write ENVELOPE first'
      : 'give a path, base64, or `-` for standard input; see `quorate evaluate --help`',
  )
}

/** The command; `done` hears of its exit code. */
export const evaluateCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command => {
  const command = new Command('evaluate')
    .summary('judge an envelope: what will the network say, and why?')
    .description('Judges an envelope: what will the network say of it, and why?')
    .argument('[ENVELOPE]', 'path, base64, or - for standard input')
    .option('-a, --account <file...>', 'who may sign for the accounts that it acts for')
    .addOption(onceOption('-n, --network <name>', 'public, testnet, futurenet, or a passphrase'))
    .addOption(onceOption('--protocol <number>', 'protocol version to judge under (default: 27)'))
    .addOption(
      onceOption('--phase <phase>', 'validate: on submission (default); apply: when a ledger closes', [
        'validate',
        'apply',
      ]),
    )
    .option('--closed-world', 'accounts that no file describes do not exist')
    .addOption(
      onceOption('--batch <file>', 'judge the cases of a JSON Lines file, or of - for standard input'),
    )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (envelope: string | undefined, flags: Flags) => {
      const ran = await run(shell, open, envelope, flags)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, flags, ran))
    })
  for (const option of styleOptions()) command.addOption(option)
  return command
}
