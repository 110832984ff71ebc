/** Waiting for files to change. Editors write in several steps; what counts is when they are done. */
import { watch, type FSWatcher } from 'node:fs'
import { resolve } from 'node:path'
import type { Watcher } from '../ports.js'

/** So long nothing more must happen. */
const QUIET_MS = 100

/** A watcher that ends by itself when the process is interrupted. */
export const nodeWatcher = (): Watcher => {
  const open = new Map<string, FSWatcher>()
  let isOfInterest: (name: string) => boolean = () => true
  let isOver = false
  let isDirty = false
  let timer: NodeJS.Timeout | undefined
  let answer: ((goesOn: boolean) => void) | undefined

  const tell = (): void => {
    if (answer === undefined || !(isOver || isDirty)) return
    const told = answer
    answer = undefined
    isDirty = false
    told(!isOver)
  }
  const changed = (name: string | null): void => {
    if (name !== null && !isOfInterest(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      isDirty = true
      tell()
    }, QUIET_MS)
  }
  const end = (): void => {
    isOver = true
    clearTimeout(timer)
    for (const one of open.values()) one.close()
    open.clear()
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
    tell()
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)

  return {
    watch: (folders, interest) => {
      if (isOver) return
      isOfInterest = interest
      const wanted = new Set(folders.map((folder) => resolve(folder)))
      for (const [folder, one] of open)
        if (!wanted.has(folder)) {
          one.close()
          open.delete(folder)
        }
      for (const folder of wanted) {
        if (open.has(folder)) continue
        try {
          const one = watch(folder, (_, name) => {
            changed(name)
          })
          // A folder that goes away is a change like any other.
          one.on('error', () => {
            one.close()
            open.delete(folder)
            changed(null)
          })
          open.set(folder, one)
        } catch {
          // It is gone already: the next check says so.
        }
      }
    },
    next: () =>
      new Promise((told) => {
        answer = told
        tell()
      }),
    end,
  }
}
