/** Who answers tasks: this thread, or others. What cannot be answered in time is an answer too. */
import type { Handle, Reply } from './handle.js'
import { problem } from './wire/problem.js'

/** Answers tasks, until it is closed. */
export interface Runner {
  readonly run: Handle
  /** Whether a task may have to wait, so that it hears of a caller who left. */
  readonly mayWait: boolean
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

/** The answer to whether it takes requests, once it was told to stop. */
export const stopping: Reply = {
  status: 503,
  text: problem('stopping', 'the server is stopping', 'ask another replica'),
  outcome: 'stopping',
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

/** Answers in time; what is still being waited for then, or when the caller has left, is given up. */
const inTime =
  (handle: Handle, timeLimit: number): Handle =>
  (task, signal) => {
    const mine = new AbortController()
    const stop = (): void => mine.abort()
    if (signal?.aborted === true) stop()
    signal?.addEventListener('abort', stop, { once: true })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Reply>((resolve) => {
      timer = setTimeout(() => {
        resolve(cutOff(timeLimit))
        stop()
      }, timeLimit)
    })
    return Promise.race([handle(task, mine.signal), late]).finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    })
  }

/**
 * A runner in this thread. Nothing waits for it, and what computes cannot be cut off here: it must be short.
 * With a time limit, what waits for a source is.
 */
export const runnerHere = (handle: Handle, timeLimit?: number): Runner => ({
  run: timeLimit === undefined ? handle : inTime(handle, timeLimit),
  mayWait: timeLimit !== undefined,
  waiting: () => 0,
  close: () => Promise.resolve(),
})
