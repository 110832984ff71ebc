import { expect } from 'chai'
import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { EMPTY_VIEW, NETWORKS, type Envelope, type LedgerView } from '../../../src/kernel/model/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { bumpSequence, manageData, payment, setOptions } from '../../support/build/operation.js'
import { by, over, preimage, withHint } from '../../support/build/signature.js'
import { sha256 } from '../../support/build/key.js'
import { evaluationOf, pageLines } from './evaluation.js'

const NAMES = ['treasury', 'customer', ...Array.from({ length: 20 }, (_, i) => `signer-${i + 1}`)]

const treasury = account({
  of: 'treasury',
  master: 5,
  low: 2,
  medium: 10,
  high: 20,
  signers: Array.from({ length: 20 }, (_, i) => [`signer-${i + 1}`, 1]),
})
const customer = account({ of: 'customer' })

const hundred = envelope({
  source: 'treasury',
  operations: Array.from({ length: 100 }, (_, i) =>
    i === 98
      ? setOptions({ high: 1 })
      : i % 10 === 7
        ? payment('someone', 'customer')
        : i % 20 === 3
          ? manageData('name')
          : i === 50
            ? bumpSequence(1n)
            : payment('someone'),
  ),
  signatures: [
    ...Array.from({ length: 12 }, (_, i) => by(`signer-${i + 1}`)),
    by('customer'),
    by('stranger'),
    by('signer-2'),
  ],
})

const page = (view: LedgerView, what: Envelope, width = 80): string =>
  pageLines(evaluationOf(view, what, NAMES), width).join('\n')

const told = (text: string): string => text.replace(/\s+/g, ' ')

describe('report: page', () => {
  it('tells 100 operations of two accounts in a handful of rows', () => {
    const lines = pageLines(evaluationOf(world(treasury, customer), hundred, NAMES))
    const rows = lines.filter((line) => /^ {2}[✓✗?–] (source|operation)/.test(line))
    expect(rows).to.have.length(6)
    expect(lines[0]).to.equal('✗ rejected · txFAILED')
    expect(lines.length).to.be.below(60)
  })

  it('keeps to its width, at every width from 60 to 80', () => {
    const views = [world(treasury, customer), world(treasury), EMPTY_VIEW]
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 200 }), fc.nat({ max: 2 }), (width, which) => {
        const evaluation = evaluationOf(views[which]!, hundred, NAMES)
        const lines = pageLines(evaluation, width)
        for (const line of lines) {
          expect([...line].length, line).to.be.at.most(Math.min(width, 80))
          expect(line).to.equal(line.trimEnd())
        }
      }),
      { numRuns: 30 },
    )
  })

  it('tells signers that could still add weight, and what is out of reach', () => {
    const text = told(page(world(treasury, customer), hundred))
    expect(text).to.include('operation 99 set options: high of treasury needs 20 and has 12')
    expect(text).to.match(/can still add: treasury 5,( signer-\d+ 1,?){8}/)
    const small = account({ of: 'treasury', master: 1, low: 3 })
    expect(
      told(page(world(small), envelope({ source: 'treasury', signatures: [by('treasury')] }))),
    ).to.include('out of reach: all signers together weigh 1')
  })

  it('tells what became of each signature', () => {
    const view = world(account({ of: 'treasury', medium: 1, signers: [['signer-1', 1]] }))
    const elsewhere = over(sha256('another network'))
    const fates = [
      [[by('treasury'), by('treasury')], 'duplicate of signature 1: a signer counts once'],
      [[by('treasury'), by('signer-1')], 'surplus: enough weight was reached before its turn'],
      [[by('treasury'), by('signer-2')], 'stranger: no signer of anything that is needed here'],
      [[withHint(7)(by('treasury'))], 'wrong hint: it carries 00000007, not '],
      [[elsewhere(by('treasury'))], 'does not verify: made for another envelope'],
      [[by('treasury')], 'used by source and operation 1'],
    ] as const
    for (const [signatures, text] of fates)
      expect(told(page(view, envelope({ source: 'treasury', signatures })))).to.include(text)
  })

  it('says of a preimage that it is none', () => {
    const x = sha256('x')
    const lock = { _tag: 'HashX', strkey: 'X', hash: sha256(x) } as const
    const view = world(account({ of: 'treasury', master: 0, signers: [[lock, 1]] }))
    const right = preimage(x)
    expect(page(view, envelope({ source: 'treasury', signatures: [right] }))).to.match(/^✓/)
    const hint = right(sha256('any')).hint
    const wrong = envelope({ source: 'treasury', signatures: [withHint(hint)(preimage(sha256('y')))] })
    expect(told(page(view, wrong))).to.include('does not verify: not the preimage of this hash')
  })

  it('tells outer and inner of a fee bump apart, and what was not reached', () => {
    const inner = envelope({ source: 'customer', signatures: [by('customer'), by('signer-1')] })
    const view = world(customer, account({ of: 'signer-3' }))
    const surplus = told(page(view, feeBump({ feeSource: 'signer-3', inner, signatures: [by('signer-3')] })))
    expect(surplus).to.include(
      '✗ rejected · txFEE_BUMP_INNER_FAILED · inner txBAD_AUTH_EXTRA inner transaction: signature 2',
    )
    expect(surplus).to.include(
      '→ drop signature 2 of the inner transaction → then the fee bump has to be signed again',
    )
    const good = envelope({ source: 'customer', signatures: [by('customer')] })
    const unsigned = told(page(view, feeBump({ feeSource: 'signer-3', inner: good })))
    expect(unsigned).to.include('Inner transaction not reached')
    expect(unsigned).to.include('signer-3 would complete it by signing the fee bump')
  })

  it('does not judge outer signatures when a ledger closes', () => {
    const inner = envelope({ source: 'customer', signatures: [by('customer')] })
    const bump = feeBump({ feeSource: 'signer-3', inner, signatures: [by('signer-4')] })
    const text = told(pageLines(evaluationOf(world(customer), bump, NAMES, 'apply')).join('\n'))
    expect(text).to.include('✓ authorized')
    expect(text).to.include('when a ledger closes, a fee bump is not judged again')
    expect(text).not.to.include('stranger')
  })

  it('calls nobody a stranger while accounts are missing', () => {
    const text = told(page(EMPTY_VIEW, envelope({ source: 'treasury', signatures: [by('treasury')] })))
    expect(text).to.include('? undetermined it depends on 1 account that was not given:')
    expect(text).to.include('unknown: no signer of the accounts that were given')
  })

  it('says where the signatures would be good', () => {
    const view = world(account({ of: 'treasury' }))
    const evaluation = evaluationOf(view, envelope({ source: 'treasury' }), NAMES)
    const text = told(pageLines({ ...evaluation, signedFor: O.some(NETWORKS.public) }).join('\n'))
    expect(text).to.include('the signatures are for public, not for testnet: judge it with --network public')
  })

  it('shows nothing of what could repaint a terminal', () => {
    const evaluation = evaluationOf(world(customer), envelope({ source: 'customer' }), NAMES)
    const hostile = { ...evaluation, network: { passphrase: 'evil \u001b[2J\u202e net' } }
    expect(pageLines(hostile).join('\n')).not.to.match(/[\u001b\u202e]/)
  })
})
