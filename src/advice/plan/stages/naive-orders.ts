/**
 * The three orders in which people change signers when nobody tells them better: each does one kind of
 * change at a time, and comes through states that are neither the one configuration nor the other.
 */
import * as O from 'fp-ts/lib/Option.js'
import { activeSignersOf, ordSigner, type Account, type Signer } from '../../../kernel/model/index.js'
import { newKeysOf } from './passengers.js'

/** A naive order. */
export type NaiveOrderId = 'add-first' | 'raise-first' | 'remove-first'

/** An order, and the states that it comes through; neither end is among them. */
export interface NaiveOrder {
  readonly id: NaiveOrderId
  readonly states: readonly Account[]
}

type Change = (account: Account) => Account

const withSigners = (account: Account, active: readonly Signer[]): Account => ({
  ...account,
  masterWeight: active.find(({ key }) => key.strkey === account.id)?.weight ?? 0,
  signers: active.filter(({ key }) => key.strkey !== account.id).toSorted(ordSigner.compare),
  state: O.none,
})

/** Each naive order from one configuration to another. Weights that change do so where signers come. */
export const naiveOrders =
  (from: Account) =>
  (to: Account): readonly NaiveOrder[] => {
    const after = new Map(activeSignersOf(to).map((one) => [one.key.strkey, one]))
    const fresh = new Set(newKeysOf(from, to).map(({ strkey }) => strkey))
    const add: Change = (account) =>
      withSigners(account, [
        ...activeSignersOf(account).map((one) => after.get(one.key.strkey) ?? one),
        ...[...after.values()].filter(({ key }) => fresh.has(key.strkey)),
      ])
    const raise: Change = (account) => ({ ...account, thresholds: to.thresholds, state: O.none })
    const remove: Change = (account) =>
      withSigners(
        account,
        activeSignersOf(account).filter(({ key }) => after.has(key.strkey)),
      )
    const order = (id: NaiveOrderId, first: Change, second: Change): NaiveOrder => {
      const once = first(from)
      return { id, states: [once, second(once)] }
    }
    return [
      order('add-first', add, raise),
      order('raise-first', raise, add),
      order('remove-first', remove, add),
    ]
  }
