/** Horizon as a source: `/accounts/{id}`, one request an account. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { horizonAnswer, horizonNetwork, type HttpAnswer } from '../../../edge/source/index.js'
import { about, type Failure } from '../../../kernel/model/index.js'
import type { HttpExchange, HttpFault, LedgerSource } from '../../ports.js'
import { faultFailure } from './http-failure.js'
import { below, type SourceAddress } from './source-address.js'

/** An account with thousand trust lines and as many entries of data has about 1 MB. */
export const ANSWER_LIMIT = 4 * 1024 * 1024

/** What is sent beside every question; an API key, for one. */
export type ExtraHeaders = Readonly<Record<string, string>>

/** A source that asks Horizon. `headers` are sent with every request. */
export const horizonSource = (
  exchange: HttpExchange,
  address: SourceAddress,
  headers: ExtraHeaders = {},
): LedgerSource => {
  const name = `Horizon at ${address.origin}`
  const ask =
    <A>(
      path: string,
      bodyOf: readonly number[],
      read: (answer: HttpAnswer) => E.Either<Failure, A>,
      signal: AbortSignal | undefined,
    ) =>
    async (): Promise<E.Either<Failure, A>> => {
      const told: E.Either<HttpFault, HttpAnswer> = await exchange(
        {
          method: 'GET',
          url: below(address, path),
          headers: { ...headers, accept: 'application/hal+json, application/json' },
          body: O.none,
          bodyOf,
          limit: ANSWER_LIMIT,
        },
        signal,
      )()
      return E.mapLeft(about(name))(E.isLeft(told) ? E.left(faultFailure(told.left)) : read(told.right))
    }
  return {
    name,
    find: (id, signal) => ask(`accounts/${id}`, [200, 404], horizonAnswer(id), signal),
    network: (signal) => ask('', [200], horizonNetwork, signal),
  }
}
