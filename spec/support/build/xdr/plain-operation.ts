/** Bodies of operations of which only the type matters here: the same filler every time. */
import { Asset, Claimant, LiquidityPoolAsset, Operation, type xdr } from '@stellar/stellar-base'
import type { PlainOperation } from '../../../../src/kernel/model/index.js'
import { key } from '../key.js'

const someone = key('someone').id
const euro = new Asset('EUR', key('issuer').id)
const lumen = Asset.native()
const amount = '1'
const poolId = '00'.repeat(32)
const balanceId = `00000000${'11'.repeat(32)}`
const offer = { selling: lumen, buying: euro, price: 1, offerId: '0' }

/** The body alone: the builders of stellar-base know how to fill it. */
const bodyOf = (operation: xdr.Operation): xdr.OperationBody => operation.body()

const invocation = (): xdr.OperationBody =>
  bodyOf(
    Operation.invokeContractFunction({
      contract: 'CA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUWDA',
      function: 'hello',
      args: [],
    }),
  )

export const encodePlainBody = (type: PlainOperation['_tag']): xdr.OperationBody => {
  switch (type) {
    case 'PathPaymentStrictReceive':
      return bodyOf(
        Operation.pathPaymentStrictReceive({
          sendAsset: lumen,
          sendMax: amount,
          destination: someone,
          destAsset: euro,
          destAmount: amount,
          path: [],
        }),
      )
    case 'PathPaymentStrictSend':
      return bodyOf(
        Operation.pathPaymentStrictSend({
          sendAsset: lumen,
          sendAmount: amount,
          destination: someone,
          destAsset: euro,
          destMin: amount,
          path: [],
        }),
      )
    case 'ManageSellOffer':
      return bodyOf(Operation.manageSellOffer({ ...offer, amount }))
    case 'CreatePassiveSellOffer':
      return bodyOf(Operation.createPassiveSellOffer({ ...offer, amount }))
    case 'ManageBuyOffer':
      return bodyOf(Operation.manageBuyOffer({ ...offer, buyAmount: amount }))
    case 'ChangeTrust':
      return bodyOf(Operation.changeTrust({ asset: new LiquidityPoolAsset(lumen, euro, 30) }))
    case 'AllowTrust':
      return bodyOf(Operation.allowTrust({ trustor: someone, assetCode: 'EUR', authorize: 1 }))
    case 'Inflation':
      return bodyOf(Operation.inflation({}))
    case 'CreateClaimableBalance':
      return bodyOf(
        Operation.createClaimableBalance({ asset: lumen, amount, claimants: [new Claimant(someone)] }),
      )
    case 'ClaimClaimableBalance':
      return bodyOf(Operation.claimClaimableBalance({ balanceId }))
    case 'EndSponsoringFutureReserves':
      return bodyOf(Operation.endSponsoringFutureReserves({}))
    case 'Clawback':
      return bodyOf(Operation.clawback({ asset: euro, amount, from: someone }))
    case 'ClawbackClaimableBalance':
      return bodyOf(Operation.clawbackClaimableBalance({ balanceId }))
    case 'SetTrustLineFlags':
      return bodyOf(
        Operation.setTrustLineFlags({ trustor: someone, asset: euro, flags: { authorized: true } }),
      )
    case 'LiquidityPoolDeposit':
      return bodyOf(
        Operation.liquidityPoolDeposit({
          liquidityPoolId: poolId,
          maxAmountA: amount,
          maxAmountB: amount,
          minPrice: 1,
          maxPrice: 2,
        }),
      )
    case 'LiquidityPoolWithdraw':
      return bodyOf(
        Operation.liquidityPoolWithdraw({
          liquidityPoolId: poolId,
          amount,
          minAmountA: amount,
          minAmountB: amount,
        }),
      )
    case 'InvokeHostFunction':
      return invocation()
    case 'ExtendFootprintTTL':
      return bodyOf(Operation.extendFootprintTtl({ extendTo: 1000 }))
    case 'RestoreFootprint':
      return bodyOf(Operation.restoreFootprint({}))
  }
}
