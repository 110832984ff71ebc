/** How often signatures are verified: what costs, and what a hostile envelope could multiply. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import { audit, evaluate, type Verdict } from '../../../src/kernel/engine/index.js'
import type { DecoratedSignature, Envelope, LedgerView } from '../../../src/kernel/model/index.js'
import type { Phase, Protocol } from '../../../src/kernel/protocol/index.js'
import type { Prove } from '../../../src/kernel/signature/index.js'
import { hintFor } from '../../reference/hints.js'
import { question } from '../../support/arbitrary/question.js'
import type { AccountParts } from '../../support/build/account.js'
import { payment } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { prove, settingOf } from './situation.js'

interface Asked {
  readonly signature: DecoratedSignature
  readonly strkey: string
  readonly hintFits: boolean
}

/** Every question for a proof that one evaluation asks. */
const askedBy = (
  view: LedgerView,
  envelope: Envelope,
  protocol = 27,
  phase: Phase = 'validate',
): readonly Asked[] => {
  const asked: Asked[] = []
  const spying: Prove = (hash, signature, key) => {
    asked.push({ signature, strkey: key.strkey, hintFits: signature.hint === hintFor(key) })
    return prove(hash, signature, key)
  }
  evaluate({ protocol: protocol as Protocol, phase, prove: spying })(view)(envelope)
  return asked
}

const joint: AccountParts = {
  of: 'A',
  low: 1,
  medium: 2,
  high: 3,
  signers: [
    ['B', 1],
    ['C', 1],
  ],
}

const costOf = (count: number, from: readonly string[] = []): number => {
  const operations = Array.from({ length: count }, (_, i) => payment('D', from[i % from.length]))
  const accounts = [
    joint,
    ...from.map((of): AccountParts => ({ of, medium: 1, master: 0, signers: [['B', 1]] })),
  ]
  const transaction = { operations, signatures: [by('A'), by('B')] }
  return askedBy(...settingOf({ what: '', accounts, transaction, says: '' }, 27)).length
}

describe('checker', () => {
  it('verifies for a hundred operations of one account as often as for one', () => {
    expect(costOf(1)).to.equal(2)
    expect(costOf(100)).to.equal(2)
  })

  it('verifies one signature once for all the accounts that have its signer', () => {
    expect(costOf(100, ['E', 'F', 'G', 'H'])).to.equal(2)
  })

  it('verifies nothing where no hint fits', () => {
    const transaction = { signatures: [by('X'), by('Y'), by('Z')] }
    expect(askedBy(...settingOf({ what: '', accounts: [joint], transaction, says: '' }, 27))).to.deep.equal(
      [],
    )
  })

  it('verifies nothing for an envelope that is refused already; an audit goes on', () => {
    const accounts: readonly AccountParts[] = [{ ...joint, low: 3 }, { of: 'E' }]
    const transaction = { operations: [payment('D', 'E')], signatures: [by('A'), by('E')] }
    const [view, envelope] = settingOf({ what: '', accounts, transaction, says: '' }, 27)
    expect(askedBy(view, envelope)).to.have.length(1)
    const checksOf = (ask: typeof evaluate): number =>
      ask({ protocol: 27 as Protocol, phase: 'validate', prove })(view)(envelope).judgement.checks.length
    expect([checksOf(evaluate), checksOf(audit)]).to.deep.equal([1, 2])
  })

  it('an audit comes to the same verdict', () => {
    fc.assert(
      fc.property(question, ({ view, envelope, protocol, phase }) => {
        const judge = { protocol: protocol as Protocol, phase, prove }
        const [short, long] = [evaluate(judge)(view)(envelope), audit(judge)(view)(envelope)]
        const gist = ({ _tag, judgement, inner }: Verdict): unknown => [
          _tag,
          ...[judgement, ...(inner._tag === 'Some' ? [inner.value] : [])].map(
            ({ checks: _checks, ...rest }) => rest,
          ),
        ]
        expect(gist(long)).to.deep.equal(gist(short))
        expect(long.judgement.checks.filter(({ reached }) => reached)).to.deep.equal(short.judgement.checks)
      }),
      { numRuns: 500 },
    )
  })

  it('never verifies twice, nor against a signer whose hint a signature does not carry', () => {
    let most = 0
    fc.assert(
      fc.property(question, ({ view, envelope, protocol, phase }) => {
        const asked = askedBy(view, envelope, protocol, phase)
        most = Math.max(most, asked.length)
        expect(asked.every(({ hintFits }) => hintFits)).to.equal(true)
        const pairs = new Map<DecoratedSignature, Set<string>>()
        for (const { signature, strkey } of asked) {
          const before = pairs.get(signature) ?? new Set()
          expect(before.has(strkey)).to.equal(false)
          pairs.set(signature, before.add(strkey))
        }
      }),
      { numRuns: 300, seed: 1 },
    )
    expect(most).to.be.above(3)
  })
})
