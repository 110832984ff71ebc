/** One check from its question to its exit code. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { RULES } from '../../advice/lint/index.js'
// Not from the front door: reports of other commands are not loaded for this one.
import type { CheckedFile, CheckSummary, Result } from '../../edge/report/check/check-report.js'
import { CHECK_FORMATS } from '../../edge/report/check/formats.js'
import { CHECK_EXIT_CODES, outcomeOf } from '../../edge/report/check/outcome.js'
import { catalogueOf, type CheckSettings } from '../../edge/report/check/settings.js'
import { NOTHING_CHECKED, withFile } from '../../edge/report/check/summary.js'
import { unpainted } from '../../edge/report/styled.js'
import { unifiedDiff } from '../../edge/report/unified-diff.js'
import type { BaselineEntry } from '../../edge/source/baseline.js'
import { about, failure, type Failure } from '../../kernel/model/failure.js'
import type { Drafts } from '../ports.js'
import {
  baselineOf,
  entryOf,
  inBaseline,
  staleEntries,
  staleResult,
  type Baseline,
} from '../programs/check/baseline.js'
import { beginCheck, checkPrepared, type Checking } from '../programs/check/check.js'
import type { CheckPorts } from '../programs/check/check-request.js'
import { inputName } from '../programs/input-name.js'
import type { CheckJob } from './check-options.js'
import { openCheckOutput, type CheckOutput } from './check-output.js'
import { checkProgress } from './check-progress.js'
import { EXIT, type ExitCode } from './exit-code.js'
import type { Shell } from './shell.js'
import { versionOf } from './version.js'

/** What a check needs of the world, and where it writes. */
export interface CheckWorld {
  readonly ports: CheckPorts
  readonly drafts: Drafts
}

/** How a check ended, and which files it looked at. */
export interface CheckRun {
  readonly code: ExitCode
  readonly failures: readonly Failure[]
  readonly files: readonly string[]
}

const BASELINE_LIMIT = 64 * 1024 * 1024

type Failures = readonly Failure[]

const baselineExists = (file: string): Failure =>
  failure(
    'baseline-exists',
    `\`${inputName(file)}\` is there already`,
    'a baseline only ever gets shorter: fix what is new, or remove the file first to begin again',
  )

/** The baseline that counts; one that is to be made takes in everything. */
const baselineFor = async (
  { ports }: CheckWorld,
  { baseline }: CheckJob,
): Promise<E.Either<Failures, O.Option<Baseline>>> => {
  if (O.isNone(baseline)) return E.right(O.none)
  const { file, mode } = baseline.value
  const name = inputName(file)
  if (mode === 'create')
    return (await ports.files.exists(file))
      ? E.left([baselineExists(file)])
      : E.right(O.some({ file: name, entries: [], has: () => true }))
  const text = await ports.files.readText(file, BASELINE_LIMIT)()
  if (E.isLeft(text)) return E.left([about(name)(text.left)])
  const { readBaseline } = await import('../../edge/source/baseline.js')
  const entries = readBaseline(text.right)
  return E.isLeft(entries)
    ? E.left(entries.left.map(about(name)))
    : E.right(O.some(baselineOf(name, entries.right)))
}

/** What one check keeps from file to file. */
interface Tally {
  summary: CheckSummary
  readonly files: Set<string>
  /** Fingerprints that the baseline was needed for, with their entries. */
  readonly met: Map<string, BaselineEntry>
  /** Findings that were told, with their places: of a file that two others import they come twice. */
  readonly told: Set<string>
}

const isNew = (tally: Tally, result: Result): boolean => {
  if (result._tag !== 'Finding' || O.isSome(result.suppressed)) return true
  const { file, position } = result.finding.place
  const key = JSON.stringify([result.fingerprint, file, position.line, position.column])
  const known = tally.told.has(key)
  tally.told.add(key)
  return !known
}

