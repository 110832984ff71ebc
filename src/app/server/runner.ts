/** Who answers tasks: this thread, or others. What cannot be answered in time is an answer too. */
import type { Handle, Reply, Task } from './handle.js'
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

/** A runner in this thread: nothing waits, and nothing can be cut off. */
export const runnerHere = (handle: Handle): Runner => ({
  run: (task: Task) => handle(task),
  waiting: () => 0,
  close: () => Promise.resolve(),
})
