/** So many requests at once, and no more: the others wait for their turn. */
import * as E from 'fp-ts/lib/Either.js'
import type { HttpExchange } from '../../ports.js'

/** An exchange that is used for at most `most` requests at the same time; those that came first go first. */
export const atMost =
  (most: number) =>
  (exchange: HttpExchange): HttpExchange => {
    let running = 0
    const queue: (() => void)[] = []

    /** True when it is one's turn; false when one has left before. */
    const turn = (signal: AbortSignal | undefined): Promise<boolean> =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve(false)
        if (running < most) {
          running += 1
          return resolve(true)
        }
        const start = (): void => {
          signal?.removeEventListener('abort', leave)
          running += 1
          resolve(true)
        }
        const leave = (): void => {
          queue.splice(queue.indexOf(start), 1)
          resolve(false)
        }
        queue.push(start)
        signal?.addEventListener('abort', leave, { once: true })
      })

    return (request, signal) => async () => {
      if (!(await turn(signal))) return E.left({ _tag: 'Cancelled' })
      try {
        return await exchange(request, signal)()
      } finally {
        running -= 1
        queue.shift()?.()
      }
    }
  }
