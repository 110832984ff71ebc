/**
 * The budget of protocol 28: a thousand Ed25519 comparisons for each signature list. Comparisons are
 * forced by signers that share one hint: payloads of one key that end in four zeros.
 */
import { expect } from 'chai'
import { hashXKey, type Bytes } from '../../../src/kernel/model/index.js'
import { engineAnswer } from '../../differential/engine.js'
import { judge as reference } from '../../reference/checker.js'
import { sha256 } from '../../support/build/key.js'
import { by, payloadBy, preimage } from '../../support/build/signature.js'
import { crowd, crowded, payload, payments } from './crowd.js'
import { settingOf, tell, THIS, type Situation } from './situation.js'

/** A check of the source and one for each operation, of 200 comparisons each. */
const checks = (count: number, rest: Partial<Situation> & { readonly says: string }): Situation => ({
  what: `${count} checks of 200 comparisons`,
  accounts: [crowded],
  transaction: { operations: payments(count - 1), signatures: crowd(19) },
  ...rest,
})

/** Checks of 40 comparisons each, and then one of a single comparison that would hold. */
const oneMore = (count: number, says: string): Situation => ({
  what: `the comparison after ${count * 40}`,
  accounts: [crowded, { of: 'B' }],
  transaction: {
    operations: [...payments(count - 1), ...payments(1, 'B')],
    signatures: [...crowd(3), by('B')],
  },
  since: 28,
  says,
})

/** As long as a signature, and still no verification. */
const x: Bytes = new Uint8Array(64).fill(1)
const others: Situation = {
  what: 'preimages and pre-authorizations count when nothing is left, and keys do not',
  accounts: [
    crowded,
    { of: 'X', master: 0, signers: [[hashXKey(sha256(x)), 1]] },
    { of: 'P', master: 0, signers: [[THIS, 1]] },
    { of: 'B' },
  ],
  transaction: {
    operations: [...payments(5), ...payments(1, 'X'), ...payments(1, 'P'), ...payments(1, 'B')],
    // 180 comparisons for each of six checks: the last of them runs out.
    signatures: [preimage(x), by('B'), ...crowd(17)],
  },
  phase: 'apply',
  says: '',
}

const used = `${'0'.repeat(19)}1`

describe('budget of verifications', () => {
  tell([
    checks(5, { since: 19, until: 27, says: `txBAD_AUTH_EXTRA ${used}` }),
    checks(5, { since: 28, says: `txBAD_AUTH_EXTRA ${used}` }),
    checks(6, { since: 19, until: 27, says: `txBAD_AUTH_EXTRA ${used}` }),
    checks(6, { since: 28, says: `txFAILED [ok, ok, ok, ok, opBAD_AUTH] ${used}` }),
    checks(6, {
      what: 'signatures of 63 bytes cost nothing',
      transaction: { operations: payments(5), signatures: crowd(19, 63) },
      since: 28,
      says: `txBAD_AUTH_EXTRA ${used}`,
    }),
    oneMore(24, 'txBAD_AUTH_EXTRA 00011'),
    oneMore(25, `txFAILED [${'ok, '.repeat(24)}opBAD_AUTH] 00010`),
    { ...others, since: 19, until: 27, says: `txBAD_AUTH_EXTRA 11${'0'.repeat(17)}1` },
    {
      ...others,
      since: 28,
      says: `txFAILED [ok, ok, ok, ok, opBAD_AUTH, ok, ok, opBAD_AUTH] 10${'0'.repeat(17)}1`,
    },
    {
      what: 'each list of a fee bump has its own',
      accounts: [crowded],
      transaction: { operations: payments(4), signatures: [payloadBy('M', payload(9))] },
      feeBump: { feeSource: 'A', signatures: crowd(0) },
      since: 28,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_SUCCESS 1 > txSUCCESS 1',
    },
  ])

  it('is spent as the reference spends it, whatever the number of operations', () => {
    for (const phase of ['validate', 'apply'] as const)
      for (let count = 2; count <= 12; count++) {
        const [view, envelope] = settingOf(checks(count, { says: '' }), 28)
        const question = { view, envelope, protocol: 28, phase }
        expect(engineAnswer(question), `${phase}, ${count} checks`).to.deep.equal(reference(question))
      }
  })
})
