/** Stellar RPC as a source: `getLedgerEntries`, up to 200 accounts a request. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  MOST_KEYS,
  rpcAccountsAnswer,
  rpcAccountsRequest,
  rpcNetworkAnswer,
  rpcNetworkRequest,
  type HttpAnswer,
} from '../../../edge/source/index.js'
import { about, type Failure } from '../../../kernel/model/index.js'
import type { HttpExchange, LedgerSource } from '../../ports.js'
import { batched } from './batched.js'
import { ANSWER_LIMIT, type ExtraHeaders } from './horizon-source.js'
import { faultFailure } from './http-failure.js'
import type { SourceAddress } from './source-address.js'

/** A source that asks Stellar RPC. `headers` are sent with every request. */
export const rpcSource = (
  exchange: HttpExchange,
  address: SourceAddress,
  headers: ExtraHeaders = {},
): LedgerSource => {
  const name = `Stellar RPC at ${address.origin}`
  let asked = 0

  const ask =
    <A>(
      request: (id: number) => string,
      read: (id: number) => (answer: HttpAnswer) => E.Either<Failure, A>,
      signal: AbortSignal | undefined,
    ) =>
    async (): Promise<E.Either<Failure, A>> => {
      asked += 1
      const id = asked
      const told = await exchange(
        {
          method: 'POST',
          url: address.url,
          headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
          body: O.some(request(id)),
          bodyOf: [200],
          limit: ANSWER_LIMIT,
        },
        signal,
      )()
      return E.isLeft(told) ? E.left(faultFailure(told.left)) : read(id)(told.right)
    }

  const find = batched(MOST_KEYS, (ids, signal) =>
    ask(
      (id) => rpcAccountsRequest(id, ids),
      (id) => rpcAccountsAnswer(id, ids),
      signal,
    ),
  )

  return {
    name,
    find: (id, signal) => async () => E.mapLeft(about(name))(await find(id, signal)()),
    network: (signal) => async () =>
      E.mapLeft(about(name))(await ask(rpcNetworkRequest, rpcNetworkAnswer, signal)()),
  }
}
