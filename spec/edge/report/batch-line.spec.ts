import { expect } from 'chai'
import { verdictLine } from '../../../src/edge/report/batch-line.js'
import { EMPTY_VIEW, toHex, type Envelope, type LedgerView } from '../../../src/kernel/model/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { payment } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { key } from '../../support/build/key.js'
import { evaluationOf } from './evaluation.js'

const answer = (view: LedgerView, what: Envelope): unknown =>
  JSON.parse(verdictLine('7', what, evaluationOf(view, what).explanation.verdict))

const A = account({ of: 'A', medium: 2, signers: [['B', 1]] })

describe('report: batch line', () => {
  it('of an ordinary envelope has no member `inner`', () => {
    const what = envelope({ source: 'A', operations: [payment('C'), payment('C')], signatures: [by('A')] })
    expect(answer(world(A), what)).to.deep.equal({
      id: '7',
      verdict: 'rejected',
      code: 'txFAILED',
      hash: toHex(what.hash),
      operations: ['opBAD_AUTH', 'opSUCCESS'],
      used: '1',
      missing: [],
    })
  })

  it('of a fee bump carries the inner list, also as the operations', () => {
    const inner = envelope({ source: 'A', signatures: [by('A'), by('B'), by('D')] })
    const what = feeBump({ feeSource: 'D', inner, signatures: [by('D')] })
    expect(answer(world(A, account({ of: 'D' })), what)).to.deep.include({
      code: 'txFEE_BUMP_INNER_FAILED',
      operations: [],
      used: '1',
      inner: { code: 'txBAD_AUTH_EXTRA', operations: [], used: '110' },
    })
  })

  it('of a fee bump that failed outside has an `inner` of null', () => {
    const what = feeBump({ feeSource: 'A', inner: envelope({ source: 'A' }) })
    expect(answer(world(A), what)).to.deep.include({ code: 'txBAD_AUTH', inner: null })
  })

  it('names what is missing', () => {
    const what = envelope({ source: 'A', signatures: [by('A')] })
    expect(answer(EMPTY_VIEW, what)).to.deep.include({
      verdict: 'undetermined',
      code: null,
      operations: [null],
      used: '0',
      missing: [key('A').id],
    })
  })
})
