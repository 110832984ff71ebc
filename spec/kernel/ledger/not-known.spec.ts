/** What is not known is assumed by name: a state, a ledger, an account, an operation. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import type { Assumption } from '../../../src/kernel/ledger/index.js'
import { ledgerView, lookup, type Account, type LedgerView } from '../../../src/kernel/model/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { accountMerge, createAccount, operation, payment, setOptions } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { applied, appliedSomewhere, outcomes, simulated, spoken, stateOf, the } from './told.js'

/** These accounts are known; of all others nothing is. */
const openWorld = (...accounts: readonly Account[]): LedgerView => {
  const view = ledgerView({ accounts })
  if (view._tag === 'Left') throw new Error(view.left.message)
  return view.right
}

const notKnown = (name: string): Assumption => ({ _tag: 'StateNotKnown', account: key(name).id })
const notFetched = (name: string): Assumption => ({ _tag: 'AccountNotFetched', account: key(name).id })

const rich = account({ of: 'joint', state: {} })

describe('ledger: an account from a policy file, without balance', () => {
  const fromPolicy = account({ of: 'joint' })
  const adding = envelope({
    source: 'joint',
    sequence: 7n,
    operations: [setOptions({ signer: ['bilal', 1], high: 2 })],
    signatures: [by('joint')],
  })
  const after = applied(world(fromPolicy), adding)

  it('is changed, and neither fee nor reserve nor sequence number is judged', () => {
    expect(spoken(after)).to.equal('txSUCCESS')
    expect(after.feeCharged).to.equal(O.none)
    expect(the('joint', after).signers).to.have.length(1)
    expect(the('joint', after).thresholds.high).to.equal(2)
    expect(the('joint', after).state).to.equal(O.none)
  })

  it('is said to be such', () => {
    expect(after.assumptions).to.deep.equal([notKnown('joint')])
  })

  it('is said to be such also where it only pays', () => {
    const forShop = envelope({
      source: 'joint',
      sequence: 7n,
      operations: [setOptions({}, 'shop')],
      signatures: [by('joint'), by('shop')],
    })
    const shop = account({ of: 'shop', state: {} })
    expect(applied(world(fromPolicy, shop), forShop).assumptions).to.deep.equal([notKnown('joint')])

    const inner = envelope({ source: 'shop', operations: [setOptions({})], signatures: [by('shop')] })
    const bumped = feeBump({ feeSource: 'joint', inner, signatures: [by('joint')] })
    expect(applied(world(fromPolicy, shop), bumped).assumptions).to.deep.equal([notKnown('joint')])
  })

  it('is said to be such also where the signatures are refused', () => {
    const unsigned = envelope({ source: 'joint', sequence: 7n })
    const refused = applied(world(fromPolicy), unsigned)
    expect([refused.code, refused.assumptions]).to.deep.equal(['txBAD_AUTH', [notKnown('joint')]])
  })

  it('may be paid, which changes nothing that is known of it', () => {
    const paying = envelope({ source: 'shop', operations: [payment('joint')], signatures: [by('shop')] })
    const paid = applied(world(fromPolicy, account({ of: 'shop', state: {} })), paying)
    expect(paid.changed).to.deep.equal([key('shop').id])
  })

  it('goes its way through a simulation', () => {
    const told = simulated(world(fromPolicy), adding, adding)
    expect(outcomes(told)).to.deep.equal(['txSUCCESS', 'refused: txFAILED [opBAD_AUTH]'])
  })
})

describe('ledger: a ledger that is not known', () => {
  it('leaves bounds and ages unjudged, and says so', () => {
    const bound = envelope({
      source: 'joint',
      timeBounds: { min: 0n, max: 1n },
      ledgerBounds: { min: 7n, max: 8n },
      minSequenceAge: 1000n,
      operations: [setOptions({})],
      signatures: [by('joint')],
    })
    const after = appliedSomewhere(world(rich), bound)
    expect([after.code, after.assumptions]).to.deep.equal(['txSUCCESS', [{ _tag: 'LedgerNotKnown' }]])
    expect(applied(world(rich), bound).code).to.equal('txTOO_LATE')
  })

  it('gives a new account no sequence number', () => {
    const making = envelope({
      source: 'joint',
      operations: [createAccount('new')],
      signatures: [by('joint')],
    })
    const somewhere = appliedSomewhere(world(rich), making)
    expect(the('new', somewhere).state).to.equal(O.none)
    expect(stateOf('joint', somewhere).balance).to.equal(89_9999900n)
    expect(stateOf('new', applied(world(rich), making)).sequence).to.equal(1_000_000n << 32n)
  })
})

