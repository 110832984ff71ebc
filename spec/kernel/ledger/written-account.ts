/** Accounts as plain values, so that a difference can be read, and counters left out where they are not followed. */
import * as O from 'fp-ts/lib/Option.js'
import type { Account, AccountState, Signer } from '../../../src/kernel/model/index.js'

/** How much of an account is compared: what decides authority, or all that the ledger keeps. */
export type Depth = 'authority' | 'everything'

const writtenSigner = ({ key, weight, sponsor }: Signer): string =>
  [key.strkey, weight, ...(O.isSome(sponsor) ? [sponsor.value] : [])].join(' ')

/** Operations that are not followed move these, and nothing else of an account. */
const countersOf = (state: AccountState): object => ({
  balance: String(state.balance),
  selling: String(state.sellingLiabilities),
  buying: String(state.buyingLiabilities),
  subentries: state.subentries,
  sponsored: state.sponsored,
  sponsoring: state.sponsoring,
})

/** An account on one line, or `gone`. Names of data entries are no part of an account's entry. */
export const written =
  (depth: Depth) =>
  (account: Account | undefined): string => {
    if (account === undefined) return 'gone'
    const { id, masterWeight, thresholds, signers, state } = account
    const authority = {
      id,
      masterWeight,
      thresholds: [thresholds.low, thresholds.medium, thresholds.high],
      signers: signers.map(writtenSigner),
    }
    if (O.isNone(state)) return JSON.stringify(authority)
    const { sequence, sequenceLedger, sequenceTime, flags, sponsor } = state.value
    return JSON.stringify({
      ...authority,
      sequence: [String(sequence), sequenceLedger, String(sequenceTime)],
      flags,
      sponsor: O.toUndefined(sponsor),
      ...(depth === 'everything' ? countersOf(state.value) : {}),
    })
  }
