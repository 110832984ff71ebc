/**
 * From a source to a ledger view, which is what decides. An account that could not be fetched is *not
 * fetched* in it, and never absent, so that no decision can come out as a yes because a server was down.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { AsOf } from '../../../edge/report/as-of.js'
import { wrongAccount } from '../../../edge/source/index.js'
import {
  about,
  failure,
  ledgerView,
  type Account,
  type AccountId,
  type Failure,
  type LedgerView,
} from '../../../kernel/model/index.js'
import type { LedgerSource, SourceAnswer } from '../../ports.js'
import { cancelled } from './http-failure.js'
import { sharedWork } from './shared-work.js'

/** A view, and where it comes from. */
export interface FetchedView {
  /** Every account asked for: known, absent, or not fetched. Others are not fetched. */
  readonly view: LedgerView
  readonly asOf: AsOf
}

type Told = E.Either<Failure, SourceAnswer>

/**
 * What a source says of one account, whatever it is made of: one that throws has failed like any other, one
 * that answers for another account too, and one that does not hear the signal is waited for no longer.
 *
 * Failures: those of `find`.
 */
export const askSource = async (
  { name, find }: LedgerSource,
  id: AccountId,
  signal: AbortSignal | undefined,
): Promise<Told> => {
  if (signal?.aborted === true) return E.left(about(name)(cancelled()))
  try {
    const joined = await sharedWork((mine) => find(id, mine)()).join(signal)
    if (O.isNone(joined)) return E.left(about(name)(cancelled()))
    const told = joined.value
    return E.isRight(told) && told.right._tag === 'Known' && told.right.account.id !== id
      ? E.left(about(name)(wrongAccount(id, told.right.account.id)))
      : E.mapLeft(about(name))(told)
  } catch {
    return E.left(about(name)(failure('source-unreachable', 'the source broke down while it was asked')))
  }
}

const asOfAnswers = (source: LedgerSource, told: ReadonlyMap<AccountId, Told>): AsOf => {
  const answers = [...told.values()].flatMap((one) => (E.isRight(one) ? [one.right] : []))
  const ledgers = answers.flatMap(({ ledger }) => (O.isSome(ledger) ? [ledger.value] : []))
  return {
    source: source.name,
    asked: told.size,
    ledgers:
      ledgers.length === 0 ? O.none : O.some({ first: Math.min(...ledgers), last: Math.max(...ledgers) }),
    unsaid: answers.length - ledgers.length,
    failures: new Map([...told].flatMap(([id, one]) => (E.isLeft(one) ? [[id, one.left]] : []))),
  }
}

const viewOf = (told: ReadonlyMap<AccountId, Told>): LedgerView => {
  const [accounts, absent, notFetched]: [Account[], AccountId[], AccountId[]] = [[], [], []]
  for (const [id, one] of told)
    if (E.isLeft(one)) notFetched.push(id)
    else if (one.right._tag === 'Known') accounts.push(one.right.account)
    else absent.push(id)
  const view = ledgerView({ accounts, absent, notFetched })
  if (E.isLeft(view)) throw new Error('invariant: every account is asked for once')
  return view.right
}

/**
 * Some accounts, all asked for at once. It never fails: what could not be fetched is in `asOf.failures`,
 * and *not fetched* in the view. How long it takes is the source's to bound; with the signal it ends at once,
 * and what has not come is `source-cancelled`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { kernel, parseAccountId } from 'quorate'
 * import { fetchView, memorySource } from 'quorate/node'
 *
 * const id = parseAccountId('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')
 * if (E.isRight(id)) {
 *   const { view, asOf } = await fetchView(memorySource({ accounts: [], name: 'nobody' }))([id.right])()
 *   console.log(kernel.lookup(view)(id.right)._tag, asOf.failures.get(id.right)?.code)
 * }
 * // => NotFetched source-silent
 * ```
 */
export const fetchView =
  (source: LedgerSource) =>
  (ids: readonly AccountId[], signal?: AbortSignal): T.Task<FetchedView> =>
  async () => {
    const each = [...new Set(ids)]
    const answers = await Promise.all(each.map((id) => askSource(source, id, signal)))
    const told = new Map(
      each.flatMap((id, index) => {
        const answer = answers[index]
        return answer === undefined ? [] : [[id, answer] as const]
      }),
    )
    return { view: viewOf(told), asOf: asOfAnswers(source, told) }
  }
