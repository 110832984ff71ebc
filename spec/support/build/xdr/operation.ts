/** Operations of the model, as stellar-base writes them. */
import { Asset, xdr } from '@stellar/stellar-base'
import {
  isDetailed,
  type Operation,
  type SetOptions,
  type SponsorshipTarget,
} from '../../../../src/kernel/model/index.js'
import { key } from '../key.js'
import { buffer, encodeAccountId, encodeMuxed, encodeSignerKey } from './keys.js'
import { encodePlainBody } from './plain-operation.js'

export const int64 = (value: bigint): xdr.Int64 => new xdr.Int64(value)

const encodeSetOptions = (set: SetOptions): xdr.OperationBody => {
  const optional = <T>(option: { readonly _tag: 'None' } | { readonly _tag: 'Some'; readonly value: T }) =>
    option._tag === 'None' ? null : option.value
  const destination = optional(set.inflationDestination)
  const homeDomain = optional(set.homeDomain)
  const signer = optional(set.signer)
  return xdr.OperationBody.setOptions(
    new xdr.SetOptionsOp({
      inflationDest: destination && encodeAccountId(destination),
      clearFlags: optional(set.clearFlags),
      setFlags: optional(set.setFlags),
      masterWeight: optional(set.masterWeight),
      lowThreshold: optional(set.lowThreshold),
      medThreshold: optional(set.mediumThreshold),
      highThreshold: optional(set.highThreshold),
      homeDomain: homeDomain && buffer(homeDomain),
      signer: signer && new xdr.Signer({ key: encodeSignerKey(signer.key), weight: signer.weight }),
    }),
  )
}

const encodeTarget = (target: SponsorshipTarget): xdr.RevokeSponsorshipOp => {
  if (target._tag === 'Signer')
    return xdr.RevokeSponsorshipOp.revokeSponsorshipSigner(
      new xdr.RevokeSponsorshipOpSigner({
        accountId: encodeAccountId(target.account),
        signerKey: encodeSignerKey(target.key),
      }),
    )
  const ledgerKey =
    target._tag === 'Account'
      ? xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId: encodeAccountId(target.account) }))
      : xdr.LedgerKey.data(
          new xdr.LedgerKeyData({ accountId: encodeAccountId(key('someone').id), dataName: 'name' }),
        )
  return xdr.RevokeSponsorshipOp.revokeSponsorshipLedgerEntry(ledgerKey)
}

const encodeBody = (operation: Operation): xdr.OperationBody => {
  if (!isDetailed(operation)) return encodePlainBody(operation._tag)
  switch (operation._tag) {
    case 'CreateAccount':
      return xdr.OperationBody.createAccount(
        new xdr.CreateAccountOp({
          destination: encodeAccountId(operation.destination),
          startingBalance: int64(operation.startingBalance),
        }),
      )
    case 'Payment':
      return xdr.OperationBody.payment(
        new xdr.PaymentOp({
          destination: encodeMuxed(operation.destination),
          asset: (operation.issuer._tag === 'None'
            ? Asset.native()
            : new Asset('EUR', operation.issuer.value)
          ).toXDRObject(),
          amount: int64(operation.amount),
        }),
      )
    case 'ManageData':
      return xdr.OperationBody.manageData(
        new xdr.ManageDataOp({
          dataName: buffer(operation.name),
          dataValue: operation.value._tag === 'None' ? null : buffer(operation.value.value),
        }),
      )
    case 'SetOptions':
      return encodeSetOptions(operation)
    case 'AccountMerge':
      return xdr.OperationBody.accountMerge(encodeMuxed(operation.destination))
    case 'BumpSequence':
      return xdr.OperationBody.bumpSequence(new xdr.BumpSequenceOp({ bumpTo: int64(operation.bumpTo) }))
    case 'BeginSponsoringFutureReserves':
      return xdr.OperationBody.beginSponsoringFutureReserves(
        new xdr.BeginSponsoringFutureReservesOp({ sponsoredId: encodeAccountId(operation.sponsored) }),
      )
    case 'RevokeSponsorship':
      return xdr.OperationBody.revokeSponsorship(encodeTarget(operation.target))
  }
}

export const encodeOperation = (operation: Operation): xdr.Operation =>
  new xdr.Operation({
    sourceAccount: operation.source._tag === 'None' ? null : encodeMuxed(operation.source.value),
    body: encodeBody(operation),
  })
