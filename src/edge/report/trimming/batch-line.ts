/**
 * A trimmed case of a batch as one line of JSON.
 *
 *   {"id":"7","verdict":"authorized","envelope":"AAAA…","kept":[0,2],"dropped":[{"signature":1,
 *    "reason":"not-needed","signers":["G…"]}],"corrected":[],"state":"ready"}
 *
 * Positions count from 0 in the given list; of several copies, in the list of all their signatures, each
 * once, in the order of the copies. `envelope` is null where nothing can be sent; `state` then says why,
 * and `missing` who must still sign.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { CorrectedHint, TrimmedList } from '../../../advice/select/index.js'
import { hintToHex } from '../../../kernel/model/index.js'
import { bestOf } from '../completions/completions.js'
import { obstacleJson } from '../completions/obstacle-json.js'
import { droppedJson } from '../drop-reasons.js'
import type { Json } from '../json-list.js'
import { kebab } from '../words.js'
import { trimStateOf, type TrimmingReport } from './trimming.js'

const correctedJson = ({ signature, signer, from, to }: CorrectedHint): Json => ({
  signature,
  signer: signer.key.strkey,
  from: hintToHex(from),
  to: hintToHex(to),
})

const listJson = ({ list, kept, dropped, corrected }: TrimmedList): Readonly<Record<string, Json>> => ({
  kept,
  dropped: dropped.map(droppedJson),
  corrected: corrected.map(correctedJson),
  list,
})

const NOTHING: Readonly<Record<string, Json>> = { kept: [], dropped: [], corrected: [] }

/** What both forms say: the verdict, the envelope, and what became of each signature. */
export const trimmedJson = ({
  result,
  printed,
}: Pick<TrimmingReport, 'result' | 'printed'>): Readonly<Record<string, Json>> => {
  const state = trimStateOf(result)
  const envelope = O.toNullable(printed)
  if (E.isRight(result)) {
    // A fee bump whose outer signatures are void is not authorized, whatever its inner envelope is.
    const verdict = result.right._tag === 'Trimmed' ? 'authorized' : 'rejected'
    return { verdict, envelope, ...listJson(result.right), state }
  }
  const failed = result.left
  if (failed._tag === 'InnerWouldChange')
    return { verdict: 'rejected', envelope, ...listJson(failed.inner), state }
  const best = bestOf(failed.missing)
  const { answer, dependsOn } = failed.missing
  return {
    verdict: kebab(failed.verdict._tag),
    envelope,
    ...NOTHING,
    state,
    missing: best === undefined ? null : best.add.map(({ key }) => key.strkey),
    impossible: answer._tag === 'Impossible' ? answer.obstacles.map(obstacleJson) : null,
    dependsOn,
  }
}

/** The line of a case, without its newline. */
export const trimmedLine = (id: string, report: Pick<TrimmingReport, 'result' | 'printed'>): string =>
  JSON.stringify({ id, ...trimmedJson(report) })
