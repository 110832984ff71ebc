/** A source of values: for specs, for examples, and for whoever has accounts already. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, failure, type Account, type AccountId, type Failure } from '../../../kernel/model/index.js'
import type { LedgerSource, SourceAnswer } from '../../ports.js'

/** What is known. */
export interface KnownAccounts {
  readonly accounts: readonly Account[]
  /** Accounts that do not exist. */
  readonly absent?: readonly AccountId[]
  /** True: accounts that are not listed do not exist. Left out or false: nothing is said of them. */
  readonly closedWorld?: boolean
  /** The ledger that left them so. */
  readonly ledger?: number
  /** What it is called; `memory` where it is left out. */
  readonly name?: string
}

/** That a source does not speak of an account. */
export const silent = (id: AccountId): Failure =>
  failure(
    'source-silent',
    `nothing is said of \`${id}\``,
    'that it is not listed does not mean that it does not exist',
  )

/** What some values say of an account. Failure: `source-silent`. */
export const answerFrom = (
  { accounts, absent = [], closedWorld = false, ledger }: KnownAccounts,
  id: AccountId,
): E.Either<Failure, SourceAnswer> => {
  const asOf = O.fromNullable(ledger)
  const account = accounts.find((one) => one.id === id)
  if (account !== undefined) return E.right({ _tag: 'Known', account, ledger: asOf })
  return closedWorld || absent.includes(id) ? E.right({ _tag: 'Absent', ledger: asOf }) : E.left(silent(id))
}

/**
 * A source that answers from values. Failure: `source-silent`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parseAccountId } from 'quorate'
 * import { memorySource } from 'quorate/node'
 *
 * const id = parseAccountId('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')
 * if (E.isRight(id)) {
 *   const said = await memorySource({ accounts: [] }).find(id.right)()
 *   const absent = await memorySource({ accounts: [], absent: [id.right] }).find(id.right)()
 *   console.log(E.isLeft(said) ? said.left.code : said.right._tag)
 *   console.log(E.isLeft(absent) ? absent.left.code : absent.right._tag)
 * }
 * // => source-silent
 * // => Absent
 * ```
 */
export const memorySource = (known: KnownAccounts): LedgerSource => {
  const { name = 'memory' } = known
  return { name, find: (id) => () => Promise.resolve(E.mapLeft(about(name))(answerFrom(known, id))) }
}
