/** `quorate entry`: does an authorization entry of a smart contract call authorize anything? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Ports } from '../../ports.js'
import { onceOption, styleOptions } from '../arguments.js'
import { EXAMPLES, NOTES } from '../entry-help.js'
import { addEntryOptions, entryRulesOf, type EntryFlags } from '../entry-options.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { liveOf, rulesOf, usage, type OpenPorts, type Ran } from '../question-options.js'
import { reportFailures, type Style } from '../report-failures.js'
import type { Shell } from '../shell.js'
import { addSourceOptions, type SourceFlags } from '../source-options.js'

interface Flags extends Style, EntryFlags, SourceFlags {
  readonly account?: readonly string[]
  readonly network?: string
  readonly protocol?: string
  readonly closedWorld?: true
}

const EXITS: Readonly<Record<'yes' | 'no' | 'undecided', ExitCode>> = {
  yes: EXIT.yes,
  no: EXIT.no,
  undecided: EXIT.undecided,
}

const noEntry = ({ account = [] }: Flags) =>
  usage(
    'no ENTRY is given',
    account.length > 1
      ? '`--account` takes all words that follow it: write ENTRY first'
      : 'give a path, base64, or `-` for standard input; see `quorate entry --help`',
  )

const judge = async (shell: Shell, ports: Ports, entry: string, flags: Flags): Ran => {
  const { evaluateEntry } = await import('../../programs/entry.js')
  const { entryAnswer } = await import('../../../edge/soroban/index.js')
  const { entryPageOf, entryReportJson, renderJson, renderLines } =
    await import('../../../edge/report/index.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const entryRules = await entryRulesOf(flags)
  if (E.isLeft(entryRules)) return [entryRules.left]
  const live = await liveOf(flags)
  if (E.isLeft(live)) return live.left
  const report = await evaluateEntry(ports)({
    ...rules.right,
    ...live.right,
    ...entryRules.right,
    entry,
    accounts: flags.account ?? [],
  })()
  if (E.isLeft(report)) return report.left
  const { stdout, width } = shell
  await stdout.output.write(
    flags.format === 'json'
      ? renderJson(entryReportJson(report.right))
      : renderLines(stdout.paint(flags.color))(entryPageOf(width)(report.right)),
  )
  const { verdict } = report.right
  // By itself an entry without a signature of its own authorizes nothing yet.
  return verdict._tag === 'BySource' ? EXIT.undecided : EXITS[entryAnswer(verdict)]
}

/** The command; `done` hears of its exit code. */
export const entryCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command => {
  const command = addEntryOptions(
    new Command('entry')
      .summary('judge an authorization entry of a smart contract call')
      .description('Judges an authorization entry of a smart contract call: does its account allow it?')
      .argument('[ENTRY]', 'path, base64, or - for standard input')
      .option('-a, --account <file...>', 'who may sign for its account')
      .addOption(onceOption('-n, --network <name>', 'public, testnet, futurenet, or a passphrase'))
      .addOption(onceOption('--protocol <number>', 'protocol version to judge under (default: 27)'))
      .option('--closed-world', 'accounts that no file describes do not exist'),
  )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (entry: string | undefined, flags: Flags) => {
      const ran = entry === undefined ? noEntry(flags) : await judge(shell, await open(), entry, flags)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, flags, ran))
    })
  addSourceOptions(command, 'an account that no file describes')
  for (const option of styleOptions()) command.addOption(option)
  return command
}
