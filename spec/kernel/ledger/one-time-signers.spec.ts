/** When a pre-authorized transaction stops being a signer: by outcome and protocol. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  preAuthTxKey,
  type Envelope,
  type LedgerView,
  type TransactionEnvelope,
} from '../../../src/kernel/model/index.js'
import { account, world, type AccountParts } from '../../support/build/account.js'
import { envelope, feeBump, type EnvelopeParts } from '../../support/build/envelope.js'
import { payment, setOptions } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { applied, outcomes, simulated, spoken, stateOf, the } from './told.js'

interface Ending {
  readonly what: string
  readonly transaction?: Partial<EnvelopeParts>
  readonly joint?: Partial<AccountParts>
  readonly exists?: false
  readonly since?: number
  readonly says: string
  /** The first protocol that removes the signer; 10 is the first that is judged. */
  readonly removed: number
}

const ENDINGS: readonly Ending[] = [
  { what: 'success', says: 'txSUCCESS', removed: 10 },
  {
    what: 'an operation without effect',
    transaction: { operations: [payment('nobody', 'joint')] },
    says: 'txFAILED [PAYMENT_NO_DESTINATION]',
    removed: 10,
  },
  {
    what: 'a malformed operation',
    transaction: { operations: [payment('shop', 'joint', -1n)] },
    says: 'txFAILED [PAYMENT_MALFORMED]',
    removed: 10,
  },
  {
    what: 'an operation without weight',
    joint: { high: 3 },
    transaction: { operations: [setOptions({ high: 0 }, 'joint')] },
    says: 'txFAILED [opBAD_AUTH]',
    removed: 10,
  },
  {
    what: 'a surplus signature',
    transaction: { signatures: [by('stranger')] },
    says: 'txBAD_AUTH_EXTRA',
    removed: 10,
  },
  { what: 'too poor', joint: { state: { balance: 1n } }, says: 'txINSUFFICIENT_BALANCE', removed: 10 },
  { what: 'too little weight', joint: { low: 3 }, says: 'txBAD_AUTH', removed: 13 },
  {
    what: 'too soon after the last one',
    transaction: { minSequenceAge: 60n },
    joint: { state: { sequenceTime: 1_599_999_999n } },
    since: 19,
    says: 'txBAD_MIN_SEQ_AGE_OR_GAP',
    removed: 13,
  },
  { what: 'a wrong sequence number', transaction: { sequence: 99n }, says: 'txBAD_SEQ', removed: 13 },
  {
    what: 'too late',
    transaction: { timeBounds: { min: 0n, max: 1n } },
    says: 'txTOO_LATE',
    removed: 13,
  },
  { what: 'too low a fee', transaction: { fee: 99n }, says: 'txINSUFFICIENT_FEE', removed: 13 },
]

const PROTOCOLS = [10, 11, 12, 13, 14, 19, 20, 28]

/** An envelope of the joint account, which the joint account and the shop have both pre-authorized. */
const settingOf = (
  { transaction, joint }: Ending,
  protocol: number,
): readonly [LedgerView, TransactionEnvelope] => {
  const version = protocol < 13 ? 'v0' : 'v1'
  const asked = envelope({ source: 'joint', operations: [payment('shop')], version, ...transaction })
  const signers = [[preAuthTxKey(asked.hash), 1]] as const
  return [
    world(
      account({ of: 'joint', low: 1, medium: 1, high: 1, state: {}, ...joint, signers }),
      account({ of: 'shop', signers, state: {} }),
    ),
    asked,
  ]
}

describe('ledger: one-time signers, by outcome', () => {
  for (const ending of ENDINGS)
    it(`${ending.what} (${ending.says}): removed from ${Math.max(ending.removed, ending.since ?? 10)} on`, () => {
      for (const protocol of PROTOCOLS.filter((one) => one >= (ending.since ?? 10))) {
        const [view, asked] = settingOf(ending, protocol)
        const after = applied(view, asked, protocol)
        const isRemoved = protocol >= ending.removed
        const where = `protocol ${protocol}`
        expect(spoken(after), where).to.equal(ending.says)
        expect(the('joint', after).signers.length, where).to.equal(isRemoved ? 0 : 1)
        expect(stateOf('joint', after).subentries, where).to.equal(isRemoved ? 0 : 1)
        // The shop does not act in it.
        expect(the('shop', after).signers, where).to.have.length(1)
      }
    })

  it('a source that is gone (txNO_ACCOUNT): removed from the others from 13 on', () => {
    for (const protocol of PROTOCOLS) {
      const version = protocol < 13 ? 'v0' : 'v1'
      const asked = envelope({ source: 'gone', operations: [payment('shop', 'joint')], version })
      const view = world(account({ of: 'joint', signers: [[preAuthTxKey(asked.hash), 1]], state: {} }))
      const after = applied(view, asked, protocol)
      expect(after.code).to.equal('txNO_ACCOUNT')
      expect(the('joint', after).signers.length, `protocol ${protocol}`).to.equal(protocol < 13 ? 1 : 0)
    }
  })

  it('one that no ledger ever held keeps it', () => {
    const [view, asked] = settingOf(
      ENDINGS.find(({ says }) => says === 'txTOO_LATE')!,
      28,
    )
    const told = simulated(view, asked)
    expect(outcomes(told)).to.deep.equal(['refused: txTOO_LATE'])
    expect(told.view).to.equal(view)
  })
})

describe('ledger: one-time signers of fee bumps', () => {
  const bumped = (...signers: readonly ReturnType<typeof by>[]): Envelope & { readonly _tag: 'FeeBump' } =>
    feeBump({
      feeSource: 'bank',
      inner: envelope({ source: 'joint', operations: [payment('bank')], signatures: signers }),
    })

  const viewFor = ({ hash, inner }: Envelope & { readonly _tag: 'FeeBump' }): LedgerView => {
    const signers = [
      [preAuthTxKey(hash), 1],
      [preAuthTxKey(inner.hash), 1],
    ] as const
    return world(
      account({ of: 'joint', low: 2, signers, state: {} }),
      account({ of: 'bank', signers, state: {} }),
    )
  }

  it('the outer one goes from the fee source, also where the inner transaction fails', () => {
    const asked = bumped()
    const after = applied(viewFor(asked), asked)
    expect([after.code, after.innerCode]).to.deep.equal(['txFEE_BUMP_INNER_FAILED', O.some('txBAD_AUTH')])
    expect(the('bank', after).signers.map(({ key }) => key)).to.deep.equal([preAuthTxKey(asked.inner.hash)])
    expect(the('joint', after).signers.map(({ key }) => key)).to.deep.equal([preAuthTxKey(asked.hash)])
  })

  it('each goes from where it was asked for, where the inner transaction succeeds', () => {
    const asked = bumped(by('joint'))
    const told = simulated(viewFor(asked), asked)
    expect(outcomes(told)).to.deep.equal(['txFEE_BUMP_INNER_SUCCESS'])
    expect(the('bank', told).signers.map(({ key }) => key)).to.deep.equal([preAuthTxKey(asked.inner.hash)])
    expect(the('joint', told).signers.map(({ key }) => key)).to.deep.equal([preAuthTxKey(asked.hash)])
    // Both are left where they never acted, and are named.
    expect(told.warnings.map(({ code }) => code)).to.deep.equal(['pre-auth-dangling', 'pre-auth-dangling'])
  })
})
