/**
 * Operations as the network encodes them (xdr `Operation`): every operation of the model that carries all
 * of its content. The others are known by type and source only, and cannot be written down again.
 */
import type { xdr } from '@stellar/stellar-base'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  isDetailed,
  type BeginSponsoringFutureReserves,
  type Bytes,
  type CreateAccount,
  type ManageData,
  type Operation,
  type Payment,
  type PlainOperation,
  type SetOptions,
  type SponsorshipTarget,
} from '../../kernel/model/index.js'
import { encodedAccount, encodedAddress, encodedMuxed, encodedSignerKey } from './encode-keys.js'
import { generated } from './generated.js'

type Body = xdr.OperationBody

const { OperationBody } = generated

/** The library takes `null` for a field that is not there. */
const orNull = <A, B>(field: O.Option<A>, encode: (value: A) => B): B | null =>
  O.isSome(field) ? encode(field.value) : null

const same = <A>(value: A): A => value

const bytesOf = (bytes: Bytes): Buffer => bytes as Buffer

const int64 = (value: bigint): xdr.Int64 => new generated.Int64(value)

const setOptionsBody = (op: SetOptions): Body =>
  OperationBody.setOptions(
    new generated.SetOptionsOp({
      inflationDest: orNull(op.inflationDestination, encodedAccount),
      clearFlags: orNull(op.clearFlags, same),
      setFlags: orNull(op.setFlags, same),
      masterWeight: orNull(op.masterWeight, same),
      lowThreshold: orNull(op.lowThreshold, same),
      medThreshold: orNull(op.mediumThreshold, same),
      highThreshold: orNull(op.highThreshold, same),
      homeDomain: orNull(op.homeDomain, bytesOf),
      signer: orNull(
        op.signer,
        ({ key, weight }) => new generated.Signer({ key: encodedSignerKey(key), weight }),
      ),
    }),
  )

const sponsorshipBody = (target: SponsorshipTarget): E.Either<string, Body> => {
  switch (target._tag) {
    case 'OtherEntry':
      return E.left('names an entry that this model knows by its kind only')
    case 'Account': {
      const key = generated.LedgerKey.account(
        new generated.LedgerKeyAccount({ accountId: encodedAccount(target.account) }),
      )
      const op = generated.RevokeSponsorshipOp.revokeSponsorshipLedgerEntry(key)
      return E.right(OperationBody.revokeSponsorship(op))
    }
    case 'Signer': {
      const signer = new generated.RevokeSponsorshipOpSigner({
        accountId: encodedAccount(target.account),
        signerKey: encodedSignerKey(target.key),
      })
      const op = generated.RevokeSponsorshipOp.revokeSponsorshipSigner(signer)
      return E.right(OperationBody.revokeSponsorship(op))
    }
  }
}

const paymentBody = (op: Payment): E.Either<string, Body> => {
  if (O.isSome(op.issuer)) return E.left('pays an asset of which this model knows the issuer only')
  const payment = new generated.PaymentOp({
    destination: encodedMuxed(op.destination),
    asset: generated.Asset.assetTypeNative(),
    amount: int64(op.amount),
  })
  return E.right(OperationBody.payment(payment))
}

const createAccountBody = (op: CreateAccount): Body =>
  OperationBody.createAccount(
    new generated.CreateAccountOp({
      destination: encodedAccount(op.destination),
      startingBalance: int64(op.startingBalance),
    }),
  )

const manageDataBody = (op: ManageData): Body =>
  OperationBody.manageData(
    new generated.ManageDataOp({ dataName: bytesOf(op.name), dataValue: orNull(op.value, bytesOf) }),
  )

const beginBody = (op: BeginSponsoringFutureReserves): Body =>
  OperationBody.beginSponsoringFutureReserves(
    new generated.BeginSponsoringFutureReservesOp({ sponsoredId: encodedAccount(op.sponsored) }),
  )

/** Of the operations without details, these two have no content but their source. */
const plainBody = ({ _tag }: PlainOperation): E.Either<string, Body> => {
  if (_tag === 'EndSponsoringFutureReserves') return E.right(OperationBody.endSponsoringFutureReserves())
  if (_tag === 'Inflation') return E.right(OperationBody.inflation())
  return E.left('is known to this model by its type and source only')
}

const bodyOf = (op: Operation): E.Either<string, Body> => {
  if (!isDetailed(op)) return plainBody(op)
  switch (op._tag) {
    case 'SetOptions':
      return E.right(setOptionsBody(op))
    case 'CreateAccount':
      return E.right(createAccountBody(op))
    case 'Payment':
      return paymentBody(op)
    case 'ManageData':
      return E.right(manageDataBody(op))
    case 'AccountMerge':
      return E.right(OperationBody.accountMerge(encodedMuxed(op.destination)))
    case 'BumpSequence':
      return E.right(OperationBody.bumpSequence(new generated.BumpSequenceOp({ bumpTo: int64(op.bumpTo) })))
    case 'BeginSponsoringFutureReserves':
      return E.right(beginBody(op))
    case 'RevokeSponsorship':
      return sponsorshipBody(op.target)
  }
}

/**
 * One operation, or in words that can follow its name why it cannot be written; `number` stands beside its
 * source.
 */
export const encodedOperation = (
  op: Operation,
  number: O.Option<bigint> = O.none,
): E.Either<string, xdr.Operation> => {
  const body = bodyOf(op)
  if (E.isLeft(body)) return body
  if (O.isSome(number) && O.isNone(op.source))
    return E.left('has a number beside a source that is not written')
  const sourceAccount = orNull(op.source, (id) => encodedAddress(id, number))
  return E.right(new generated.Operation({ sourceAccount, body: body.right }))
}
