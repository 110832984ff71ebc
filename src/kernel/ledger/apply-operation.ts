/**
 * One operation at the moment it runs: its type known, its source there, nothing wrong with its form,
 * and then its effects (stellar-core `OperationFrame::apply`). Signatures were judged before.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isDetailed, operationTypeCode, type AccountId, type Operation } from '../model/index.js'
import { isSupported, type Protocol } from '../protocol/index.js'
import { accountMergeFault, applyAccountMerge } from './account-merge.js'
import { applyBumpSequence, bumpSequenceFault } from './bump-sequence.js'
import { applyCreateAccount, createAccountFault } from './create-account.js'
import type { LedgerHeader } from './ledger-header.js'
import { applyManageData, manageDataFault } from './manage-data.js'
import { fail, succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { applyPayment, paymentFault } from './payment.js'
import { applyRevokeSponsorship, revokeSponsorshipFault } from './revoke-sponsorship.js'
import { applySetOptions, setOptionsFault } from './set-options.js'
import { applyBeginSponsoring, applyEndSponsoring, beginSponsoringFault } from './sponsoring.js'
import { assuming, find, type World } from './world.js'

/** What is wrong with an operation whatever the ledger holds: its code, none where nothing is. */
export const operationFault = (
  protocol: Protocol,
  source: AccountId,
  operation: Operation,
): O.Option<string> => {
  if (!isDetailed(operation)) return O.none
  switch (operation._tag) {
    case 'SetOptions':
      return setOptionsFault(protocol, source, operation)
    case 'CreateAccount':
      return createAccountFault(protocol, source, operation)
    case 'AccountMerge':
      return accountMergeFault(source, operation)
    case 'BumpSequence':
      return bumpSequenceFault(operation)
    case 'Payment':
      return paymentFault(operation)
    case 'ManageData':
      return manageDataFault(operation)
    case 'BeginSponsoringFutureReserves':
      return beginSponsoringFault(source, operation)
    case 'RevokeSponsorship':
      return revokeSponsorshipFault(operation)
  }
}

const effectsOf = (context: OperationContext, operation: Operation, index: number): OperationResult => {
  if (!isDetailed(operation))
    return operation._tag === 'EndSponsoringFutureReserves'
      ? applyEndSponsoring(context)
      : succeed(
          `${operationTypeCode(operation._tag)}_SUCCESS`,
          assuming(context.world, { _tag: 'OperationSucceeds', operation: index, type: operation._tag }),
        )
  switch (operation._tag) {
    case 'SetOptions':
      return applySetOptions(context, operation)
    case 'CreateAccount':
      return applyCreateAccount(context, operation)
    case 'AccountMerge':
      return applyAccountMerge(context, operation)
    case 'BumpSequence':
      return applyBumpSequence(context, operation)
    case 'Payment':
      return applyPayment(context, operation, index)
    case 'ManageData':
      return applyManageData(context, operation, index)
    case 'BeginSponsoringFutureReserves':
      return applyBeginSponsoring(context, operation)
    case 'RevokeSponsorship':
      return applyRevokeSponsorship(context, operation, index)
  }
}

/** Runs the operation at a position for its source. */
export const applyOperation = (
  header: LedgerHeader,
  world: World,
  source: AccountId,
  operation: Operation,
  index: number,
): OperationResult => {
  if (!isSupported(header.protocol)(operation._tag)) return fail('opNOT_SUPPORTED', world)
  const found = find(world, source)
  if (found._tag === 'Absent') return fail('opNO_ACCOUNT', world)
  const fault = operationFault(header.protocol, source, operation)
  if (O.isSome(fault)) return fail(fault.value, world)
  // A verdict rests on every source; one that was not fetched is never reached.
  if (found._tag === 'NotFetched') throw new Error('invariant: an authorized operation has a known source')
  const judged = O.isNone(found.account.state)
    ? assuming(world, { _tag: 'StateNotKnown', account: source })
    : world
  return effectsOf({ header, world: judged, source }, operation, index)
}
