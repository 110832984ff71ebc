/** Which accounts a question about envelopes has to know. */
import * as O from 'fp-ts/lib/Option.js'
import { accountsOf } from '../../../kernel/engine/index.js'
import {
  accountsIn,
  innermostOf,
  type AccountId,
  type Envelope,
  type LedgerView,
  type Operation,
} from '../../../kernel/model/index.js'

/** Accounts beside its source that an operation changes, or that must exist for it. */
const namedIn = (operation: Operation): readonly AccountId[] => {
  if (operation._tag === 'CreateAccount' || operation._tag === 'AccountMerge') return [operation.destination]
  if (operation._tag === 'Payment')
    return [operation.destination, ...(O.isSome(operation.issuer) ? [operation.issuer.value] : [])]
  if (operation._tag === 'BeginSponsoringFutureReserves') return [operation.sponsored]
  if (operation._tag === 'SetOptions')
    return O.isSome(operation.inflationDestination) ? [operation.inflationDestination.value] : []
  if (operation._tag === 'RevokeSponsorship')
    return 'account' in operation.target ? [operation.target.account] : []
  return []
}

/** Accounts that envelopes can change, and those that must sign for it: what a simulation looks at. */
export const accountsTouchedBy = (envelopes: readonly Envelope[]): readonly AccountId[] => [
  ...new Set(
    envelopes.flatMap((envelope) => [
      ...accountsOf('validate')(envelope),
      ...innermostOf(envelope).transaction.operations.flatMap(namedIn),
    ]),
  ),
]

/** Accounts that pay reserves for others of a view: giving up what they pay for changes them too. */
export const sponsorsIn = (view: LedgerView): readonly AccountId[] => [
  ...new Set(
    accountsIn(view).flatMap(({ signers, state }) => [
      ...signers.flatMap(({ sponsor }) => (O.isSome(sponsor) ? [sponsor.value] : [])),
      ...(O.isSome(state) && O.isSome(state.value.sponsor) ? [state.value.sponsor.value] : []),
    ]),
  ),
]
