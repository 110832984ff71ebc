/**
 * The budget of protocol 28: a thousand Ed25519 comparisons for each signature list. Comparisons are
 * forced by signers that share one hint: payloads of one key that end in four zeros.
 */
import { expect } from 'chai'
import { hashXKey, signedPayloadKey, type Bytes, type Operation } from '../../../src/kernel/model/index.js'
import { engineAnswer } from '../../differential/engine.js'
import { judge as reference } from '../../reference/checker.js'
import type { AccountParts } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { by, payloadBy, preimage, raw, type Signing } from '../../support/build/signature.js'
import { settingOf, tell, THIS, type Situation } from './situation.js'

const payload = (i: number): Bytes => Uint8Array.of(i, 0, 0, 0, 0, 0, 0, 0)

/** Ten signers of one hint, any of whom is enough. */
const crowded: AccountParts = {
  of: 'A',
  master: 0,
  low: 1,
  medium: 1,
  high: 1,
  signers: Array.from(
    { length: 10 },
    (_, i) => [signedPayloadKey(key('M').publicKey, payload(i)), 1] as const,
  ),
}

const { hint } = by('M')(sha256('anything'))

/** So many that verify nowhere, each compared with ten signers, and then one that the tenth signer made. */
const crowd = (wrong: number, length = 64): readonly Signing[] => [
  ...Array.from({ length: wrong }, (_, i) =>
    raw(
      hint,
      Uint8Array.from({ length }, (_byte, at) => (at < 63 ? i + 1 : 0)),
    ),
  ),
  payloadBy('M', payload(9)),
]

const payments = (count: number, from?: string): readonly Operation[] =>
  Array.from({ length: count }, () => payment('B', from))

/** A check of the source and one for each operation, of 200 comparisons each. */
const checks = (count: number, rest: Partial<Situation> & { readonly says: string }): Situation => ({
  what: `${count} checks of 200 comparisons`,
  accounts: [crowded],
  transaction: { operations: payments(count - 1), signatures: crowd(19) },
  ...rest,
})

const x: Bytes = Uint8Array.of(1)
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
