/**
 * What Stellar RPC is asked and answers (JSON-RPC 2.0): `getLedgerEntries` for accounts, `getNetwork`.
 *
 * An account is absent where the server answered well, says of which ledger, and has no entry for it. An
 * error object is no answer, whatever it says.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import type { AccountId, Failure, Network } from '../../../kernel/model/index.js'
import { accountLedgerKey, decodeAccountData } from '../../xdr/index.js'
import { maybe, text, uint32 } from '../codecs.js'
import { tellErrors } from '../decode-report.js'
import { quoted } from '../quoted.js'
import type { AccountAnswer } from './account-answer.js'
import { wrongAccount } from './horizon-answer.js'
import { jsonOf, malformed, refused, statusFailure, type HttpAnswer } from './http-answer.js'

/** Stellar RPC takes so many keys at once. */
export const MOST_KEYS = 200

const call = (id: number, method: string, params?: unknown): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) })

/** The request for some accounts, at most `MOST_KEYS`. */
export const rpcAccountsRequest = (id: number, accounts: readonly AccountId[]): string =>
  call(id, 'getLedgerEntries', { keys: accounts.map(accountLedgerKey) })

/** The request for the network. */
export const rpcNetworkRequest = (id: number): string => call(id, 'getNetwork')

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const errorFailure = (error: unknown): Failure => {
  const { code, message } = isObject(error) ? error : {}
  const words = typeof message === 'string' && message !== '' ? `: ${quoted(message)}` : ''
  return refused(`answered with an error${typeof code === 'number' ? ` (${String(code)})` : ''}${words}`)
}

/** The result of a call. Failures: `source-refused`, `source-malformed`. */
const resultOf = (id: number, answer: HttpAnswer): E.Either<Failure, unknown> => {
  if (answer.status !== 200) return E.left(statusFailure(answer))
  const json = jsonOf(answer)
  if (E.isLeft(json)) return json
  const found = json.right
  if (!isObject(found) || found['jsonrpc'] !== '2.0')
    return E.left(malformed('it is no answer of JSON-RPC 2.0'))
  // An error about a request that the server could not read has the id `null`.
  if ('error' in found) return E.left(errorFailure(found['error']))
  if (found['id'] !== id) return E.left(malformed('it answers another request'))
  return 'result' in found ? E.right(found['result']) : E.left(malformed('it has no result'))
}

const shaped = <A>(codec: t.Type<A, unknown>, json: unknown): E.Either<Failure, A> =>
  E.mapLeft((errors: t.Errors) => malformed(tellErrors('source-malformed')(errors)[0].message))(
    codec.decode(json),
  )

const entry = t.type({ key: text, xdr: text, extXdr: maybe(text) }, 'an entry (an object)')

const entries = t.type(
  { latestLedger: uint32, entries: t.array(entry, 'a list of entries') },
  'entries of the ledger (an object)',
)

type Entry = t.TypeOf<typeof entry>

const accountAnswer = (
  id: AccountId,
  found: Entry | undefined,
  ledger: O.Option<number>,
): E.Either<Failure, AccountAnswer> => {
  if (found === undefined) return E.right({ _tag: 'Absent', ledger })
  const extension = O.filter((ext: string) => ext !== '')(found.extXdr)
  const account = decodeAccountData(found.xdr, extension)
  if (E.isLeft(account)) return E.left(malformed(account.left.message))
  return account.right.id === id
    ? E.right({ _tag: 'Known', account: account.right, ledger })
    : E.left(wrongAccount(id, account.right.id))
}

/** Entries by the account that was asked for. Failure: `source-malformed` for a key of nobody, or twice. */
const byAccount = (
  accounts: readonly AccountId[],
  list: readonly Entry[],
): E.Either<Failure, ReadonlyMap<AccountId, Entry>> => {
  const asked = new Map(accounts.map((id) => [accountLedgerKey(id), id]))
  const found = new Map<AccountId, Entry>()
  for (const one of list) {
    const id = asked.get(one.key)
    if (id === undefined)
      return E.left({
        ...malformed('it has an entry that nobody asked for'),
        code: 'source-wrong-account',
      })
    if (found.has(id)) return E.left(malformed('it has two entries of one account'))
    found.set(id, one)
  }
  return E.right(found)
}

/** What is said of each account that was asked for. */
export type AccountAnswers = ReadonlyMap<AccountId, E.Either<Failure, AccountAnswer>>

/**
 * What an answer to `rpcAccountsRequest` says, account by account: one broken entry says nothing of the
 * others.
 *
 * Failures, of the whole: `source-refused`, `source-malformed`, `source-wrong-account`; of one account:
 * `source-malformed`, `source-wrong-account`.
 */
export const rpcAccountsAnswer =
  (id: number, accounts: readonly AccountId[]) =>
  (answer: HttpAnswer): E.Either<Failure, AccountAnswers> => {
    const result = resultOf(id, answer)
    if (E.isLeft(result)) return result
    const read = shaped(entries, result.right)
    if (E.isLeft(read)) return read
    if (read.right.latestLedger === 0) return E.left(malformed('it is of no ledger'))
    const found = byAccount(accounts, read.right.entries)
    if (E.isLeft(found)) return found
    const ledger = O.some(read.right.latestLedger)
    return E.right(new Map(accounts.map((one) => [one, accountAnswer(one, found.right.get(one), ledger)])))
  }

const network = t.type({ passphrase: text }, 'a network (an object)')

/**
 * The network that the server says it is of.
 *
 * Failures: `source-refused`, `source-malformed`.
 */
export const rpcNetworkAnswer =
  (id: number) =>
  (answer: HttpAnswer): E.Either<Failure, Network> =>
    E.chain((result: unknown) => shaped(network, result))(resultOf(id, answer))
