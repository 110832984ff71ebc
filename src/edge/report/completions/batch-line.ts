/**
 * Who must still sign, of one case of a batch, as one line of JSON.
 *
 *   {"id":"7","complete":false,"best":{"signers":["G…"],"cost":1,"add":[{"list":"transaction","key":"G…",
 *    "proof":"signature"}],"drop":[]},"completions":[["G…"],["X…"]],"truncated":false,"impossible":null,
 *    "verdict":"rejected","dependsOn":[]}
 *
 * `complete`: the network says yes as it is. `best` is null where there is none; `impossible` then says
 * why. `completions` are in order of cost, the best first; of a fee bump a key stands twice where it must
 * sign both lists. `dependsOn`: accounts that are not known, without which the answer may not be enough.
 */
import type { Collected, Completion, Completions } from '../../../advice/select/index.js'
import { droppedJson } from '../drop-reasons.js'
import type { Json } from '../json-list.js'
import { kebab } from '../words.js'
import { bestOf } from './completions.js'
import { obstacleJson } from './obstacle-json.js'

/** A completion: whom to ask for what, what must go, and what it costs. */
export const completionJson = ({ add, drop, cost }: Completion): Readonly<Record<string, Json>> => ({
  signers: add.map(({ key }) => key.strkey),
  cost,
  add: add.map(({ list, key, proof }) => ({ list, key: key.strkey, proof })),
  drop: drop.map(({ list, ...one }) => ({ list, ...droppedJson(one) })),
})

/** What both forms say of an answer. */
export const answerJson = (
  completions: Completions,
  collected: Collected,
): Readonly<Record<string, Json>> => {
  const best = bestOf(completions)
  const { verdict, answer, dependsOn } = completions
  return {
    complete: verdict._tag === 'Authorized',
    best: best === undefined ? null : completionJson(best),
    completions: collected.completions.map(({ add }) => add.map(({ key }) => key.strkey)),
    truncated: collected.isTruncated,
    impossible: answer._tag === 'Impossible' ? answer.obstacles.map(obstacleJson) : null,
    verdict: kebab(verdict._tag),
    dependsOn,
  }
}

/** The line of a case, without its newline. */
export const signersLine = (id: string, completions: Completions, collected: Collected): string =>
  JSON.stringify({ id, ...answerJson(completions, collected) })
