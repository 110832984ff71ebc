/** Accounts as JSON: what decides authority always, what the ledger keeps beside it where it is known. */
import * as O from 'fp-ts/lib/Option.js'
import {
  lookup,
  type Account,
  type AccountId,
  type AccountState,
  type LedgerView,
  type Signer,
} from '../../../kernel/model/index.js'
import type { Json } from '../json-list.js'

const signerJson = ({ key, weight, sponsor }: Signer): Json => ({
  key: key.strkey,
  weight,
  ...(O.isSome(sponsor) ? { sponsor: sponsor.value } : {}),
})

const stateJson = (state: AccountState): Readonly<Record<string, Json>> => ({
  sequence: String(state.sequence),
  balance: String(state.balance),
  subentries: state.subentries,
  sponsored: state.sponsored,
  sponsoring: state.sponsoring,
  ...(O.isSome(state.sponsor) ? { sponsor: state.sponsor.value } : {}),
})

/** An account; 64-bit numbers are texts, balances in stroops, signers in the ledger's order. */
export const accountJson = ({
  masterWeight,
  thresholds,
  signers,
  state,
}: Account): Readonly<Record<string, Json>> => ({
  master: masterWeight,
  thresholds: { low: thresholds.low, medium: thresholds.medium, high: thresholds.high },
  signers: signers.map(signerJson),
  ...(O.isSome(state) ? stateJson(state.value) : {}),
})

/** Some accounts as a view knows them; one that is gone is `null`. */
export const accountsJson = (view: LedgerView, ids: readonly AccountId[]): Json =>
  Object.fromEntries(
    ids.map((id) => {
      const found = lookup(view)(id)
      return [id, found._tag === 'Known' ? accountJson(found.account) : null]
    }),
  )

/** The accounts that are known, or were known before. */
export const everKnown = (before: LedgerView, after: LedgerView): readonly AccountId[] =>
  [...after.accounts.keys()].filter(
    (id) => lookup(after)(id)._tag === 'Known' || lookup(before)(id)._tag === 'Known',
  )
