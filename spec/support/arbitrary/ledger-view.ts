/** Views with holes: what is known of a world when not every account could be loaded. */
import * as fc from 'fast-check'
import { ledgerView, type AccountId, type LedgerView, type Lookup } from '../../../src/kernel/model/index.js'
import { key } from '../build/key.js'
import { account } from './account.js'
import { ACCOUNT_NAMES } from './pool.js'

const IDS: readonly AccountId[] = ACCOUNT_NAMES.map((name) => key(name).id)

const NOT_FETCHED: Lookup = { _tag: 'NotFetched' }

/** The accounts of the pool that are not fetched; one at least. */
export const holes: fc.Arbitrary<readonly AccountId[]> = fc.subarray([...IDS], { minLength: 1 })

/** The same view, with nothing known of some accounts. */
export const withHoles =
  (unknown: readonly AccountId[]) =>
  (view: LedgerView): LedgerView => ({
    ...view,
    accounts: new Map([...view.accounts, ...unknown.map((id) => [id, NOT_FETCHED] as const)]),
  })

/** A view of any accounts of the pool, open or closed. */
export const view: fc.Arbitrary<LedgerView> = fc
  .tuple(fc.uniqueArray(account, { selector: ({ id }) => id }), fc.boolean())
  .map(([accounts, closedWorld]) => {
    const made = ledgerView({ accounts, closedWorld })
    if (made._tag === 'Left') throw new Error(made.left.message)
    return made.right
  })
