/** `quorate synth`: which weights and thresholds do what is wished? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { SynthesisReport, SynthesisState } from '../../../edge/report/index.js'
import type { Failure } from '../../../kernel/model/failure.js'
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import type { SynthRequest } from '../../programs/synth.js'
import { onceOption, styleOptions } from '../arguments.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { usage, type OpenPorts, type Ran } from '../question-options.js'
import { reportFailures, type Style } from '../report-failures.js'
import type { Shell } from '../shell.js'
import { EXAMPLES, NOTES } from '../synth-help.js'

interface Flags extends Style {
  readonly account?: string
  readonly low?: string
  readonly medium?: string
  readonly high?: string
  readonly yaml?: true
}

const EXITS: Readonly<Record<SynthesisState, ExitCode>> = {
  found: EXIT.yes,
  impossible: EXIT.no,
  'too-large': EXIT.no,
  'gave-up': EXIT.undecided,
  incomplete: EXIT.undecided,
}

const requestOf = (file: string | undefined, { account, low, medium, high }: Flags): SynthRequest => {
  const said: readonly (readonly [ThresholdLevel, string | undefined])[] = [
    ['Low', low],
    ['Medium', medium],
    ['High', high],
  ]
  return {
    file: O.fromNullable(file),
    account: O.fromNullable(account),
    wishes: new Map(said.flatMap(([level, text]) => (text === undefined ? [] : [[level, text] as const]))),
  }
}

const print = async (shell: Shell, flags: Flags, report: SynthesisReport): Promise<readonly Failure[]> => {
  const { renderJson, renderLines, synthesisJson, synthesisPageOf, foundIn } =
    await import('../../../edge/report/index.js')
  const { stdout, stderr, width } = shell
  if (flags.yaml !== undefined) {
    const { synthesisYaml } = await import('../../programs/synth-yaml.js')
    const text = synthesisYaml(report)
    if (text !== undefined) await stdout.output.write(text)
    else if (foundIn(report) !== undefined)
      return usage('`--yaml` prints an account, and none is named', 'write a FILE and `--account NAME`')
    // What was not found must not stand in a file.
    await stderr.output.write(renderLines(stderr.paint(flags.color))(synthesisPageOf(width)(report)))
    return []
  }
  await stdout.output.write(
    flags.format === 'json'
      ? renderJson(synthesisJson(report))
      : renderLines(stdout.paint(flags.color))(synthesisPageOf(width)(report)),
  )
  return []
}

const run = async (shell: Shell, open: OpenPorts, request: SynthRequest, flags: Flags): Ran => {
  if (flags.yaml !== undefined && flags.format === 'json')
    return usage('`--yaml` and `--format json` are two forms of one answer', 'leave one of them out')
  const { synth } = await import('../../programs/synth.js')
  const { synthesisStateOf } = await import('../../../edge/report/index.js')
  const found = await synth(await open())(request)()
  if (E.isLeft(found)) return found.left
  const failures = await print(shell, flags, found.right)
  return failures.length > 0 ? failures : EXITS[synthesisStateOf(found.right)]
}

/** The command; `done` hears of its exit code. */
export const synthCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command => {
  const command = new Command('synth')
    .summary('which weights and thresholds do what is wished? or why none do')
    .description(
      'Which weights and thresholds do what is wished? The smallest ones, or a proof that there are none.',
    )
    .argument('[FILE]', 'a policy, whose names wishes may use, or - for standard input')
    .addOption(onceOption('-a, --account <name>', 'one of its accounts'))
    .addOption(onceOption('--low <wish>', 'who is to reach the low threshold, exactly'))
    .addOption(onceOption('--medium <wish>', 'who is to reach the medium threshold, exactly'))
    .addOption(onceOption('--high <wish>', 'who is to reach the high threshold, exactly'))
    .option('--yaml', 'print the account for the policy, and the story on standard error')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (file: string | undefined, flags: Flags) => {
      const ran = await run(shell, open, requestOf(file, flags), flags)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, flags, ran))
    })
  for (const option of styleOptions()) command.addOption(option)
  return command
}
