/** Accounts that somebody described, and all others that are needed as a source has them. */
import type * as T from 'fp-ts/lib/Task.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AsOf } from '../../../edge/report/as-of.js'
import { accountsOfEntries } from '../../../edge/soroban/index.js'
import { accountsOf } from '../../../kernel/engine/index.js'
import { lookup, type AccountId, type Envelope, type LedgerView } from '../../../kernel/model/index.js'
import type { Phase } from '../../../kernel/protocol/index.js'
import type { LedgerSource } from '../../ports.js'
import { fetchView, type FetchedView } from './fetch-view.js'
import { accountsTouchedBy, sponsorsIn } from './needed-accounts.js'

/** What is asked: who is authorized in a phase, or what the accounts are afterwards. */
export type Asking = Phase | 'simulate'

const unknownIn = (view: LedgerView, ids: readonly AccountId[]): readonly AccountId[] =>
  ids.filter((id) => lookup(view)(id)._tag === 'NotFetched')

const together = (one: LedgerView, other: LedgerView): LedgerView => ({
  accounts: new Map([...one.accounts, ...other.accounts]),
  closedWorld: false,
})

const ledgersOf = (one: AsOf['ledgers'], other: AsOf['ledgers']): AsOf['ledgers'] => {
  if (O.isNone(one)) return other
  if (O.isNone(other)) return one
  const { first, last } = other.value
  return O.some({ first: Math.min(one.value.first, first), last: Math.max(one.value.last, last) })
}

const joined = (one: FetchedView, other: FetchedView): FetchedView => ({
  view: together(one.view, other.view),
  asOf: {
    source: one.asOf.source,
    asked: one.asOf.asked + other.asOf.asked,
    ledgers: ledgersOf(one.asOf.ledgers, other.asOf.ledgers),
    unsaid: one.asOf.unsaid + other.asOf.unsaid,
    failures: new Map([...one.asOf.failures, ...other.asOf.failures]),
  },
})

/** A view of some accounts: those of `given` as they are described there, and the others as a source has them. */
export const liveAccountsOf =
  (source: LedgerSource, given: LedgerView) =>
  (ids: readonly AccountId[], signal?: AbortSignal): T.Task<FetchedView> =>
  async () => {
    const fetched = await fetchView(source)(unknownIn(given, ids), signal)()
    return { ...fetched, view: together(given, fetched.view) }
  }

/**
 * A view of every account that envelopes need: those that are described in `given` as they are described
 * there, and the others as a source has them. It never fails, as `fetchView` does not, and ends with the
 * signal as that does.
 */
export const liveView =
  (source: LedgerSource, given: LedgerView) =>
  (envelopes: readonly Envelope[], asking: Asking, signal?: AbortSignal): T.Task<FetchedView> =>
  async () => {
    const needed =
      asking === 'simulate'
        ? accountsTouchedBy(envelopes)
        : // Those of entries are known too, if they can be: without them, an envelope is judged all the same.
          [...new Set([...envelopes.flatMap(accountsOf(asking)), ...envelopes.flatMap(accountsOfEntries)])]
    const all = await liveAccountsOf(source, given)(needed, signal)()
    if (asking !== 'simulate') return all
    const more = sponsorsIn(all.view).filter((id) => !all.view.accounts.has(id))
    return more.length === 0 ? all : joined(all, await fetchView(source)(more, signal)())
  }
