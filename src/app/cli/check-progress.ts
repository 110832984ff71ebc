/** How many files a check has behind it, on one line of standard error, while somebody looks. */
import type { Shell } from './shell.js'

const EVERY_MS = 200

const ERASE = '\r\u001b[K'

/** A progress line. */
export interface CheckProgress {
  readonly show: (files: number) => void
  readonly end: () => Promise<void>
}

/** Silent where nobody looks, and where the answers themselves go to the terminal. */
export const checkProgress = ({ stdout, stderr, now }: Shell, total: number): CheckProgress => {
  const isSeen = stderr.isTerminal && !stdout.isTerminal
  let next = now() + EVERY_MS
  return {
    show: (files) => {
      if (!isSeen || now() < next) return
      next = now() + EVERY_MS
      void stderr.output.write(`${ERASE}${String(files)} of ${String(total)} files`)
    },
    end: async () => {
      if (isSeen) await stderr.output.write(ERASE)
    },
  }
}
