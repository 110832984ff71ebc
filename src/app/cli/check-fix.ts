/** Fixes of a check: done, or shown as a diff. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { unifiedDiff } from '../../edge/report/unified-diff.js'
import type { Failure } from '../../kernel/model/failure.js'
import type { Baseline } from '../programs/check/baseline.js'
import type { Checking } from '../programs/check/check.js'
import { inputName } from '../programs/input-name.js'
import type { CheckJob } from './check-options.js'
import type { CheckWorld } from './check-world.js'
import type { Shell } from './shell.js'

type Failures = readonly Failure[]

/** Does the fixes, or shows them; what could not be done is told on standard error. */
export const fix = async (
  { stdout, stderr }: Shell,
  { ports, drafts }: CheckWorld,
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
      const written = await writeFixed(ports.files, drafts, one)
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
