/** One check from its question to its exit code. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { RULES } from '../../advice/lint/index.js'
// Not from the front door: reports of other commands are not loaded for this one.
import type { CheckedFile } from '../../edge/report/check/check-report.js'
import { CHECK_FORMATS } from '../../edge/report/check/formats.js'
import { CHECK_EXIT_CODES, outcomeOf } from '../../edge/report/check/outcome.js'
import { catalogueOf, type CheckSettings } from '../../edge/report/check/settings.js'
import { withFile } from '../../edge/report/check/summary.js'
import { unpainted } from '../../edge/report/styled.js'
import type { Failure } from '../../kernel/model/failure.js'
import type { Baseline } from '../programs/check/baseline.js'
import { beginCheck, checkPrepared, type Checking } from '../programs/check/check.js'
import { baselineFor, settleBaseline } from './check-baseline.js'
import { fix } from './check-fix.js'
import type { CheckJob } from './check-options.js'
import { openCheckOutput, type CheckOutput } from './check-output.js'
import { placesFailure } from './check-places.js'
import { checkProgress } from './check-progress.js'
import { counted, newTally } from '../programs/check/tally.js'
import type { CheckWorld } from './check-world.js'
import { EXIT, type ExitCode } from './exit-code.js'
import type { Shell } from './shell.js'
import { versionOf } from './version.js'

/** How a check ended, and which files it looked at. */
export interface CheckRun {
  readonly code: ExitCode
  readonly failures: readonly Failure[]
  readonly files: readonly string[]
}

type Failures = readonly Failure[]

const settingsFor = (
  { stdout, width }: Shell,
  { color, verbose }: CheckJob,
): { readonly onTerminal: CheckSettings; readonly inFiles: CheckSettings } => {
  const catalogue = catalogueOf(RULES)
  return {
    onTerminal: { catalogue, paint: stdout.paint(color), width, verbose },
    inFiles: { catalogue, paint: unpainted, width: 80, verbose },
  }
}

const tellAll = async (
  shell: Shell,
  world: CheckWorld,
  job: CheckJob,
  checking: Checking,
  baseline: O.Option<Baseline>,
  output: CheckOutput,
): Promise<CheckRun> => {
  const tally = newTally()
  const progress = checkProgress(shell, checking.count)
  await output.head({ version: versionOf(), today: job.request.today, failOn: job.failOn })
  for await (const prepared of checking.prepared()) {
    const file = checkPrepared(prepared)
    await output.file(counted(tally, baseline, file))
    progress.show(tally.summary.files)
  }
  for (const file of checking.gone) {
    const { files } = tally.summary
    await output.file(counted(tally, baseline, file))
    tally.summary = { ...tally.summary, files }
  }
  await progress.end()
  const files = [...checking.files.map(({ file }) => file), ...tally.files]
  if (O.isSome(baseline)) {
    const { results, failures } = await settleBaseline(world, job, checking, tally, baseline.value)
    if (failures.length > 0) {
      await output.discard()
      return { code: EXIT.badInput, failures, files }
    }
    if (results.length > 0) {
      const list: CheckedFile = {
        file: baseline.value.file,
        digest: O.none,
        policy: O.none,
        accounts: 0,
        results,
      }
      await output.file(list)
      tally.summary = { ...withFile(tally.summary, list), files: tally.summary.files }
    }
  }
  const outcome = outcomeOf(tally.summary, job.failOn)
  const lost = await output.end({ summary: tally.summary, outcome })
  return lost.length > 0
    ? { code: EXIT.fault, failures: lost, files }
    : { code: CHECK_EXIT_CODES[outcome], failures: [], files }
}

const refused = (failures: Failures): CheckRun => ({ code: EXIT.badInput, failures, files: [] })

/** Runs one check. Throws where an answer cannot be relied on; then no report is written. */
export const runCheck = async (shell: Shell, world: CheckWorld, job: CheckJob): Promise<CheckRun> => {
  const baseline = await baselineFor(world, job)
  if (E.isLeft(baseline)) return refused(baseline.left)
  const begin = beginCheck(world.ports)
  let checking = await begin(job.request)
  if (E.isLeft(checking)) return refused(checking.left)
  const read = checking.right.files.map(({ file }) => file)
  const misplaced = await placesFailure(world.ports.files, job, read)
  if (O.isSome(misplaced)) return refused([misplaced.value])
  if (job.fix !== 'no') {
    const failures = await fix(shell, world, job, checking.right, baseline.right)
    if (failures.length > 0) return refused(failures)
    if (job.fix === 'write') checking = await begin(job.request)
    if (E.isLeft(checking)) return refused(checking.left)
  }
  const settings = settingsFor(shell, job)
  const output = await openCheckOutput(CHECK_FORMATS, world.drafts, shell.stdout, job.targets, settings)
  if (E.isLeft(output)) return refused([output.left])
  try {
    return await tellAll(shell, world, job, checking.right, baseline.right, output.right)
  } catch (error) {
    await output.right.discard()
    throw error
  }
}
