import { expect } from 'chai'
import { GATES, holds, VERIFICATION_BUDGET, type GateName } from '../../../src/kernel/protocol/gates.js'
import type { Protocol } from '../../../src/kernel/protocol/version.js'

/** The first protocol of each rule that decides about authority. */
const SINCE: Readonly<Partial<Record<GateName, number>>> = {
  weightCap: 10,
  feeBump: 13,
  v1Envelope: 13,
  muxedAccount: 13,
  preconditionsV2: 19,
  soroban: 20,
  strictExtension: 21,
  sorobanMemo: 25,
  addressBoundCredentials: 27,
  verificationBudget: 28,
}

describe('gates', () => {
  for (const [name, since] of Object.entries(SINCE) as [GateName, number][])
    it(`${name} holds from protocol ${since}, and not before`, () => {
      const seen = Array.from({ length: 21 }, (_, i) => 8 + i).filter((p) => holds(p as Protocol)(name))
      expect(seen).to.deep.equal(Array.from({ length: 29 - since }, (_, i) => since + i))
    })

  it('say where they come from', () => {
    for (const [name, { source }] of Object.entries(GATES))
      expect(source, name).to.match(/CAP-\d+|\.(cpp|h)\b|::/)
  })

  it('stand in the order in which they came', () => {
    const sinces: readonly number[] = Object.values(GATES).map(({ since }) => since)
    expect(sinces).to.deep.equal([...sinces].sort((a, b) => a - b))
  })

  it('allow 1000 verifications where they are counted', () => expect(VERIFICATION_BUDGET).to.equal(1000))
})