describe('ledger: accounts that were not fetched', () => {
  const asked = (...operations: Parameters<typeof envelope>[0]['operations'] & object) =>
    applied(openWorld(rich), envelope({ source: 'joint', operations, signatures: [by('joint')] }))

  it('are taken to exist where they are paid, and not where they are made', () => {
    const paid = asked(payment('unknown'))
    expect([spoken(paid), paid.assumptions]).to.deep.equal(['txSUCCESS', [notFetched('unknown')]])
    expect(stateOf('joint', paid).balance).to.equal(98_9999900n)
    expect(lookup(paid.view)(key('unknown').id)._tag).to.equal('NotFetched')

    const made = asked(createAccount('unknown'))
    expect([spoken(made), made.assumptions]).to.deep.equal(['txSUCCESS', [notFetched('unknown')]])
    expect(the('unknown', made).masterWeight).to.equal(1)
  })

  it('are taken to exist where they inherit, or are named', () => {
    const merged = asked(accountMerge('unknown'))
    expect([spoken(merged), merged.assumptions]).to.deep.equal(['txSUCCESS', [notFetched('unknown')]])
    expect(lookup(merged.view)(key('joint').id)._tag).to.equal('Absent')

    const named = asked(setOptions({ inflationDestination: 'unknown' }))
    expect([spoken(named), named.assumptions]).to.deep.equal(['txSUCCESS', [notFetched('unknown')]])
  })

  it('are no assumption where they are known not to exist', () => {
    const view = world(rich)
    const paying = envelope({ source: 'joint', operations: [payment('unknown')], signatures: [by('joint')] })
    const after = applied(view, paying)
    expect([spoken(after), after.assumptions]).to.deep.equal(['txFAILED [PAYMENT_NO_DESTINATION]', []])
  })

  it('leave it open where their signers decide', () => {
    const acting = envelope({
      source: 'joint',
      operations: [payment('joint', 'unknown')],
      signatures: [by('joint')],
    })
    expect(outcomes(simulated(openWorld(rich), acting))).to.deep.equal(['undetermined'])
  })
})

describe('ledger: operations that are not followed', () => {
  const operations = [operation('ManageSellOffer'), setOptions({ high: 1 }), operation('ChangeTrust')]
  const asked = envelope({ source: 'joint', operations, signatures: [by('joint')] })

  it('are taken to succeed and to change no authority, each by position and type', () => {
    const after = applied(world(rich), asked)
    expect(after.operations).to.deep.equal([
      'MANAGE_SELL_OFFER_SUCCESS',
      'SET_OPTIONS_SUCCESS',
      'CHANGE_TRUST_SUCCESS',
    ])
    expect(after.assumptions).to.deep.equal([
      { _tag: 'OperationSucceeds', operation: 0, type: 'ManageSellOffer' },
      { _tag: 'OperationSucceeds', operation: 2, type: 'ChangeTrust' },
    ])
  })

  it('fail where the caller says so, and then nothing stays of the others', () => {
    const after = applied(world(rich), asked, 28, (index) =>
      index === 2 ? 'CHANGE_TRUST_NO_ISSUER' : undefined,
    )
    expect(spoken(after)).to.equal(
      'txFAILED [MANAGE_SELL_OFFER_SUCCESS, SET_OPTIONS_SUCCESS, CHANGE_TRUST_NO_ISSUER]',
    )
    expect(the('joint', after).thresholds.high).to.equal(0)
    expect(after.assumptions).to.deep.equal([
      { _tag: 'OperationSucceeds', operation: 0, type: 'ManageSellOffer' },
    ])
  })
})
