/** What Horizon says of an account beside its authority: sequence, balance, reserve and flags. */
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import type { AccountState } from '../../../kernel/model/index.js'
import { accountId, amount, int64, maybe, text, uint32, uint64, yesOrNo } from '../codecs.js'

const balance = t.type(
  {
    asset_type: maybe(text),
    balance: maybe(amount),
    selling_liabilities: maybe(amount),
    buying_liabilities: maybe(amount),
  },
  'a balance (an object)',
)

const flags = t.type(
  {
    auth_required: maybe(yesOrNo),
    auth_revocable: maybe(yesOrNo),
    auth_immutable: maybe(yesOrNo),
    auth_clawback_enabled: maybe(yesOrNo),
  },
  'flags (an object)',
)

/** Members of an account that make its state; old versions lack many. */
export const horizonState = {
  sequence: maybe(int64),
  sequence_ledger: maybe(uint32),
  sequence_time: maybe(uint64),
  balances: maybe(t.array(balance, 'a list of balances')),
  subentry_count: maybe(uint32),
  num_sponsoring: maybe(uint32),
  num_sponsored: maybe(uint32),
  flags: maybe(flags),
  sponsor: maybe(accountId),
}

type HorizonState = { readonly [K in keyof typeof horizonState]: t.TypeOf<(typeof horizonState)[K]> }

const orZero = O.getOrElse(() => 0)
const orNothing = O.getOrElse(() => 0n)

/** The ledger's bit mask (xdr `AccountFlags`). */
const maskOf = (found: O.Option<t.TypeOf<typeof flags>>): number => {
  if (O.isNone(found)) return 0
  const { auth_required, auth_revocable, auth_immutable, auth_clawback_enabled } = found.value
  const bit = (flag: O.Option<boolean>, mask: number): number => (O.isSome(flag) && flag.value ? mask : 0)
  return (
    bit(auth_required, 1) | bit(auth_revocable, 2) | bit(auth_immutable, 4) | bit(auth_clawback_enabled, 8)
  )
}

/**
 * The state, where sequence, native balance and sub-entries are all said: without one of them a
 * simulation would have to invent it. What came later in Horizon's history is 0 where it is absent.
 */
export const stateOf = (account: HorizonState): O.Option<AccountState> => {
  const native = O.isSome(account.balances)
    ? account.balances.value.find(({ asset_type }) => O.isSome(asset_type) && asset_type.value === 'native')
    : undefined
  const { sequence, subentry_count } = account
  if (native === undefined || O.isNone(native.balance) || O.isNone(sequence) || O.isNone(subentry_count))
    return O.none
  return O.some({
    sequence: sequence.value,
    balance: native.balance.value,
    sellingLiabilities: orNothing(native.selling_liabilities),
    buyingLiabilities: orNothing(native.buying_liabilities),
    subentries: subentry_count.value,
    sponsored: orZero(account.num_sponsored),
    sponsoring: orZero(account.num_sponsoring),
    flags: maskOf(account.flags),
    sequenceLedger: orZero(account.sequence_ledger),
    sequenceTime: orNothing(account.sequence_time),
    sponsor: account.sponsor,
    data: [],
  })
}
