/** Operations in XDR: all 27 types, as far as they bear on authority (xdr `Operation`). */
import type { xdr } from '@stellar/stellar-base'
import * as O from 'fp-ts/lib/Option.js'
import {
  isDetailedType,
  OPERATION_TYPES,
  type AccountId,
  type Bytes,
  type Operation,
  type OperationType,
  type PlainOperation,
} from '../../kernel/model/index.js'
import { authorizationEntryOf } from './authorization-entry.js'
import { accountOf, foldedAccountOf, isMuxed } from './keys.js'
import type { EntryValue } from './protocol-27.js'
import { sponsorshipTargetOf } from './revoke-sponsorship.js'
import { setOptionsOf } from './set-options.js'

const typeOf = (body: xdr.OperationBody): OperationType => OPERATION_TYPES[body.switch().value]

const sourceOfOperation = (op: xdr.Operation): O.Option<AccountId> => {
  // Declared as `null` where it is missing, and `undefined` in fact.
  const source = op.sourceAccount() as xdr.MuxedAccount | null | undefined
  return source === null || source === undefined ? O.none : O.some(foldedAccountOf(source))
}

const issuerOf = (asset: xdr.Asset): O.Option<AccountId> => {
  switch (asset.switch().name) {
    case 'assetTypeNative':
      return O.none
    case 'assetTypeCreditAlphanum4':
      return O.some(accountOf(asset.alphaNum4().issuer()))
    case 'assetTypeCreditAlphanum12':
      return O.some(accountOf(asset.alphaNum12().issuer()))
    // A pool share is no `Asset` on the wire.
    case 'assetTypePoolShare':
      return O.none
  }
}

const manageDataOf = (source: O.Option<AccountId>, op: xdr.ManageDataOp): Operation => {
  // Declared as `null` where it is missing, and `undefined` in fact; a name is bytes, as the reader gives it.
  const value = op.dataValue() as Bytes | null | undefined
  return { _tag: 'ManageData', source, name: op.dataName() as Bytes, value: O.fromNullable(value) }
}

const paymentOf = (source: O.Option<AccountId>, op: xdr.PaymentOp): Operation => ({
  _tag: 'Payment',
  source,
  destination: foldedAccountOf(op.destination()),
  issuer: issuerOf(op.asset()),
  amount: op.amount().toBigInt(),
})

/** The entries of an InvokeHostFunction, read by the types of protocol 27; of others there are none. */
const entriesIn = (_tag: OperationType, body: xdr.OperationBody): Pick<PlainOperation, 'entries'> => {
  if (_tag !== 'InvokeHostFunction') return {}
  const entries = body.invokeHostFunctionOp().auth() as unknown as readonly EntryValue[]
  return entries.length === 0 ? {} : { entries: entries.map(authorizationEntryOf) }
}

/** One operation, with muxed accounts folded into the accounts behind them. */
export const operationOf = (op: xdr.Operation): Operation => {
  const body = op.body()
  const source = sourceOfOperation(op)
  const _tag = typeOf(body)
  if (!isDetailedType(_tag)) return { _tag, source, ...entriesIn(_tag, body) }
  switch (_tag) {
    case 'CreateAccount': {
      const create = body.createAccountOp()
      const startingBalance = create.startingBalance().toBigInt()
      return { _tag, source, destination: accountOf(create.destination()), startingBalance }
    }
    case 'Payment':
      return paymentOf(source, body.paymentOp())
    case 'ManageData':
      return manageDataOf(source, body.manageDataOp())
    case 'SetOptions':
      return setOptionsOf(source, body.setOptionsOp())
    case 'AccountMerge':
      return { _tag, source, destination: foldedAccountOf(body.destination()) }
    case 'BumpSequence':
      return { _tag, source, bumpTo: body.bumpSequenceOp().bumpTo().toBigInt() }
    case 'BeginSponsoringFutureReserves':
      return { _tag, source, sponsored: accountOf(body.beginSponsoringFutureReservesOp().sponsoredId()) }
    case 'RevokeSponsorship':
      return { _tag, source, target: sponsorshipTargetOf(body.revokeSponsorshipOp()) }
  }
}

/** Whether the source of an operation is muxed. */
export const hasMuxedOperationSource = (op: xdr.Operation): boolean => {
  const source = op.sourceAccount() as xdr.MuxedAccount | null | undefined
  return source !== null && source !== undefined && isMuxed(source)
}

/** Whether the body of an operation names a muxed account; five types can (CAP-27, CAP-35). */
export const hasMuxedBody = (op: xdr.Operation): boolean => {
  const body = op.body()
  switch (body.switch().name) {
    case 'payment':
      return isMuxed(body.paymentOp().destination())
    case 'pathPaymentStrictReceive':
      return isMuxed(body.pathPaymentStrictReceiveOp().destination())
    case 'pathPaymentStrictSend':
      return isMuxed(body.pathPaymentStrictSendOp().destination())
    case 'accountMerge':
      return isMuxed(body.destination())
    case 'clawback':
      return isMuxed(body.clawbackOp().from())
    case 'createAccount':
    case 'manageSellOffer':
    case 'createPassiveSellOffer':
    case 'setOptions':
    case 'changeTrust':
    case 'allowTrust':
    case 'inflation':
    case 'manageData':
    case 'bumpSequence':
    case 'manageBuyOffer':
    case 'createClaimableBalance':
    case 'claimClaimableBalance':
    case 'beginSponsoringFutureReserves':
    case 'endSponsoringFutureReserves':
    case 'revokeSponsorship':
    case 'clawbackClaimableBalance':
    case 'setTrustLineFlags':
    case 'liquidityPoolDeposit':
    case 'liquidityPoolWithdraw':
    case 'invokeHostFunction':
    case 'extendFootprintTtl':
    case 'restoreFootprint':
      return false
  }
}
