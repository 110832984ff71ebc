/** `quorate trim`: which signatures to send? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TrimState } from '../../../edge/report/index.js'
import type { TrimRequest } from '../../programs/trim.js'
import type { Ports } from '../../ports.js'
import { onceOption } from '../arguments.js'
import { listOption } from '../choice-options.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { progressOf } from '../progress.js'
import {
  addQuestionOptions,
  batchEnd,
  batchUsage,
  liveOf,
  noEnvelope,
  rulesOf,
  type OpenPorts,
  type QuestionFlags,
  type Ran,
} from '../question-options.js'
import { reportFailures } from '../report-failures.js'
import type { Shell } from '../shell.js'
import { EXAMPLES, NOTES } from '../trim-help.js'

interface Flags extends QuestionFlags {
  readonly keep?: 'needed' | 'usable'
  readonly prefer?: readonly string[]
  readonly correctHints?: true
  readonly allowInner?: true
}

const EXITS: Readonly<Record<TrimState, ExitCode>> = {
  ready: EXIT.yes,
  'sign-again': EXIT.no,
  'not-authorized': EXIT.no,
  undetermined: EXIT.undecided,
  'inner-would-change': EXIT.no,
}

const wanted = ({
  keep,
  prefer,
  correctHints,
  allowInner,
}: Flags): Pick<TrimRequest, 'options' | 'prefer'> => ({
  options: {
    keep: keep ?? 'needed',
    correctHints: correctHints ?? false,
    allowInner: allowInner ?? false,
  },
  prefer: prefer ?? [],
})

const trimSome = async (
  shell: Shell,
  ports: Ports,
  envelopes: readonly [string, ...string[]],
  flags: Flags,
): Ran => {
  const { trimEnvelopes } = await import('../../programs/trim.js')
  const { renderJson, renderLines, trimmingJson, trimmingPageOf, trimStateOf } =
    await import('../../../edge/report/index.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const live = await liveOf(flags)
  if (E.isLeft(live)) return live.left
  const trimmed = await trimEnvelopes(ports)({
    ...rules.right,
    ...live.right,
    ...wanted(flags),
    envelopes,
    accounts: flags.account ?? [],
  })()
  if (E.isLeft(trimmed)) return trimmed.left
  const { stdout, stderr, width } = shell
  const { printed, result } = trimmed.right
  if (flags.format === 'json') await stdout.output.write(renderJson(trimmingJson(trimmed.right)))
  else {
    await stderr.output.write(renderLines(stderr.paint(flags.color))(trimmingPageOf(width)(trimmed.right)))
    if (O.isSome(printed)) await stdout.output.write(`${printed.value}\n`)
  }
  return EXITS[trimStateOf(result)]
}

const trimMany = async (shell: Shell, ports: Ports, path: string, flags: Flags): Ran => {
  const { trimBatch } = await import('../../programs/trim-batch.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const progress = progressOf(shell)
  const counted = await trimBatch(
    ports,
    shell.stdout.output,
    progress.show,
  )({ path, defaults: rules.right, ...wanted(flags) })()
  return E.isLeft(counted) ? counted.left : batchEnd(progress, counted.right)
}

const run = async (shell: Shell, open: OpenPorts, envelopes: readonly string[], flags: Flags): Ran => {
  const { batch } = flags
  const [first, ...others] = envelopes
  if (batch === undefined)
    return first === undefined
      ? noEnvelope(flags, 'trim')
      : trimSome(shell, await open(), [first, ...others], flags)
  const wrong = batchUsage(flags, envelopes)
  return wrong.length > 0 ? wrong : trimMany(shell, await open(), batch, flags)
}

/** The command; `done` hears of its exit code. */
export const trimCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  addQuestionOptions(
    new Command('trim')
      .summary('leave out the signatures that the network would refuse; merge copies')
      .description(
        'Leaves out the signatures that the network would refuse, merging copies, and prints the envelope.',
      )
      .argument('[ENVELOPE...]', 'copies of one transaction: paths, base64, or - for standard input')
      .addOption(
        onceOption('--keep <which>', 'needed (default): none can be left out; usable: all that can be used', [
          'needed',
          'usable',
        ]),
      )
      .addOption(
        listOption('--prefer <signers>', 'keep these rather than others: names or keys, between commas'),
      )
      .option('--correct-hints', 'give right signatures their right hints rather than dropping them')
      .option('--allow-inner', 'trim the inner signatures of a fee bump, which voids the outer ones'),
    'trim',
  )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (envelopes: readonly string[], flags: Flags) => {
      const ran = await run(shell, open, envelopes, flags)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, flags, ran))
    })
