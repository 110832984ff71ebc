/** A clock that goes on only where somebody sleeps, and chance that is said beforehand. */
import type { Timing } from '../../src/app/ports.js'

/** The timing, and what was slept. */
export interface VirtualTiming extends Timing {
  readonly slept: readonly number[]
  /** Time passes without anybody sleeping. */
  readonly pass: (milliseconds: number) => void
}

/** Sleepers wake in the order of their times, when nothing else is left to do. */
export const virtualTiming = (...chances: readonly number[]): VirtualTiming => {
  let now = 0
  let drawn = 0
  const slept: number[] = []
  const sleepers: { readonly until: number; readonly wake: () => void }[] = []
  let isWaking = false

  const wakeNext = (): void => {
    isWaking = false
    const next = sleepers.toSorted((a, b) => a.until - b.until)[0]
    if (next === undefined) return
    sleepers.splice(sleepers.indexOf(next), 1)
    now = Math.max(now, next.until)
    next.wake()
    later()
  }
  // After everything that was promised by then.
  const later = (): void => {
    if (isWaking) return
    isWaking = true
    setImmediate(wakeNext)
  }

  return {
    slept,
    now: () => now,
    random: () => chances[drawn++ % chances.length] ?? 0,
    pass: (milliseconds) => (now += milliseconds),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve()
        const sleeper = { until: now + milliseconds, wake: resolve }
        slept.push(milliseconds)
        sleepers.push(sleeper)
        signal?.addEventListener('abort', () => {
          const at = sleepers.indexOf(sleeper)
          if (at >= 0) sleepers.splice(at, 1)
          resolve()
        })
        later()
      }),
  }
}
