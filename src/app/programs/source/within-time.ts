/** A source that answers within a time, whatever it has to wait for. */
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { about, type Failure } from '../../../kernel/model/index.js'
import type { LedgerSource, Timing } from '../../ports.js'
import { cancelled, timedOut } from './http-failure.js'

type Ask<A> = (signal: AbortSignal) => TE.TaskEither<Failure, A>

/**
 * The same source, whose every answer takes at most so many milliseconds, and whose questions can be
 * withdrawn at any time: then it fails with `source-timeout` or `source-cancelled`, and what it was waiting
 * for is given up.
 */
export const withinTime =
  (milliseconds: number, timing: Timing) =>
  (source: LedgerSource): LedgerSource => {
    const bounded =
      <A>(ask: Ask<A>, signal: AbortSignal | undefined): TE.TaskEither<Failure, A> =>
      async () => {
        const failed = (failure: Failure): E.Either<Failure, A> => E.left(about(source.name)(failure))
        if (signal?.aborted === true) return failed(cancelled())
        const [mine, timer] = [new AbortController(), new AbortController()]
        let withdraw = (): void => undefined
        const withdrawn = new Promise<E.Either<Failure, A>>((resolve) => {
          withdraw = () => resolve(failed(cancelled()))
        })
        signal?.addEventListener('abort', withdraw, { once: true })
        try {
          return await Promise.race([
            ask(mine.signal)(),
            timing.sleep(milliseconds, timer.signal).then(() => failed(timedOut())),
            withdrawn,
          ])
        } finally {
          signal?.removeEventListener('abort', withdraw)
          timer.abort()
          mine.abort()
        }
      }
    const { network } = source
    return {
      ...source,
      find: (id, signal) => bounded((mine) => source.find(id, mine), signal),
      ...(network === undefined ? {} : { network: (signal) => bounded(network, signal) }),
    }
  }
