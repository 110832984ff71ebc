/** Who answers tasks: this thread, or others. What cannot be answered in time is an answer too. */
import type { Handle, Reply } from './handle.js'
import { problem } from './wire/problem.js'

/** Answers tasks, until it is closed. */
export interface Runner {
  readonly run: Handle
  /** Tasks that wait for a thread. */
  readonly waiting: () => number
  readonly close: () => Promise<void>
}

/** The answer to one more task than can wait. */
export const overloaded: Reply = {
  status: 503,
  text: problem('overloaded', 'too many requests at one time', 'try again, or ask another replica'),
  outcome: 'overloaded',
}

/** The answer to a task that was cut off: nothing is decided. */
export const cutOff = (timeLimit: number): Reply => ({
  status: 504,
  text: problem(
    'time-limit',
    `the answer was not found within ${String(timeLimit)} ms; nothing is decided`,
    'ask about less at one time, or start the server with a higher --time-limit',
  ),
  outcome: 'time-limit',
})

/** The answer where this program is at fault: it says nothing about the request. */
export const fault: Reply = {
  status: 500,
  text: problem('internal-fault', 'this is a mistake in quorate and says nothing about the request'),
  outcome: 'internal-fault',
}

const inTime = (answer: Promise<Reply>, timeLimit: number): Promise<Reply> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => resolve(cutOff(timeLimit)), timeLimit)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/**
 * A runner in this thread. Nothing waits for it, and what computes cannot be cut off here: it must be short.
 * With a time limit, what waits for a source is.
 */
export const runnerHere = (handle: Handle, timeLimit?: number): Runner => ({
  run: timeLimit === undefined ? handle : (task) => inTime(handle(task), timeLimit),
  waiting: () => 0,
  close: () => Promise.resolve(),
})
