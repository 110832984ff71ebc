/** `quorate simulate`: what will the accounts be afterwards? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { StepOutcome } from '../../../edge/report/index.js'
import { about, type Failure } from '../../../kernel/model/failure.js'
import type { Ports } from '../../ports.js'
import type { FailingOperation } from '../../programs/failing-operations.js'
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
  usage,
  type OpenPorts,
  type QuestionFlags,
  type Ran,
} from '../question-options.js'
import { reportFailures } from '../report-failures.js'
import type { Shell } from '../shell.js'
import { EXAMPLES, NOTES } from '../simulate-help.js'

interface Flags extends QuestionFlags {
  readonly ledger?: string
  readonly closeTime?: string
  readonly fails?: readonly string[]
}

interface When {
  readonly ledger: O.Option<number>
  readonly closeTime: O.Option<bigint>
}

const optional = <A>(
  flag: string,
  text: string | undefined,
  parse: (text: string) => E.Either<Failure, A>,
): E.Either<Failure, O.Option<A>> =>
  text === undefined
    ? E.right(O.none)
    : E.map((found: A) => O.some(found))(E.mapLeft(about(flag))(parse(text)))

const whenOf = async ({ ledger, closeTime }: Flags): Promise<E.Either<Failure, When>> => {
  const { parseCloseTime, parseLedger } = await import('../../programs/ledger-time.js')
  const sequence = optional('--ledger', ledger, parseLedger)
  if (E.isLeft(sequence)) return sequence
  return E.map((time: O.Option<bigint>) => ({ ledger: sequence.right, closeTime: time }))(
    optional('--close-time', closeTime, parseCloseTime),
  )
}

const failsOf = async ({ fails = [] }: Flags): Promise<E.Either<Failure, readonly FailingOperation[]>> => {
  const { parseFailingOperation } = await import('../../programs/failing-operations.js')
  const found: FailingOperation[] = []
  for (const text of fails) {
    const one = E.mapLeft(about('--fails'))(parseFailingOperation(text))
    if (E.isLeft(one)) return one
    found.push(one.right)
  }
  return E.right(found)
}

const EXITS: Readonly<Record<StepOutcome, ExitCode>> = {
  succeeded: EXIT.yes,
  failed: EXIT.no,
  refused: EXIT.no,
  undetermined: EXIT.undecided,
}

const simulateSome = async (
  shell: Shell,
  ports: Ports,
  envelopes: readonly [string, ...string[]],
  flags: Flags,
): Ran => {
  const { simulateEnvelopes } = await import('../../programs/simulate.js')
  const { outcomeOfAll, renderJson, renderLines, simulationJson, simulationPageOf } =
    await import('../../../edge/report/index.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const live = await liveOf(flags)
  if (E.isLeft(live)) return live.left
  const when = await whenOf(flags)
  if (E.isLeft(when)) return [when.left]
  const fails = await failsOf(flags)
  if (E.isLeft(fails)) return [fails.left]
  const simulated = await simulateEnvelopes(ports)({
    ...rules.right,
    ...live.right,
    ...when.right,
    fails: fails.right,
    envelopes,
    accounts: flags.account ?? [],
  })()
  if (E.isLeft(simulated)) return simulated.left
  const { stdout, width } = shell
  await stdout.output.write(
    flags.format === 'json'
      ? renderJson(simulationJson(simulated.right))
      : renderLines(stdout.paint(flags.color))(simulationPageOf(width)(simulated.right)),
  )
  return EXITS[outcomeOfAll(simulated.right.simulation)]
}

const simulateMany = async (shell: Shell, ports: Ports, path: string, flags: Flags): Ran => {
  const { simulateBatch } = await import('../../programs/simulate-batch.js')
  const rules = await rulesOf(flags)
  if (E.isLeft(rules)) return [rules.left]
  const when = await whenOf(flags)
  if (E.isLeft(when)) return [when.left]
  const progress = progressOf(shell)
  const counted = await simulateBatch(
    ports,
    shell.stdout.output,
    progress.show,
  )({ path, defaults: { ...rules.right, ...when.right } })()
  return E.isLeft(counted) ? counted.left : batchEnd(progress, counted.right)
}

const run = async (shell: Shell, open: OpenPorts, envelopes: readonly string[], flags: Flags): Ran => {
  const { batch } = flags
  const [first, ...others] = envelopes
  if (batch === undefined)
    return first === undefined
      ? noEnvelope(flags, 'simulate')
      : simulateSome(shell, await open(), [first, ...others], flags)
  const wrong =
    flags.fails === undefined
      ? batchUsage(flags, envelopes)
      : usage('`--batch` takes no `--fails`', 'the lines of a batch say what `fails`')
  return wrong.length > 0 ? wrong : simulateMany(shell, await open(), batch, flags)
}

/** The command; `done` hears of its exit code. */
export const simulateCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  addQuestionOptions(
    new Command('simulate')
      .summary('submit envelopes in thought: what are the accounts afterwards?')
      .description('Submits envelopes in thought, one after the other: what are the accounts afterwards?')
      .argument('[ENVELOPE...]', 'paths, base64, or - for standard input')
      .addOption(onceOption('--ledger <number>', 'the ledger that they are submitted to'))
      .addOption(
        onceOption('--close-time <time>', 'when it closes: seconds since 1970, or ISO 8601 with a zone'),
      )
      .addOption(
        listOption('--fails <operations>', 'these are taken to fail: 2, or 1:2 of envelope 1, or 2=CODE'),
      ),
    'simulate',
  )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (envelopes: readonly string[], flags: Flags) => {
      const ran = await run(shell, open, envelopes, flags)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, flags, ran))
    })
