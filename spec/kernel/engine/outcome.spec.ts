/** What is recorded of each check: by which rule, how much was needed, how much was counted, and how. */
import { expect } from 'chai'
import type { Outcome, Step } from '../../../src/kernel/engine/index.js'
import { hashXKey, type Bytes } from '../../../src/kernel/model/index.js'
import type { AccountParts } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { operation, payment } from '../../support/build/operation.js'
import { by, over, preimage } from '../../support/build/signature.js'
import { auditOf, settingOf, THIS, type Situation } from './situation.js'

const [a, b, c] = [by('A'), by('B'), by('C')]
const x: Bytes = Uint8Array.of(1, 2, 3)

const step = (one: Step): string =>
  one._tag === 'PreAuthorized' ? 'PreAuthorized' : `${one._tag} ${one.signature} for ${one.signer.weight}`

/** `account: 3 of 2 (Counted 0 for 1, …)`: rule, counted, needed, steps. */
const line = (outcome: Outcome): string =>
  outcome._tag === 'Checked'
    ? `${outcome.rule}: ${outcome.counted} of ${outcome.needed} (${outcome.steps.map(step).join(', ')})`
    : outcome._tag

const linesOf = (
  accounts: readonly AccountParts[],
  transaction: Situation['transaction'],
  protocol = 27,
): readonly string[] => {
  const { judgement } = auditOf(
    protocol,
    'validate',
    ...settingOf({ what: '', accounts, transaction, says: '' }, protocol),
  )
  return judgement.checks.map(({ outcome, reached }) => `${line(outcome)}${reached ? '' : ' not reached'}`)
}

describe('outcome of a check', () => {
  it('counts a weight above 255 as 255 from protocol 10, and as it is before', () => {
    const accounts: readonly AccountParts[] = [{ of: 'A', medium: 255, signers: [['B', 300]] }]
    const of = (protocol: number): string | undefined => linesOf(accounts, { signatures: [b] }, protocol)[1]
    expect(of(10)).to.equal('account: 255 of 255 (Counted 0 for 300)')
    expect(of(9)).to.equal('account: 300 of 255 (Counted 0 for 300)')
  })

  it('needs 0 of an account that does not exist', () => {
    const transaction = { operations: [payment('C', 'N')], signatures: [a, by('N')] }
    expect(linesOf([{ of: 'A' }], transaction)).to.deep.equal([
      'account: 1 of 0 (Counted 0 for 1)',
      'missing-account: 1 of 0 (Counted 1 for 1)',
    ])
  })

  it('needs as many extra signers as there are', () => {
    const transaction = {
      extraSigners: [key('B').signerKey, hashXKey(sha256(x))],
      signatures: [a, b, preimage(x)],
    }
    expect(linesOf([{ of: 'A' }], transaction)[1]).to.equal(
      'extra-signers: 2 of 2 (Counted 2 for 1, Counted 1 for 1)',
    )
  })

  it('walks pre-authorizations, preimages, then keys, and stops where it has enough', () => {
    const accounts: readonly AccountParts[] = [
      {
        of: 'A',
        master: 2,
        low: 1,
        medium: 9,
        signers: [
          [THIS, 4],
          [hashXKey(sha256(x)), 3],
          ['B', 5],
        ],
      },
    ]
    expect(linesOf(accounts, { signatures: [a, b, preimage(x)] })).to.deep.equal([
      'account: 4 of 1 (PreAuthorized)',
      'account: 9 of 9 (PreAuthorized, Counted 2 for 3, Counted 0 for 2)',
    ])
  })

  it('keeps what did not prove anything, and goes on', () => {
    const accounts: readonly AccountParts[] = [{ of: 'A', signers: [['B', 5]] }]
    expect(linesOf(accounts, { signatures: [over(sha256('other'))(b), c, a] })).to.deep.equal([
      'account: 1 of 0 (NotProved 0 for 5, Counted 2 for 1)',
      'account: 1 of 0 (NotProved 0 for 5, Counted 2 for 1)',
    ])
  })

  it('is found out also where the network no longer asks', () => {
    const accounts: readonly AccountParts[] = [{ of: 'A', low: 2 }, { of: 'B' }]
    const transaction = {
      operations: [payment('C', 'B'), operation('Inflation'), payment('C', 'D')],
      signatures: [a, b],
    }
    expect(linesOf(accounts, transaction)).to.deep.equal([
      'account: 1 of 2 (Counted 0 for 1)',
      'account: 1 of 0 (Counted 1 for 1) not reached',
      'NotSupported not reached',
      'missing-account: 0 of 0 () not reached',
    ])
  })
})
