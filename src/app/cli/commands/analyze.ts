/** `quorate analyze`: what does an account really permit? */
import { Command, InvalidArgumentError, Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AnalysisReport } from '../../../edge/report/index.js'
import type { Ports } from '../../ports.js'
import type { AnalyzeRequest } from '../../programs/analyze.js'
import { EXAMPLES, NOTES } from '../analyze-help.js'
import { onceOption } from '../arguments.js'
import { COLOUR_SETTINGS, type ColourSetting } from '../colour.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import type { OpenPorts, Ran } from '../question-options.js'
import { reportFailures } from '../report-failures.js'
import type { Shell } from '../shell.js'

/** The forms of an analysis. */
const FORMATS = ['text', 'json', 'markdown', 'svg'] as const

/** The kinds that `--by` may ask for. */
const KINDS = ['holder', 'device', 'vendor', 'location'] as const

type Many = 'lost' | 'stolen' | 'without' | 'weight' | 'threshold' | 'leave' | 'by'

interface Flags extends Readonly<Partial<Record<Many, readonly string[]>>> {
  readonly format: (typeof FORMATS)[number]
  readonly color: ColourSetting
  readonly power?: true
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

const collectKinds = (value: string, before: readonly string[] = []): readonly string[] => {
  const kinds = value.split(',').map((kind) => kind.trim())
  const wrong = kinds.find((kind) => !KINDS.some((known) => known === kind))
  if (wrong !== undefined) throw new InvalidArgumentError(`Allowed choices are ${KINDS.join(', ')}.`)
  return [...before, ...kinds]
}

const requestOf = (file: string, account: string | undefined, flags: Flags): AnalyzeRequest => {
  const { lost = [], stolen = [], without = [], weight = [], threshold = [], leave = [], by = [] } = flags
  return {
    file,
    account: O.fromNullable(account),
    supposed: { lost, stolen, without, weight, threshold, leave },
    power: flags.power ?? false,
    asked: by,
  }
}

const rendered = async (
  { stdout, width }: Shell,
  { format, color }: Flags,
  report: AnalysisReport,
): Promise<string> => {
  const { analysisJson, analysisMarkdown, analysisPageOf, analysisPicture, renderJson, renderLines } =
    await import('../../../edge/report/index.js')
  switch (format) {
    case 'text':
      return renderLines(stdout.paint(color))(analysisPageOf(width)(report))
    case 'json':
      return renderJson(analysisJson(report))
    case 'markdown':
      return analysisMarkdown(report)
    case 'svg':
      return analysisPicture(report)
  }
}

/** What a build must hear of: a level out of reach first, then a question that the file cannot answer. */
const exitOf = async ({ accounts, asked }: AnalysisReport): Promise<ExitCode> => {
  const { isReachable } = await import('../../../advice/coalition/index.js')
  const { answerOf } = await import('../../../edge/report/index.js')
  const answers = accounts.map(answerOf)
  if (!answers.every(isReachable)) return EXIT.no
  const isUnknown = answers.some(({ levels }) =>
    levels.some(({ kinds }) =>
      kinds.some(({ kind, loss }) => asked.includes(kind) && loss._tag === 'Unknown'),
    ),
  )
  return isUnknown ? EXIT.undecided : EXIT.yes
}

const run = async (shell: Shell, ports: Ports, request: AnalyzeRequest, flags: Flags): Ran => {
  const { analyzeFile } = await import('../../programs/analyze.js')
  const analyzed = await analyzeFile(ports)(request)()
  if (E.isLeft(analyzed)) return analyzed.left
  await shell.stdout.output.write(await rendered(shell, flags, analyzed.right))
  return exitOf(analyzed.right)
}

const many = (flags: string, description: string): Option => new Option(flags, description).argParser(collect)

/** The command; `done` hears of its exit code. */
export const analyzeCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  new Command('analyze')
    .summary('what does an account really permit? who can act, what may be lost')
    .description(
      'What does an account really permit? Who can act, who is needed, what may be lost or stolen.',
    )
    .argument('FILE', 'a file that describes accounts, or - for standard input')
    .argument('[ACCOUNT]', 'one of its accounts; otherwise all')
    .addOption(many('--lost <names>', 'what if these keys are lost'))
    .addOption(many('--stolen <names>', 'what if these keys are stolen'))
    .addOption(many('--without <names>', 'what if these signers are removed'))
    .addOption(many('--weight <name=number>', 'what if a signer had another weight'))
    .addOption(many('--threshold <level=number>', 'what if a level took another weight'))
    .addOption(many('--leave <names>', 'what is left as these leave, one after the other'))
    .addOption(
      new Option('--by <kinds>', `tell loss and theft also by ${KINDS.join(', ')}`).argParser(collectKinds),
    )
    .option('--power', 'how much each signer decides: Banzhaf and Shapley-Shubik')
    .addOption(onceOption('--format <format>', 'text, json, markdown or svg', FORMATS).default('text'))
    .addOption(
      onceOption(
        '--color <when>',
        'auto, always or never; NO_COLOR and FORCE_COLOR are respected',
        COLOUR_SETTINGS,
      ).default('auto'),
    )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (file: string, account: string | undefined, flags: Flags) => {
      const ran = await run(shell, await open(), requestOf(file, account, flags), flags)
      const style = { format: flags.format === 'json' ? 'json' : 'text', color: flags.color } as const
      done(typeof ran === 'number' ? ran : await reportFailures(shell, style, ran))
    })
