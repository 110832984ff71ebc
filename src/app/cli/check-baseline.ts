/** The baseline of a check: read before it, told, shortened or made after it. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Result } from '../../edge/report/check/check-report.js'
import { about, failure, type Failure } from '../../kernel/model/failure.js'
import type { Drafts } from '../ports.js'
import { baselineOf, staleEntries, staleResult, type Baseline } from '../programs/check/baseline.js'
import type { Checking } from '../programs/check/check.js'
import { inputName } from '../programs/input-name.js'
import type { CheckJob } from './check-options.js'
import type { Tally } from '../programs/check/tally.js'
import type { CheckWorld } from './check-world.js'

const BASELINE_LIMIT = 64 * 1024 * 1024

type Failures = readonly Failure[]

const baselineExists = (file: string): Failure =>
  failure(
    'baseline-exists',
    `\`${inputName(file)}\` is there already`,
    'a baseline only ever gets shorter: fix what is new, or remove the file first to begin again',
  )

/** The baseline that counts; one that is to be made takes in everything. */
export const baselineFor = async (
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

/** Entries of the baseline that match nothing, as far as this check can say. */
const staleOf = async (
  { ports }: CheckWorld,
  { choice, isBack }: Checking,
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
    isBack,
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
export const settleBaseline = async (
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
