import { expect } from 'chai'
import { OPERATION_TYPES, type OperationType } from '../../../src/kernel/model/index.js'
import { isSupported } from '../../../src/kernel/protocol/operation-support.js'
import type { Protocol } from '../../../src/kernel/protocol/version.js'

/** What each protocol brought and what it took away, from 8 (`isOpSupported` of each operation of stellar-core). */
const CHANGES: Readonly<
  Record<number, { readonly adds?: readonly OperationType[]; readonly drops?: readonly OperationType[] }>
> = {
  8: {
    adds: [
      'CreateAccount',
      'Payment',
      'PathPaymentStrictReceive',
      'ManageSellOffer',
      'CreatePassiveSellOffer',
      'SetOptions',
      'ChangeTrust',
      'AllowTrust',
      'AccountMerge',
      'Inflation',
      'ManageData',
    ],
  },
  10: { adds: ['BumpSequence'] },
  11: { adds: ['ManageBuyOffer'] },
  12: { adds: ['PathPaymentStrictSend'], drops: ['Inflation'] },
  14: {
    adds: [
      'CreateClaimableBalance',
      'ClaimClaimableBalance',
      'BeginSponsoringFutureReserves',
      'EndSponsoringFutureReserves',
      'RevokeSponsorship',
    ],
  },
  17: { adds: ['Clawback', 'ClawbackClaimableBalance', 'SetTrustLineFlags'] },
  18: { adds: ['LiquidityPoolDeposit', 'LiquidityPoolWithdraw'] },
  20: { adds: ['InvokeHostFunction', 'ExtendFootprintTTL', 'RestoreFootprint'] },
}

describe('operation support', () => {
  const expected = new Set<OperationType>()
  for (let protocol = 8; protocol <= 28; protocol++) {
    for (const type of CHANGES[protocol]?.adds ?? []) expected.add(type)
    for (const type of CHANGES[protocol]?.drops ?? []) expected.delete(type)
    const known = OPERATION_TYPES.filter((type) => expected.has(type))
    it(`at protocol ${protocol}: ${known.length} types`, () => {
      expect(OPERATION_TYPES.filter(isSupported(protocol as Protocol))).to.deep.equal(known)
    })
  }

  it('is all but Inflation at the end', () => {
    expect(OPERATION_TYPES.filter((type) => !expected.has(type))).to.deep.equal(['Inflation'])
  })
})
