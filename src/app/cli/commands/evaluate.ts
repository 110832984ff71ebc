/** `quorate evaluate`: what the network will say of an envelope, and why; or of many, line by line. */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Phase } from '../../../kernel/protocol/version.js'
import type { Ports } from '../../ports.js'
import { onceOption } from '../arguments.js'
import { EXAMPLES, NOTES } from '../evaluate-help.js'
import { exitCodeOf, type ExitCode } from '../exit-code.js'
import { addEntryOptions, entryRulesOf, type EntryFlags } from '../entry-options.js'
import { answerOneOrBatch } from '../one-or-batch.js'
import { progressOf } from '../progress.js'
import {
  addQuestionOptions,
  batchEnd,
  liveOf,
  rulesOf,
  usage,
  type OpenPorts,
  type QuestionFlags,
  type Ran,
} from '../question-options.js'
import { reportFailures } from '../report-failures.js'
import type { Shell } from '../shell.js'

interface Flags extends QuestionFlags, EntryFlags {
  readonly phase?: Phase
}

const evaluateOne = async (shell: Shell, ports: Ports, envelope: string, flags: Flags): Ran => {
  // Loaded here, so that help and mistakes are answered before the decoders are.
  const { evaluateEnvelope } = await import('../../programs/evaluate.js')
  const { evaluationJson, pageOf, renderJson, renderLines, settledIn } =
    await import('../../../edge/report/index.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const live = await liveOf(flags)
  if (E.isLeft(live)) return live.left
  const entryRules = await entryRulesOf(flags)
  if (E.isLeft(entryRules)) return [entryRules.left]
  const evaluated = await evaluateEnvelope(ports)({
    ...rules.right,
    ...entryRules.right,
    ...live.right,
    envelope,
    accounts: flags.account ?? [],
    phase: flags.phase ?? 'validate',
  })()
  if (E.isLeft(evaluated)) return evaluated.left
  const { stdout, width } = shell
  await stdout.output.write(
    flags.format === 'json'
      ? renderJson(evaluationJson(evaluated.right))
      : renderLines(stdout.paint(flags.color))(pageOf(width)(evaluated.right)),
  )
  return exitCodeOf(settledIn(evaluated.right))
}

const evaluateMany = async (shell: Shell, ports: Ports, path: string, flags: Flags): Ran => {
  if (flags.ledger !== undefined || flags.maxEntryTtl !== undefined)
    return usage(
      '`--batch` takes no `--ledger` and no `--max-entry-ttl`',
      'lines are judged as of no ledger: judge what expires one by one',
    )
  const { evaluateBatch } = await import('../../programs/evaluate-batch.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const progress = progressOf(shell)
  const counted = await evaluateBatch(
    ports,
    shell.stdout.output,
    progress.show,
  )({ path, defaults: { ...rules.right, phase: flags.phase ?? 'validate' } })()
  return E.isLeft(counted) ? counted.left : batchEnd(progress, counted.right)
}

/** The command; `done` hears of its exit code. */
export const evaluateCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  addQuestionOptions(
    addEntryOptions(
      new Command('evaluate')
        .summary('judge an envelope: what will the network say, and why?')
        .description('Judges an envelope: what will the network say of it, and why?')
        .argument('[ENVELOPE]', 'path, base64, or - for standard input')
        .addOption(
          onceOption('--phase <phase>', 'validate: on submission (default); apply: when a ledger closes', [
            'validate',
            'apply',
          ]),
        ),
    ),
    'judge',
  )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (envelope: string | undefined, flags: Flags) => {
      const ran = await answerOneOrBatch('evaluate', open, envelope, flags, {
        one: (ports, given) => evaluateOne(shell, ports, given, flags),
        batch: (ports, path) => evaluateMany(shell, ports, path, flags),
      })
      done(typeof ran === 'number' ? ran : await reportFailures(shell, flags, ran))
    })
