/** Stories of people and accounts: what happens, and what they are warned of. */
import { expect } from 'chai'
import { MAX_SEQUENCE } from '../../../src/kernel/ledger/index.js'
import type { Operation, TransactionEnvelope } from '../../../src/kernel/model/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope } from '../../support/build/envelope.js'
import {
  accountMerge,
  bumpSequence,
  createAccount,
  payment,
  setOptions,
} from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { outcomes, simulated, stateOf, the, warned } from './told.js'

const PEOPLE = ['joint', 'alice', 'bilal', 'carol', 'shop']

/** The next envelope of the joint account, signed by some. */
const joint = (
  sequence: bigint,
  operations: readonly Operation[],
  ...names: readonly string[]
): TransactionEnvelope =>
  envelope({ source: 'joint', sequence, operations, signatures: names.map((name) => by(name)) })

describe('ledger stories: how an account is lost', () => {
  const shared = account({ of: 'joint', low: 1, medium: 1, high: 1, signers: [['bilal', 1]], state: {} })

  it('removed the last signer, then set the master to 0', () => {
    const told = simulated(
      world(shared),
      joint(101n, [setOptions({ signer: ['bilal', 0] })], 'joint'),
      joint(102n, [setOptions({ master: 0 })], 'joint'),
      joint(103n, [payment('shop')], 'joint'),
    )
    expect(outcomes(told)).to.deep.equal(['txSUCCESS', 'txSUCCESS', 'refused: txBAD_AUTH'])
    expect(warned(told, PEOPLE)).to.deep.equal(['1 locked-out joint'])
  })

  it('raising high above the sum: medium still works, nothing can be changed any more', () => {
    const told = simulated(
      world(shared, account({ of: 'shop', state: {} })),
      joint(101n, [setOptions({ high: 3 })], 'joint'),
      joint(102n, [payment('shop')], 'bilal'),
      joint(103n, [setOptions({ high: 1 })], 'joint', 'bilal'),
    )
    expect(outcomes(told)).to.deep.equal(['txSUCCESS', 'txSUCCESS', 'refused: txFAILED [opBAD_AUTH]'])
    expect(warned(told, PEOPLE)).to.deep.equal(['0 level-out-of-reach joint High'])
  })

  const alone = account({ of: 'joint', state: {} })
  const raise = setOptions({ low: 1, medium: 2, high: 2 })
  const add = setOptions({ signer: ['bilal', 1] })

  it('the order that locks half way: thresholds first, signers in a second transaction', () => {
    const told = simulated(world(alone), joint(101n, [raise], 'joint'), joint(102n, [add], 'joint'))
    expect(outcomes(told)).to.deep.equal(['txSUCCESS', 'refused: txFAILED [opBAD_AUTH]'])
    expect(warned(told, PEOPLE)).to.deep.equal([
      '0 level-out-of-reach joint High',
      '0 level-out-of-reach joint Medium',
    ])
  })

  it('the same order in one transaction is fine: signatures are judged before the first operation', () => {
    const told = simulated(
      world(alone, account({ of: 'shop', state: {} })),
      joint(101n, [raise, add], 'joint'),
      joint(102n, [payment('shop')], 'joint', 'bilal'),
    )
    expect(outcomes(told)).to.deep.equal(['txSUCCESS', 'txSUCCESS'])
    expect(warned(told, PEOPLE)).to.deep.equal(['0 escalation joint Low bilal'])
  })

  it('21 signers of weight 1 with high 21: one envelope holds 20 signatures', () => {
    const others = Array.from({ length: 20 }, (_, i) => `director ${i}`)
    const board = account({ of: 'joint', signers: others.map((name) => [name, 1] as const), state: {} })
    const raising = (high: number): readonly string[] =>
      warned(simulated(world(board), joint(101n, [setOptions({ high })], 'joint')), PEOPLE)
    expect(raising(20)).to.deep.equal([])
    expect(raising(21)).to.deep.equal(['0 level-out-of-reach joint High'])
  })

  it('an account that is made and locked in one transaction', () => {
    const told = simulated(
      world(alone),
      joint(101n, [createAccount('shop'), setOptions({ master: 0 }, 'shop')], 'joint', 'shop'),
    )
    expect(outcomes(told)).to.deep.equal(['txSUCCESS'])
    expect(warned(told, PEOPLE)).to.deep.equal(['0 locked-out shop'])
  })

  it('at sequence number 2^63 - 1 there is no next one', () => {
    const told = simulated(
      world(alone, account({ of: 'shop', state: {} })),
      joint(101n, [bumpSequence(MAX_SEQUENCE)], 'joint'),
      joint(MAX_SEQUENCE, [payment('shop')], 'joint'),
      joint(102n, [payment('shop')], 'joint'),
    )
    expect(outcomes(told)).to.deep.equal(['txSUCCESS', 'refused: txBAD_SEQ', 'refused: txBAD_SEQ'])
    expect(warned(told, PEOPLE)).to.deep.equal([
      '0 sequence-exhausted joint',
      '1 dead-envelope sequence-used',
      '2 dead-envelope sequence-used',
    ])
  })
})

describe('ledger stories: who can do more than before', () => {
  const shared = account({ of: 'joint', low: 1, medium: 2, high: 3, signers: [['bilal', 2]], state: {} })
  const change = (options: Parameters<typeof setOptions>[0]): readonly string[] =>
    warned(simulated(world(shared), joint(101n, [setOptions(options)], 'joint', 'bilal')), PEOPLE)

  it('a new signer reaches medium alone', () => {
    expect(change({ signer: ['carol', 2] })).to.deep.equal([
      '0 escalation joint High joint carol',
      '0 escalation joint Low carol',
      '0 escalation joint Medium carol',
    ])
  })

  it('a lower threshold is reached by one who needed another', () => {
    expect(change({ medium: 1 })).to.deep.equal(['0 escalation joint Medium joint'])
    expect(change({ high: 2 })).to.deep.equal(['0 escalation joint High bilal'])
  })

  it('less weight, a higher threshold, and what changes no authority, give nobody anything', () => {
    expect(change({ signer: ['bilal', 1], low: 2, medium: 2, high: 2 })).to.deep.equal([])
    expect(change({ medium: 3 })).to.deep.equal([])
    expect(change({ homeDomain: 'example.org' })).to.deep.equal([])
  })
})

describe('ledger stories: an account is merged, and made again', () => {
  const before = account({ of: 'joint', medium: 2, signers: [['bilal', 1]], high: 2, state: {} })
  const told = simulated(
    world(before, account({ of: 'alice', state: {} }), account({ of: 'shop', state: {} })),
    joint(101n, [accountMerge('alice'), createAccount('joint', 'alice')], 'joint', 'bilal', 'alice'),
    joint(102n, [payment('shop')], 'joint'),
    joint((1_000_000n << 32n) + 1n, [payment('shop')], 'joint'),
  )

  it('begins anew: its own key alone, no thresholds, the sequence number of the ledger', () => {
    expect(outcomes(told)).to.deep.equal(['txSUCCESS', 'refused: txBAD_SEQ', 'txSUCCESS'])
    expect(the('joint', told)).to.include({ masterWeight: 1 }).and.have.property('signers').empty
    expect(stateOf('joint', told)).to.include({ sequence: (1_000_000n << 32n) + 1n, subentries: 0 })
  })

  it('gives the key of the account everything, and kills what was signed before', () => {
    expect(warned(told, PEOPLE)).to.deep.equal([
      '0 escalation joint High joint',
      '0 escalation joint Medium joint',
      '1 dead-envelope sequence-used',
    ])
  })
})
