import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { activeSignersOf, newAccount } from '../../../src/kernel/model/account.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'

describe('account', () => {
  it('has its master key first among its signers, whatever the order of keys', () => {
    for (const of of ['alice', 'bilal', 'carol', 'dora', 'emil', 'fay']) {
      const signers = activeSignersOf(
        account({
          of,
          master: 7,
          signers: [
            ['joint', 1],
            ['shop', 2],
          ],
        }),
      )
      expect(signers).to.have.length(3)
      expect(signers[0]).to.deep.include({ key: key(of).signerKey, weight: 7 })
    }
  })

  it('keeps stored signers in the order in which they are stored', () => {
    const { signers } = account({
      of: 'joint',
      signers: [
        ['alice', 1],
        ['bilal', 2],
        ['carol', 3],
      ],
    })
    const stored = { ...account({ of: 'joint', master: 0 }), signers: signers.toReversed() }
    expect(activeSignersOf(stored)).to.deep.equal(signers.toReversed())
  })

  it('with a master weight of 0 does not have its master key as a signer at all', () => {
    const locked = account({ of: 'joint', master: 0 })
    expect(activeSignersOf(locked)).to.deep.equal([])
    const shared = account({ of: 'joint', master: 0, signers: [['alice', 1]] })
    expect(activeSignersOf(shared).map((one) => one.key.strkey)).to.deep.equal([key('alice').id])
  })

  it('is new with master weight 1, thresholds 0 and nobody else', () => {
    expect(newAccount(key('alice').id)).to.deep.equal({
      id: key('alice').id,
      masterWeight: 1,
      thresholds: { low: 0, medium: 0, high: 0 },
      signers: [],
      state: O.none,
    })
  })
})
