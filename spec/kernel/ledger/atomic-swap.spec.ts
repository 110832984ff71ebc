/** An atomic swap by hash(x): once one side has taken its part, the secret is everybody's. */
import { expect } from 'chai'
import { evaluate } from '../../../src/kernel/engine/index.js'
import { hashXKey, type Envelope } from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { sha256 } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { by, preimage } from '../../support/build/signature.js'
import { prove } from './recorded-row.js'
import { outcomes, simulated, stateOf, warned } from './told.js'

const SECRET = new TextEncoder().encode('the secret of the swap')
const X = hashXKey(sha256(SECRET))

const NAMES = ['for alice', 'for bilal', 'alice', 'bilal', 'mallory']

/** What bilal locked up for alice: she takes it with the secret and her key. */
const forAlice = account({
  of: 'for alice',
  master: 0,
  low: 2,
  medium: 2,
  high: 2,
  signers: [
    [X, 1],
    ['alice', 1],
  ],
  state: {},
})

/** What alice locked up for bilal, carelessly: the secret is enough. */
const forBilal = account({
  of: 'for bilal',
  master: 0,
  low: 1,
  medium: 1,
  high: 2,
  signers: [
    [X, 1],
    ['bilal', 1],
  ],
  state: {},
})

const people = ['alice', 'bilal', 'mallory'].map((of) => account({ of, state: {} }))
const before = world(forAlice, forBilal, ...people)

const taking = envelope({
  source: 'for alice',
  operations: [payment('alice')],
  signatures: [preimage(SECRET), by('alice')],
})

/** An onlooker has read the secret in the ledger, and signs with it. */
const onlooker = (source: string): Envelope =>
  envelope({
    source,
    operations: [payment('mallory', undefined, 50_0000000n)],
    signatures: [preimage(SECRET)],
  })

const verdictOf = (asked: Envelope): string => {
  const verdict = evaluate({ protocol: 28 as Protocol, phase: 'validate', prove })(after.view)(asked)
  return verdict._tag === 'Undetermined' ? verdict._tag : `${verdict._tag} ${verdict.code}`
}

const after = simulated(before, taking)

describe('ledger stories: atomic swap with hash(x)', () => {
  it('one side takes its part, and the secret is public for every account that knows its hash', () => {
    expect(outcomes(after)).to.deep.equal(['txSUCCESS'])
    expect(warned(after, NAMES, { X })).to.deep.equal([
      '0 preimage-public for alice X',
      '0 preimage-public for bilal X',
    ])
  })

  it('an onlooker gets nothing where a key is needed too', () => {
    const again = envelope({ source: 'for alice', sequence: 102n, signatures: [preimage(SECRET)] })
    expect(verdictOf(again)).to.equal('Rejected txBAD_AUTH')
  })

  it('an onlooker takes everything where the secret alone is enough', () => {
    expect(verdictOf(onlooker('for bilal'))).to.equal('Authorized txSUCCESS')
    const robbed = simulated(before, taking, onlooker('for bilal'))
    expect(outcomes(robbed)).to.deep.equal(['txSUCCESS', 'txSUCCESS'])
    expect(stateOf('mallory', robbed).balance).to.equal(150_0000000n)
  })

  it('whose turn it is decides: after the onlooker, the rightful envelope is dead', () => {
    const rightful = envelope({
      source: 'for bilal',
      operations: [payment('bilal')],
      signatures: [by('bilal')],
    })
    const robbed = simulated(before, taking, onlooker('for bilal'), rightful)
    expect(outcomes(robbed)).to.deep.equal(['txSUCCESS', 'txSUCCESS', 'refused: txBAD_SEQ'])
    expect(warned(robbed, NAMES, { X })).to.include('2 dead-envelope sequence-used')
  })

  it('a fee bump tells the secret of the envelope inside it', () => {
    const bumped = feeBump({ feeSource: 'mallory', fee: 400n, inner: taking, signatures: [by('mallory')] })
    const told = simulated(before, bumped)
    expect(outcomes(told)).to.deep.equal(['txFEE_BUMP_INNER_SUCCESS'])
    expect(warned(told, NAMES, { X })).to.include('0 preimage-public for bilal X')
  })

  it('an envelope that is refused tells nothing to the ledger', () => {
    const early = envelope({
      source: 'for alice',
      sequence: 103n,
      signatures: [preimage(SECRET), by('alice')],
    })
    expect(warned(simulated(before, early), NAMES, { X })).to.deep.equal(['0 sequence-gap for alice'])
  })
})
