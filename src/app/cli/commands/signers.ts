/** `quorate signers`: who must still sign? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { CompletionState } from '../../../edge/report/index.js'
import type { Ports } from '../../ports.js'
import { addChoiceOptions, choiceOf, countOption, type ChoiceFlags } from '../choice-options.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { answerOneOrBatch } from '../one-or-batch.js'
import { progressOf } from '../progress.js'
import {
  addQuestionOptions,
  batchEnd,
  liveOf,
  rulesOf,
  type OpenPorts,
  type QuestionFlags,
  type Ran,
} from '../question-options.js'
import { reportFailures } from '../report-failures.js'
import type { Shell } from '../shell.js'
import { EXAMPLES, NOTES } from '../signers-help.js'

interface Flags extends QuestionFlags, ChoiceFlags {
  readonly most?: number
}

/** So many are shown to people, and so many looked for, to tell many in few words. */
const MOST = { shown: 10, forPeople: 500, forPrograms: 100 } as const

const EXITS: Readonly<Record<CompletionState, ExitCode>> = {
  complete: EXIT.yes,
  trim: EXIT.no,
  unfinished: EXIT.no,
  impossible: EXIT.no,
  conditional: EXIT.undecided,
  unknown: EXIT.undecided,
}

const signersOfOne = async (shell: Shell, ports: Ports, envelope: string, flags: Flags): Ran => {
  const { signersOf } = await import('../../programs/signers.js')
  const { completionsJson, completionsPageOf, renderJson, renderLines, stateOf } =
    await import('../../../edge/report/index.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const live = await liveOf(flags)
  if (E.isLeft(live)) return live.left
  const { most = MOST.shown } = flags
  const isJson = flags.format === 'json'
  const found = await signersOf(ports)({
    ...rules.right,
    ...live.right,
    envelope,
    accounts: flags.account ?? [],
    choice: choiceOf(flags),
    most,
    limit: isJson ? (flags.most ?? MOST.forPrograms) : Math.max(most + 1, MOST.forPeople),
  })()
  if (E.isLeft(found)) return found.left
  const { stdout, width } = shell
  await stdout.output.write(
    isJson
      ? renderJson(completionsJson(found.right))
      : renderLines(stdout.paint(flags.color))(completionsPageOf(width)(found.right)),
  )
  return EXITS[stateOf(found.right.completions)]
}

const signersOfMany = async (shell: Shell, ports: Ports, path: string, flags: Flags): Ran => {
  const { signersBatch } = await import('../../programs/signers-batch.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const progress = progressOf(shell)
  const counted = await signersBatch(
    ports,
    shell.stdout.output,
    progress.show,
  )({
    path,
    defaults: rules.right,
    choice: choiceOf(flags),
    limit: flags.most ?? MOST.forPrograms,
  })()
  return E.isLeft(counted) ? counted.left : batchEnd(progress, counted.right)
}

/** The command; `done` hears of its exit code. */
export const signersCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  addQuestionOptions(
    addChoiceOptions(
      new Command('signers')
        .summary('say who must still sign an envelope, and who could instead')
        .description('Says who must still sign an envelope, whom to ask first, and who could instead.')
        .argument('[ENVELOPE]', 'path, base64, or - for standard input'),
    ).addOption(countOption('--most <number>', 'so many ways to complete it are shown (default: 10)')),
    'answer',
  )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (envelope: string | undefined, flags: Flags) => {
      const ran = await answerOneOrBatch('signers', open, envelope, flags, {
        one: (ports, given) => signersOfOne(shell, ports, given, flags),
        batch: (ports, path) => signersOfMany(shell, ports, path, flags),
      })
      done(typeof ran === 'number' ? ran : await reportFailures(shell, flags, ran))
    })