const counted = (tally: Tally, baseline: O.Option<Baseline>, file: CheckedFile): CheckedFile => {
  const results = file.results
    .map(O.isSome(baseline) ? inBaseline(baseline.value) : (result) => result)
    .filter((result) => isNew(tally, result))
  for (const result of results)
    if (
      result._tag === 'Finding' &&
      O.isSome(result.suppressed) &&
      result.suppressed.value._tag === 'InBaseline'
    )
      tally.met.set(result.fingerprint, entryOf(result))
  const told = { ...file, results }
  tally.summary = withFile(tally.summary, told)
  for (const name of O.isSome(file.policy) ? file.policy.value.files : []) tally.files.add(name)
  return told
}

/** Entries of the baseline that match nothing, as far as this check can say. */
const staleOf = async (
  { ports }: CheckWorld,
  { choice }: Checking,
  tally: Tally,
  baseline: Baseline,
): Promise<ReturnType<typeof staleEntries>> => {
  const gone = new Set<string>()
  for (const file of new Set(baseline.entries.map((entry) => entry.file)))
    if (!(await ports.files.exists(file))) gone.add(file)
  return staleEntries(baseline, {
    rules: choice.isAsked,
    files: (file) => tally.files.has(file) || gone.has(file),
    met: new Set(tally.met.keys()),
  })
}

const writeText = async (drafts: Drafts, file: string, text: string): Promise<Failures> => {
  const draft = await drafts.open(file)()
  if (E.isLeft(draft)) return [draft.left]
  await draft.right.write(text)
  const published = await draft.right.publish()
  return E.isLeft(published) ? [published.left] : []
}

/** What is to become of the baseline: told, shortened or made. A check that could not read all changes none. */
const settleBaseline = async (
  world: CheckWorld,
  job: CheckJob,
  checking: Checking,
  tally: Tally,
  baseline: Baseline,
): Promise<{ readonly results: readonly Result[]; readonly failures: Failures }> => {
  const { mode, file } = O.isSome(job.baseline) ? job.baseline.value : { mode: 'use' as const, file: '' }
  const stale = await staleOf(world, checking, tally, baseline)
  if (mode === 'use' || tally.summary.unreadable > 0)
    return { results: mode === 'use' ? stale.map(staleResult(baseline.file)) : [], failures: [] }
  const kept =
    mode === 'create' ? [...tally.met.values()] : baseline.entries.filter((entry) => !stale.includes(entry))
  const { baselineText } = await import('../../edge/source/baseline.js')
  return { results: [], failures: await writeText(world.drafts, file, baselineText(kept)) }
}

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

/** Does the fixes, or shows them; what could not be done is told on standard error. */
const fix = async (
  { stdout, stderr }: Shell,
  { drafts }: CheckWorld,
  job: CheckJob,
  checking: Checking,
  baseline: O.Option<Baseline>,
): Promise<Failures> => {
  const { fixAll, writeFixed } = await import('../programs/check/fix-all.js')
  for await (const one of fixAll(checking, (print) => O.isSome(baseline) && baseline.value.has(print))) {
    const { text, done, notDone } = one.fixed
    if (O.isSome(text) && job.fix === 'show')
      await stdout.output.write(unifiedDiff(text.value.file, text.value.before, text.value.after))
    if (O.isSome(text) && job.fix === 'write') {
      const written = await writeFixed(drafts, one)
      if (E.isLeft(written)) return written.left
    }
    const name = inputName(one.file)
    const word = job.fix === 'write' ? 'fixed' : 'would fix'
    for (const {
      fix: { says },
      finding,
    } of done)
      await stderr.output.write(`${word} ${name}: ${says} (${finding.rule})\n`)
    for (const {
      fix: { says },
      finding,
      why,
    } of notDone)
      await stderr.output.write(`not fixed ${name}: ${says} (${finding.rule}): ${why}\n`)
  }
  return []
}

const tellAll = async (
  shell: Shell,
  world: CheckWorld,
  job: CheckJob,
  checking: Checking,
  baseline: O.Option<Baseline>,
  output: CheckOutput,
): Promise<CheckRun> => {
  const tally: Tally = { summary: NOTHING_CHECKED, files: new Set(), met: new Map(), told: new Set() }
  const progress = checkProgress(shell, checking.count)
  await output.head({ version: versionOf(), today: job.request.today, failOn: job.failOn })
  for await (const prepared of checking.prepared()) {
    const file = checkPrepared(prepared)
    await output.file(counted(tally, baseline, file))
    progress.show(tally.summary.files)
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
