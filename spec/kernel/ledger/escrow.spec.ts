/** An escrow that ends in one of two ways: both are pre-authorized, and share a sequence number. */
import { expect } from 'chai'
import { preAuthTxKey } from '../../../src/kernel/model/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope } from '../../support/build/envelope.js'
import { payment, setOptions } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { outcomes, simulated, stateOf, the, warned } from './told.js'

const PEOPLE = ['escrow', 'alice', 'bilal']

describe('ledger stories: escrow with two pre-authorized transactions of one sequence number', () => {
  const release = envelope({ source: 'escrow', operations: [payment('bilal')] })
  const refund = envelope({ source: 'escrow', operations: [payment('alice')] })
  const keys = { release: preAuthTxKey(release.hash), refund: preAuthTxKey(refund.hash) }
  const escrow = account({
    of: 'escrow',
    master: 0,
    low: 1,
    medium: 1,
    high: 1,
    signers: [
      [keys.release, 1],
      [keys.refund, 1],
    ],
    state: {},
  })
  const people = [account({ of: 'alice', state: {} }), account({ of: 'bilal', state: {} })]
  const both = simulated(world(escrow, ...people), release, refund)

  it('one runs, and the other never can', () => {
    expect(outcomes(both)).to.deep.equal(['txSUCCESS', 'refused: txBAD_SEQ'])
  })

  it("the other's signer stays, and keeps its reserve", () => {
    expect(the('escrow', both).signers.map(({ key }) => key)).to.deep.equal([keys.refund])
    expect(stateOf('escrow', both).subentries).to.equal(1)
  })

  it('says so before anything is sent', () => {
    expect(warned(both, PEOPLE, keys)).to.deep.equal([
      '1 dead-envelope sequence-used',
      '1 pre-auth-dangling escrow refund',
      '1 same-sequence escrow 0',
    ])
  })

  it('says so too where the first step is what pre-authorizes them', () => {
    const operations = [setOptions({ signer: [keys.release, 1] }), setOptions({ signer: [keys.refund, 1] })]
    const setUp = envelope({ source: 'escrow', sequence: 100n, operations, signatures: [by('escrow')] })
    const bare = account({ of: 'escrow', low: 1, medium: 1, high: 1, state: { sequence: 99n } })
    const told = simulated(world(bare, ...people), setUp, release, refund)
    expect(outcomes(told)).to.deep.equal(['txSUCCESS', 'txSUCCESS', 'refused: txBAD_SEQ'])
    expect(warned(told, PEOPLE, keys)).to.deep.equal([
      '2 dead-envelope sequence-used',
      '2 pre-auth-dangling escrow refund',
      '2 same-sequence escrow 1',
    ])
  })

  it('is no surprise where only one of them was pre-authorized', () => {
    const one = account({ of: 'escrow', master: 0, signers: [[keys.release, 1]], state: {} })
    expect(warned(simulated(world(one, ...people), release, refund), PEOPLE)).to.deep.equal([
      '1 dead-envelope sequence-used',
    ])
  })
})
