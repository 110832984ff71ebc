/**
 * `txINTERNAL_ERROR` is how the network says that it stumbled over itself. At protocols 14 and 15 it does
 * so when an account is merged into the sponsor of that account, or of one of its signers: both were held
 * at once. Nobody relies on that, and it is not copied.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  innermostOf,
  sourceOf,
  type Account,
  type AccountId,
  type Envelope,
  type LedgerView,
} from '../../../src/kernel/model/index.js'
import { knownIn } from './recorded-row.js'

const sponsorsOf = ({ state, signers }: Account): readonly AccountId[] =>
  [...(O.isSome(state) ? [state.value.sponsor] : []), ...signers.map(({ sponsor }) => sponsor)].flatMap(
    (sponsor) => (O.isSome(sponsor) ? [sponsor.value] : []),
  )

/** Whether an operation merges an account into who pays a reserve of it. */
const mergesIntoSponsor = (view: LedgerView, envelope: Envelope): boolean => {
  const { transaction } = innermostOf(envelope)
  return transaction.operations.some((operation) => {
    if (operation._tag !== 'AccountMerge') return false
    const merged = knownIn(view, sourceOf(transaction)(operation))
    return merged !== undefined && sponsorsOf(merged).includes(operation.destination)
  })
}

/** Why a recorded transaction is not compared, where it is not. */
export const internalError = (
  protocol: number,
  view: LedgerView,
  envelope: Envelope,
  { code, innerCode }: { readonly code: string; readonly innerCode?: string },
): string | undefined => {
  if (code !== 'txINTERNAL_ERROR' && innerCode !== 'txINTERNAL_ERROR') return undefined
  return (protocol === 14 || protocol === 15) && mergesIntoSponsor(view, envelope)
    ? 'internal error: a merge into a sponsor, at protocols 14 and 15'
    : 'internal error: unexplained'
}
