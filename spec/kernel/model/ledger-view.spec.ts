import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import {
  accountsIn,
  EMPTY_VIEW,
  ledgerView,
  lookup,
  type LedgerView,
  type LedgerViewParts,
} from '../../../src/kernel/model/ledger-view.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'

const alice = account({ of: 'alice' })
const bilal = account({ of: 'bilal' })
const [ghost, stranger] = [key('ghost').id, key('stranger').id]

const view = (parts: LedgerViewParts): LedgerView => {
  const made = ledgerView(parts)
  if (E.isLeft(made)) throw new Error(made.left.message)
  return made.right
}

const ask = (parts: LedgerViewParts): Readonly<Record<string, string>> => {
  const find = lookup(view(parts))
  return { alice: find(alice.id)._tag, ghost: find(ghost)._tag, stranger: find(stranger)._tag }
}

describe('ledger view', () => {
  it('tells apart an account that is known, one that does not exist, and one that was not fetched', () => {
    expect(ask({ accounts: [alice], absent: [ghost] })).to.deep.equal({
      alice: 'Known',
      ghost: 'Absent',
      stranger: 'NotFetched',
    })
  })

  it('takes what is not listed in a closed world for absent', () => {
    expect(ask({ accounts: [alice], closedWorld: true })).to.deep.equal({
      alice: 'Known',
      ghost: 'Absent',
      stranger: 'Absent',
    })
  })

  it('does not take an account for absent that was named as not fetched, also in a closed world', () => {
    expect(ask({ accounts: [], notFetched: [stranger], closedWorld: true })).to.deep.equal({
      alice: 'Absent',
      ghost: 'Absent',
      stranger: 'NotFetched',
    })
  })

  it('knows nothing when it is empty, and that is not the same as knowing that nobody exists', () => {
    expect(lookup(EMPTY_VIEW)(alice.id)._tag).to.equal('NotFetched')
  })

  it('gives back what it was told, in that order', () => {
    expect(accountsIn(view({ accounts: [bilal, alice], absent: [ghost] }))).to.deep.equal([bilal, alice])
    expect(lookup(view({ accounts: [bilal, alice] }))(alice.id)).to.deep.equal({
      _tag: 'Known',
      account: alice,
    })
  })

  const TWICE: Readonly<Record<string, LedgerViewParts>> = {
    'described twice': { accounts: [alice, account({ of: 'alice', master: 2 })] },
    'described twice, in the same words': { accounts: [alice, alice] },
    'described and absent': { accounts: [alice], absent: [alice.id] },
    'described and not fetched': { accounts: [alice], notFetched: [alice.id] },
    'absent and not fetched': { accounts: [], absent: [ghost], notFetched: [ghost] },
  }
  for (const [what, parts] of Object.entries(TWICE))
    it(`refuses an account that is ${what}: account-twice`, () =>
      expect(ledgerView(parts)).to.have.nested.property('left.code', 'account-twice'))

  it('lets an absent account be named twice', () => {
    expect(E.isRight(ledgerView({ accounts: [], absent: [ghost, ghost] }))).to.equal(true)
  })
})
