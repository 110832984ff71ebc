/** `quorate evaluate`: what the network will say of an envelope, and why; or of many, line by line. */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { failure, about, type Failure } from '../../../kernel/model/failure.js'
import type { Network } from '../../../kernel/model/network.js'
import type { Phase } from '../../../kernel/protocol/version.js'
import type { Ports } from '../../ports.js'
import { parseNetwork } from '../../programs/network.js'
import { onceOption, styleOptions } from '../arguments.js'
import { EXIT, exitCodeOf, type ExitCode } from '../exit-code.js'
import { progressOf } from '../progress.js'
import { reportFailures, type Style } from '../report-failures.js'
import type { Shell } from '../shell.js'

const EXAMPLES = `Examples
  quorate evaluate payment.xdr --account joint.quorate.yaml
      an envelope in a file, judged with the accounts that another file describes
  quorate evaluate AAAAAgAAAAD... --account alice.json bob.json --network public
      base64 as it is, and accounts as Horizon answers them
  curl ... | quorate evaluate - --account joint.quorate.yaml --format json
      standard input, and an answer for programs
  quorate evaluate --batch cases.jsonl > verdicts.jsonl
      many envelopes, one line of JSON each
`

const NOTES = `
ENVELOPE is a path if a file of that name exists, and base64 otherwise; - is standard input.

--account takes account files (YAML or JSON), accounts as Horizon answers them, and
ledger entries in base64. What two files say of one account must be the same.

The network is never guessed: --network or an account file says it, and where both do
they must agree. A passphrase has spaces in it; one without belongs into an account file.

A batch has one case a line: {"id", "networkPassphrase", "envelope", "accounts": [base64],
"closedWorld", "protocol", "phase", "absentAccounts": [], "unknownAccounts": []}.
--protocol, --phase, --network and --closed-world hold for lines that do not say it.
Blank lines are skipped; a line that cannot be read is answered with its error.

Exit codes
  0  authorized; of a batch: every line was judged, whatever the verdicts
  1  rejected
  2  bad input or usage; of a batch: a line could not be read
  3  a fault of this program
  4  undetermined: an account that decides was not given

What is judged is who signed. Sequence number, time, fee, balance, and what the
operations do are not.
`

interface Flags extends Style {
  readonly account?: readonly string[]
  readonly network?: string
  readonly protocol?: string
  readonly phase?: Phase
  readonly closedWorld?: true
  readonly batch?: string
}

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
const networkOf = (text: string | undefined): E.Either<Failure, O.Option<Network>> =>
  text === undefined
    ? E.right(O.none)
    : E.map((known: Network) => O.some(known))(E.mapLeft(about('--network'))(parseNetwork(text)))

const evaluateOne = async (shell: Shell, ports: Ports, envelope: string, flags: Flags): Ran => {
  // Loaded here, so that help and mistakes are answered before the decoders are.
  const { evaluateEnvelope } = await import('../../programs/evaluate.js')
  const { evaluationJson, pageOf, renderJson, renderLines } = await import('../../../edge/report/index.js')
  const { DEFAULT_PROTOCOL } = await import('../../../kernel/protocol/version.js')

  const protocol = protocolOf(flags.protocol, DEFAULT_PROTOCOL)
  if (E.isLeft(protocol)) return [protocol.left]
  const network = networkOf(flags.network)
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
  const network = networkOf(flags.network)
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

const run = (shell: Shell, ports: Ports, envelope: string | undefined, flags: Flags): Ran => {
  const { batch, account = [] } = flags
  if (batch !== undefined && envelope !== undefined)
    return Promise.resolve(usage('`--batch` takes no ENVELOPE', 'the lines of a batch carry their envelopes'))
  if (batch !== undefined) return evaluateMany(shell, ports, batch, flags)
  if (envelope !== undefined) return evaluateOne(shell, ports, envelope, flags)
  return Promise.resolve(
    usage(
      'no ENVELOPE is given',
      account.length > 1
        ? '`--account` takes all words that follow it: write ENVELOPE first'
        : 'give a path, base64, or `-` for standard input; see `quorate evaluate --help`',
    ),
  )
}

/** The command; `done` hears of its exit code. */
export const evaluateCommand = (shell: Shell, ports: Ports, done: (code: ExitCode) => void): Command => {
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
      const ran = await run(shell, ports, envelope, flags)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, flags, ran))
    })
  for (const option of styleOptions()) command.addOption(option)
  return command
}
