/**
 * Begin and EndSponsoringFutureReserves (CAP-33; stellar-core
 * `BeginSponsoringFutureReservesOpFrame.cpp`, `EndSponsoringFutureReservesOpFrame.cpp`): between the two
 * the sponsored account's new reserves are somebody else's.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId, BeginSponsoringFutureReserves } from '../model/index.js'
import { fail, succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { isSponsoringNow } from './world.js'

const BEGIN = 'BEGIN_SPONSORING_FUTURE_RESERVES'
const END = 'END_SPONSORING_FUTURE_RESERVES'

/** What is wrong with a BeginSponsoringFutureReserves whatever the ledger holds. */
export const beginSponsoringFault = (
  source: AccountId,
  { sponsored }: BeginSponsoringFutureReserves,
): O.Option<string> => (sponsored === source ? O.some(`${BEGIN}_MALFORMED`) : O.none)

/** Opens a sponsorship. Sponsors are not sponsored, nor the other way round. */
export const applyBeginSponsoring = (
  { world, source }: OperationContext,
  { sponsored }: BeginSponsoringFutureReserves,
): OperationResult => {
  if (world.sponsorships.has(sponsored)) return fail(`${BEGIN}_ALREADY_SPONSORED`, world)
  if (world.sponsorships.has(source) || isSponsoringNow(world, sponsored))
    return fail(`${BEGIN}_RECURSIVE`, world)
  return succeed(`${BEGIN}_SUCCESS`, {
    ...world,
    sponsorships: new Map(world.sponsorships).set(sponsored, source),
  })
}

/** Ends the sponsorship of the source. */
export const applyEndSponsoring = ({ world, source }: OperationContext): OperationResult => {
  if (!world.sponsorships.has(source)) return fail(`${END}_NOT_SPONSORED`, world)
  const sponsorships = new Map(world.sponsorships)
  sponsorships.delete(source)
  return succeed(`${END}_SUCCESS`, { ...world, sponsorships })
}
