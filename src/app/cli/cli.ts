/** The command line as a whole: which commands there are, and how everything that goes wrong is told. */
import { Command, CommanderError } from 'commander'
import type { Ports } from '../ports.js'
import { seedFailure, styleOf, usageFailure } from './arguments.js'
import { analyzeCommand } from './commands/analyze.js'
import { checkCommand } from './commands/check.js'
import { diffCommand } from './commands/diff.js'
import { entryCommand } from './commands/entry.js'
import { evaluateCommand } from './commands/evaluate.js'
import { explainCommand } from './commands/explain.js'
import { importCommand } from './commands/import.js'
import { planCommand } from './commands/plan.js'
import { presetCommand } from './commands/preset.js'
import { rulesCommand } from './commands/rules.js'
import { sep10Command } from './commands/sep10.js'
import { serveCommand } from './commands/serve.js'
import { signersCommand } from './commands/signers.js'
import { simulateCommand } from './commands/simulate.js'
import { synthCommand } from './commands/synth.js'
import { trimCommand } from './commands/trim.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { reportFailures } from './report-failures.js'
import type { Shell } from './shell.js'
import { versionOf } from './version.js'

const EXAMPLES = `Examples
  quorate evaluate payment.xdr --account joint.quorate.yaml
  quorate signers add-signer.xdr --account joint.quorate.yaml
  quorate trim payment.xdr --account joint.quorate.yaml > ready.xdr
  quorate simulate add-signer.xdr --account joint.quorate.yaml
  quorate evaluate --batch cases.jsonl > verdicts.jsonl
  quorate analyze joint.quorate.yaml
  quorate check policies --base origin/main
  quorate plan before.quorate.yaml after.quorate.yaml --live horizon.json
  quorate preset joint --address founder=G... --key bilal=G... --key carina=G...
`

/** The name of the command that a command line addresses, for pointing to its help. */
const addressed = (program: Command, argv: readonly string[]): string => {
  const command = program.commands.find((one) => one.name() === argv[0])
  return command === undefined ? 'quorate' : `quorate ${command.name()}`
}

/** `--json` gives way to a `--format` that is written: then one of them would have no effect. */
const refuseTwoFormats = ({ json, format }: Readonly<Record<string, unknown>>): void => {
  if (json === true && format !== 'json')
    throw new CommanderError(2, 'quorate.formats', 'error: `--json` and `--format` say two things')
}

const program = (shell: Shell, open: () => Promise<Ports>, done: (code: ExitCode) => void): Command => {
  const root = new Command('quorate')
    .description('What the network will say of an envelope of a threshold account, and why.')
    .version(versionOf(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('before', EXAMPLES)
    .hook('preAction', (_, command) => refuseTwoFormats(command.opts()))
    .showSuggestionAfterError()
    .addCommand(evaluateCommand(shell, open, done))
    .addCommand(signersCommand(shell, open, done))
    .addCommand(trimCommand(shell, open, done))
    .addCommand(simulateCommand(shell, open, done))
    .addCommand(entryCommand(shell, open, done))
    .addCommand(analyzeCommand(shell, open, done))
    .addCommand(checkCommand(shell, open, done))
    .addCommand(diffCommand(shell, open, done))
    .addCommand(importCommand(shell, open, done))
    .addCommand(planCommand(shell, open, done))
    .addCommand(explainCommand(shell, open, done))
    .addCommand(rulesCommand(shell, done))
    .addCommand(synthCommand(shell, open, done))
    .addCommand(presetCommand(shell, done))
    .addCommand(sep10Command(shell, open, done))
    .addCommand(serveCommand(shell, open, done))
  for (const command of [root, ...root.commands, ...root.commands.flatMap(({ commands }) => commands)])
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => void shell.stdout.output.write(text),
        getOutHelpWidth: () => Math.min(shell.width, 80),
        // What is wrong is told once, by `reportFailures`.
        outputError: () => undefined,
      })
      .helpOption('-h, --help', 'print this help')
  return root
}

const nodePorts = async (): Promise<Ports> => {
  const { ed25519, nodeFiles } = await import('../node/index.js')
  return { files: nodeFiles(), ed25519 }
}

const faultText = (error: unknown, isDebugging: boolean): string => {
  const what =
    error instanceof Error ? (isDebugging ? (error.stack ?? error.message) : error.message) : 'unknown'
  const advice = isDebugging ? '' : '; QUORATE_DEBUG=1 shows where'
  return `internal fault: ${what}\nthis is a mistake in quorate and says nothing about the input; please report it${advice}\n`
}

/** Runs a command line. Total: whatever happens becomes an exit code. */
export const runCli = async (argv: readonly string[], shell: Shell): Promise<ExitCode> => {
  const style = styleOf(argv)
  try {
    const seed = seedFailure(argv)
    if (seed !== undefined) return await reportFailures(shell, style, [seed])
    let code: ExitCode = EXIT.yes
    const root = program(shell, nodePorts, (ended) => (code = ended))
    if (argv.length === 0) {
      await shell.stderr.output.write(root.helpInformation())
      return EXIT.badInput
    }
    try {
      await root.parseAsync(argv, { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      if (error.exitCode === 0) return EXIT.yes
      return await reportFailures(shell, style, [usageFailure(error.message, addressed(root, argv))])
    }
    return code
  } catch (error) {
    await shell.stderr.output.write(faultText(error, (process.env['QUORATE_DEBUG'] ?? '') !== ''))
    return EXIT.fault
  }
}
