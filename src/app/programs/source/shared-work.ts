/** Work that several wait for: it is done once, and given up when nobody waits any more. */
import * as O from 'fp-ts/lib/Option.js'

/** Work that is under way. */
export interface SharedWork<A> {
  /** Waits for it; none where the signal said first that this one waits no more. Others wait on. */
  readonly join: (signal?: AbortSignal) => Promise<O.Option<A>>
  /** Whether all who waited have left: whoever comes now has to begin anew. */
  readonly isAbandoned: () => boolean
}

/** Begins work. Its signal says that nobody waits any more. */
export const sharedWork = <A>(run: (signal: AbortSignal) => Promise<A>): SharedWork<A> => {
  const given = new AbortController()
  const result = run(given.signal)
  // Whoever waits hears of it; where nobody does, it must not end the process.
  result.catch(() => undefined)
  let waiting = 0

  const join = (signal?: AbortSignal): Promise<O.Option<A>> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting -= 1
        if (waiting === 0) given.abort()
        resolve(O.none)
      }
      waiting += 1
      if (signal?.aborted === true) {
        leave()
        return
      }
      signal?.addEventListener('abort', leave, { once: true })
      result
        .then((value) => resolve(O.some(value)), reject)
        .finally(() => signal?.removeEventListener('abort', leave))
    })

  return { join, isAbandoned: () => given.signal.aborted }
}
