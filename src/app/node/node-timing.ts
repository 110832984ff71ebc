/** The clock, the timers and the dice of this process. */
import type { Timing } from '../ports.js'

/** Time that only grows, and chance that nothing secret depends on. */
export const nodeTiming: Timing = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve()
      const wake = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(wake, milliseconds)
      signal?.addEventListener('abort', wake, { once: true })
    }),
  random: () => Math.random(),
}
