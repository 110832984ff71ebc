/** A source that is asked once for an account that several ask for at the same time. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, type AccountId, type Failure } from '../../../kernel/model/index.js'
import type { LedgerSource, SourceAnswer } from '../../ports.js'
import { cancelled } from './http-failure.js'
import { sharedWork, type SharedWork } from './shared-work.js'

/**
 * The same source, asked once at a time for each account. Whoever withdraws a question does so for itself:
 * the others get their answer, and only when nobody waits any more is the source told.
 */
export const coalesced = (source: LedgerSource): LedgerSource => {
  const underWay = new Map<AccountId, SharedWork<E.Either<Failure, SourceAnswer>>>()

  const begin = (id: AccountId): SharedWork<E.Either<Failure, SourceAnswer>> => {
    const work = sharedWork((signal) =>
      source
        .find(id, signal)()
        .finally(() => {
          if (underWay.get(id) === work) underWay.delete(id)
        }),
    )
    underWay.set(id, work)
    return work
  }

  return {
    ...source,
    find: (id, signal) => async () => {
      const known = underWay.get(id)
      const work = known === undefined || known.isAbandoned() ? begin(id) : known
      const told = await work.join(signal)
      return O.isSome(told) ? told.value : E.left(about(source.name)(cancelled()))
    },
  }
}
