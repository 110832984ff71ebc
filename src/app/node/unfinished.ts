/**
 * What is being written under a name that it will not keep. Whoever ends the process in the middle of it
 * leaves nothing behind, as far as a process can help it.
 */
import { rmSync } from 'node:fs'

/** What ends a process that does not listen. */
const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const paths = new Set<string>()

const removeAll = (): void => {
  for (const path of paths)
    try {
      // Somebody may be writing into a folder at this very moment.
      rmSync(path, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // Nobody is left who could be told.
    }
  paths.clear()
}

const listen = (): void => {
  process.on('exit', removeAll)
  for (const signal of ENDS) process.on(signal, interrupted)
}

const rest = (): void => {
  process.off('exit', removeAll)
  for (const signal of ENDS) process.off(signal, interrupted)
}

const interrupted = (signal: NodeJS.Signals): void => {
  // Whoever listens as well ends the process in order: what was begun is finished, or discarded.
  if (process.listenerCount(signal) > 1) return
  removeAll()
  rest()
  // The end is that of a process that was interrupted, and no exit code of its own.
  process.kill(process.pid, signal)
}

/** A file or a folder goes should the process end. Said before it is made. */
export const begun = (path: string): void => {
  if (paths.size === 0) listen()
  paths.add(path)
}

/** It has its name, or is gone: it is nobody's concern any more. */
export const settled = (path: string): void => {
  if (paths.delete(path) && paths.size === 0) rest()
}
