/** Questions that are asked at the same time, in one request. */
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AccountAnswers } from '../../../edge/source/index.js'
import type { AccountId, Failure } from '../../../kernel/model/index.js'
import type { LedgerSource } from '../../ports.js'
import { cancelled } from './http-failure.js'
import { sharedWork, type SharedWork } from './shared-work.js'

/** Asks for several accounts at once. */
export type AskMany = (
  ids: readonly AccountId[],
  signal: AbortSignal,
) => TE.TaskEither<Failure, AccountAnswers>

interface Batch {
  readonly ids: Set<AccountId>
  readonly work: SharedWork<E.Either<Failure, AccountAnswers>>
}

/**
 * A `find` whose questions of one moment go together, at most so many in a request. A request is withdrawn
 * when nobody waits for any of its accounts any more.
 */
export const batched = (most: number, askMany: AskMany): LedgerSource['find'] => {
  let open: Batch | undefined

  const begin = (): Batch => {
    const ids = new Set<AccountId>()
    const work = sharedWork(async (signal) => {
      // Those who ask in the same breath come before this goes on.
      await Promise.resolve()
      if (open?.ids === ids) open = undefined
      return askMany([...ids], signal)()
    })
    return { ids, work }
  }

  return (id, signal) => async () => {
    if (open === undefined || open.work.isAbandoned() || open.ids.size >= most) open = begin()
    open.ids.add(id)
    const told = await open.work.join(signal)
    if (O.isNone(told)) return E.left(cancelled())
    if (E.isLeft(told.value)) return told.value
    const answer = told.value.right.get(id)
    if (answer === undefined) throw new Error('invariant: an answer speaks of every account asked for')
    return answer
  }
}
