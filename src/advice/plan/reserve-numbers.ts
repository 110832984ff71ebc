/**
 * Lumens that a plan takes: fees, and half a lumen for every signer that comes, which has to be there at
 * the moment at which it comes (stellar-core `TransactionUtils.cpp` `getAvailableBalance`; CAP-33).
 */
import * as O from 'fp-ts/lib/Option.js'
import { minimumBalance, type LedgerHeader } from '../../kernel/ledger/index.js'
import type { Account, AccountState, SetOptions } from '../../kernel/model/index.js'
import type { ReserveNumbers } from './plan-check.js'

/** A transaction, as far as it costs something. */
export interface Costing {
  readonly operations: readonly SetOptions[]
  readonly fee: bigint
}

/** Signers by StrKey, and whether somebody else pays for each. */
type Sponsored = ReadonlyMap<string, boolean>

interface Purse {
  readonly state: AccountState
  readonly signers: Sponsored
  /** The least that was ever free. */
  readonly least: bigint
}

const freeIn = (header: LedgerHeader, state: AccountState): bigint =>
  state.balance - state.sellingLiabilities - minimumBalance(header, state)

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b)

const removed = (purse: Purse, key: string, isSponsored: boolean): Purse => {
  const { state, signers } = purse
  return {
    ...purse,
    signers: new Map([...signers].filter(([other]) => other !== key)),
    state: {
      ...state,
      subentries: state.subentries - 1,
      sponsored: state.sponsored - (isSponsored ? 1 : 0),
    },
  }
}

const afterOperation =
  (header: LedgerHeader) =>
  (purse: Purse, { signer }: SetOptions): Purse => {
    if (O.isNone(signer)) return purse
    const { key, weight } = signer.value
    const isSponsored = purse.signers.get(key.strkey)
    if (weight === 0) return isSponsored === undefined ? purse : removed(purse, key.strkey, isSponsored)
    if (isSponsored !== undefined) return purse
    const state = { ...purse.state, subentries: purse.state.subentries + 1 }
    return {
      state,
      signers: new Map([...purse.signers, [key.strkey, false]]),
      least: lesser(purse.least, freeIn(header, state)),
    }
  }

const afterTransaction =
  (header: LedgerHeader) =>
  (purse: Purse, { operations, fee }: Costing): Purse => {
    const state = { ...purse.state, balance: purse.state.balance - fee }
    const charged = { ...purse, state, least: lesser(purse.least, freeIn(header, state)) }
    return operations.reduce(afterOperation(header), charged)
  }

/** The amounts of some transactions, one after the other; none where the state is not known. */
export const reserveNumbers =
  (header: LedgerHeader) =>
  ({ state, signers }: Account, transactions: readonly Costing[]): O.Option<ReserveNumbers> =>
    O.map((before: AccountState): ReserveNumbers => {
      const purse = transactions.reduce<Purse>(afterTransaction(header), {
        state: before,
        signers: new Map(signers.map(({ key, sponsor }) => [key.strkey, O.isSome(sponsor)])),
        // With nothing to do nothing has to be free.
        least: 0n,
      })
      return {
        balance: before.balance,
        sellingLiabilities: before.sellingLiabilities,
        minimum: [minimumBalance(header, before), minimumBalance(header, purse.state)],
        fees: transactions.reduce((sum, { fee }) => sum + fee, 0n),
        short: purse.least < 0n ? O.some(-purse.least) : O.none,
      }
    })(state)

const STROOPS = 10_000_000n

/** Stroops as lumens: `1.5`. */
export const lumens = (stroops: bigint): string => {
  const fraction = String(stroops % STROOPS)
    .padStart(7, '0')
    .replace(/0+$/, '')
  return `${String(stroops / STROOPS)}${fraction === '' ? '' : `.${fraction}`}`
}
