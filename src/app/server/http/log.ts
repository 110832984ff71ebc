/**
 * The log: one line of JSON an event. A request is told by its id, route, status and time; of its body, its
 * path as it was written and its headers nothing is ever told.
 */
import type { LogWhat } from '../settings.js'

/** What may be told. */
export type Told = Readonly<Record<string, string | number | boolean>>

/** Where events go. */
export interface Log {
  readonly event: (event: string, told?: Told) => void
  readonly request: (status: number, told: Told) => void
  /** Writes what is still kept. */
  readonly flush: () => void
}

/** Lines are kept so long, or so many characters, before they are written. */
const KEPT = { milliseconds: 50, characters: 16 * 1024 } as const

/** A log that writes through `write`. */
export const logTo = (write: (text: string) => void, what: LogWhat): Log => {
  let kept = ''
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (kept === '') return
    const text = kept
    kept = ''
    write(text)
  }
  // Many lines have one millisecond, and its text takes as long as the rest of a line.
  let [last, lastText] = [0, '']
  const timeText = (): string => {
    const now = Date.now()
    if (now !== last) [last, lastText] = [now, new Date(now).toISOString()]
    return lastText
  }
  const line = (event: string, told: Told): void => {
    kept += `${JSON.stringify({ time: timeText(), event, ...told })}\n`
    if (kept.length > KEPT.characters) flush()
    else timer ??= setTimeout(flush, KEPT.milliseconds).unref()
  }
  return {
    event: (event, told = {}) => {
      line(event, told)
      flush()
    },
    request: (status, told) => {
      if (what === 'all' || (what === 'errors' && status >= 400)) line('request', told)
    },
    flush,
  }
}
