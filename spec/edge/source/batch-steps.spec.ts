import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { readBatchAvailable } from '../../../src/edge/source/batch-available.js'
import { readBatchCopies } from '../../../src/edge/source/batch-copies.js'
import { readBatchSteps } from '../../../src/edge/source/index.js'
import { PASSPHRASES } from '../../../src/kernel/model/index.js'
import { loadVectors } from '../../support/vectors.js'
import { BILAL } from './keys.js'
import { failuresOf, valueOf, words } from './told.js'

const base = { id: 'one', networkPassphrase: PASSPHRASES.testnet, accounts: [] }

const read = (more: object) => readBatchSteps(JSON.stringify({ ...base, ...more }))

describe('source: batch steps', () => {
  it('are one where a line has an envelope', () => {
    const found = valueOf(read({ envelope: 'AAAA', ledgerSeq: 7, closeTime: '9' }))
    expect(found.isSequence).to.equal(false)
    expect(found.steps).to.deep.equal([
      { envelope: 'AAAA', ledgerSeq: O.some(7), closeTime: O.some(9n), fails: new Map() },
    ])
  })

  it('take the ledger of the line where they do not say their own', () => {
    const found = valueOf(
      read({ ledgerSeq: 7, closeTime: 9, steps: [{ envelope: 'A' }, { envelope: 'B', ledgerSeq: 8 }] }),
    )
    expect(found.isSequence).to.equal(true)
    expect(
      found.steps.map(({ envelope, ledgerSeq, closeTime }) => [envelope, ledgerSeq, closeTime]),
    ).to.deep.equal([
      ['A', O.some(7), O.some(9n)],
      ['B', O.some(8), O.some(9n)],
    ])
  })

  it('say what fails, of a line with one envelope and of each step', () => {
    const fails = { 2: 'CODE' }
    expect(valueOf(read({ envelope: 'A', fails })).steps[0].fails.get(2)).to.equal('CODE')
    expect(valueOf(read({ steps: [{ envelope: 'A', fails }] })).steps[0].fails.get(2)).to.equal('CODE')
  })

  it('reads all 600 recorded sequences', () => {
    for (const row of loadVectors<{ id: string; steps: readonly object[] }>('core-sequences'))
      expect(valueOf(readBatchSteps(JSON.stringify(row))).steps.length, row.id).to.equal(row.steps.length)
  })

  const refused: readonly (readonly [string, object, string])[] = [
    ['neither envelope nor steps', {}, '`envelope` is missing'],
    ['both', { envelope: 'AAAA', steps: [{ envelope: 'AAAA' }] }, '`envelope` and `steps` are both there'],
    ['no step', { steps: [] }, '`steps` is empty'],
    ['a step without an envelope', { steps: [{}] }, '`steps[0].envelope` is missing'],
    ['steps that are no list', { steps: 'AAAA' }, '`steps` is the text `AAAA`; expected a list of steps'],
    ['a failure of nothing', { envelope: 'A', fails: { x: 'CODE' } }, 'expected an object of positions'],
    ['a ledger before the first', { steps: [{ envelope: 'A', ledgerSeq: -1 }] }, '`steps[0].ledgerSeq`'],
  ]
  for (const [name, more, says] of refused)
    it(`refuses ${name}`, () => {
      const told = read(more)
      expect(told._tag).to.equal('Left')
      expect(words(failuresOf(told)[0]!)).to.include(says)
    })
})

describe('source: other members of a batch', () => {
  it('say who can be asked', () => {
    const line = (available: unknown) =>
      readBatchAvailable(JSON.stringify({ ...base, envelope: 'A', available }))
    expect(valueOf(line([BILAL])).available).to.deep.equal(O.some([BILAL]))
    expect(valueOf(line(undefined)).available).to.deep.equal(O.none)
    expect(words(failuresOf(line(['bilal']))[0]!)).to.include(
      '`available[0]` is the text `bilal`; expected a signer',
    )
  })

  it('carry more copies', () => {
    const line = (more: object) => readBatchCopies(JSON.stringify({ ...base, envelope: 'A', ...more }))
    expect(valueOf(line({ copies: ['B'], allowInner: true }))).to.deep.include({
      copies: O.some(['B']),
      allowInner: O.some(true),
    })
    expect(words(failuresOf(line({ copies: [7] }))[0]!)).to.include('`copies[0]` is `7`')
  })
})
