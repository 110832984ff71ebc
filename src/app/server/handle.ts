/** One request to its answer: everything that does not depend on HTTP. Never throws for what it is given. */
import * as E from 'fp-ts/lib/Either.js'
import type { Json } from '../../edge/report/index.js'
import { failure, secretSeedFailure } from '../../kernel/model/index.js'
import type { Endpoint, Failures } from './endpoint.js'
import { inRequest, problemText } from './wire/problem.js'
import type { World } from './world.js'

/** In which form a body is written: one request, or lines of a batch. */
export type BodyForm = 'json' | 'lines'

/** What is to be answered. */
export interface Task {
  /** The id of an endpoint. */
  readonly endpoint: string
  readonly form: BodyForm
  readonly body: string
}

/** The answer: a status, a text, and the one word of it that is counted. */
export interface Reply {
  readonly status: number
  readonly text: string
  readonly outcome: string
}

/** Answers tasks. `signal` says that whoever asked waits no more: what is done for them may be given up. */
export type Handle = (task: Task, signal?: AbortSignal) => Promise<Reply>

const outcomeIn = (json: Json, member: string): string => {
  const found: unknown =
    typeof json === 'object' && json !== null && !Array.isArray(json) && member !== ''
      ? (json as Readonly<Record<string, unknown>>)[member]
      : undefined
  return typeof found === 'string' ? found : 'answered'
}

const badRequest = (failures: Failures): Reply => ({
  status: 400,
  text: problemText(failures.map(inRequest)),
  outcome: failures[0].code,
})

/** How the answer to a line with a seed goes on after its id; no text of a caller is written like this. */
const SEED_IN_A_LINE = '"error":{"code":"secret-seed"'

/** The handle of some endpoints. What throws is a fault of this program, and is told by whoever called. */
export const handleWith = (endpoints: readonly Endpoint[], world: World): Handle => {
  const answers = new Map(
    endpoints.map(({ id, answer, lines, outcome }) => [
      id,
      { outcome, json: answer(world), lines: lines?.(world) },
    ]),
  )
  return async ({ endpoint, form, body }, signal) => {
    const known = answers.get(endpoint)
    if (known === undefined) throw new Error('invariant: the route is that of an endpoint')
    if (form === 'json') {
      const answered = await known.json(body, signal)
      return E.isLeft(answered)
        ? badRequest(answered.left)
        : {
            status: 200,
            text: JSON.stringify(answered.right),
            outcome: outcomeIn(answered.right, known.outcome),
          }
    }
    if (known.lines === undefined) throw new Error('invariant: the route takes lines')
    if (body.trim() === '') return badRequest([failure('empty-input', 'nothing to read: the body is empty')])
    // Every line is looked at by its reader, which is one time; a seed in one of them refuses all.
    const answered = await known.lines(body)
    if (E.isRight(answered) && answered.right.includes(SEED_IN_A_LINE))
      return badRequest([secretSeedFailure()])
    return E.isLeft(answered)
      ? badRequest(answered.left)
      : { status: 200, text: answered.right, outcome: 'answered' }
  }
}
