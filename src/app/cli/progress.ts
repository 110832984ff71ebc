/** How far a batch has come, on one line of standard error, while somebody looks. */
import type { BatchCount } from '../programs/answer-lines.js'
import type { Shell } from './shell.js'

const EVERY_MS = 500

const ERASE = '\r\u001b[K'

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** What is said of a count: `12,345 judged, 2 unreadable · 3,120 a second`. */
export const countText = ({ judged, unreadable }: BatchCount, milliseconds: number): string => {
  const rate = Math.round(((judged + unreadable) * 1000) / Math.max(1, milliseconds))
  return `${grouped(judged)} judged${unreadable > 0 ? `, ${grouped(unreadable)} unreadable` : ''} · ${grouped(rate)} a second`
}

/** A progress line. */
export interface Progress {
  readonly show: (count: BatchCount) => void
  readonly end: (count: BatchCount) => Promise<void>
}

/** Silent where nobody looks, and where the answers themselves go to the terminal. */
export const progressOf = ({ stdout, stderr, now }: Shell): Progress => {
  const start = now()
  let next = start + EVERY_MS
  const isSeen = stderr.isTerminal && !stdout.isTerminal
  return {
    show: (count) => {
      if (!isSeen || now() < next) return
      next = now() + EVERY_MS
      void stderr.output.write(`${ERASE}${countText(count, now() - start)}`)
    },
    end: async (count) => {
      if (isSeen) await stderr.output.write(`${ERASE}${countText(count, now() - start)}\n`)
    },
  }
}
