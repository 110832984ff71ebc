/** What may be said while accounts are not known: only what none of their possible states contradicts. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { accountsOf, isAuthorized, isRejected, matchVerdict } from '../../../src/kernel/engine/index.js'
import {
  accountsIn,
  EMPTY_VIEW,
  ledgerView,
  newAccount,
  type Account,
  type AccountId,
  type LedgerView,
} from '../../../src/kernel/model/index.js'
import { question } from '../../support/arbitrary/question.js'
import { account } from '../../support/build/account.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { operation, payment } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { judge, spoken } from './situation.js'

const view = (parts: Parameters<typeof ledgerView>[0]): LedgerView => {
  const made = ledgerView(parts)
  if (E.isLeft(made)) throw new Error(made.left.message)
  return made.right
}

const without = (all: LedgerView, id: AccountId): readonly Account[] =>
  accountsIn(all).filter((one) => one.id !== id)

/** States that an account may be found in: open to anybody who signs, closed to all, and between. */
const statesOf = (id: AccountId, others: readonly Account[]): readonly Account[] => {
  const thresholds = (all: number): Account['thresholds'] => ({ low: all, medium: all, high: all })
  const signers = others.flatMap((other) => other.signers)
  const everyone = [...new Map(signers.map((one) => [one.key.strkey, one])).values()].slice(0, 20)
  return [
    newAccount(id),
    { ...newAccount(id), masterWeight: 0 },
    { ...newAccount(id), thresholds: thresholds(255) },
    { ...newAccount(id), thresholds: { low: 0, medium: 255, high: 255 } },
    { ...newAccount(id), masterWeight: 0, signers: everyone },
    { ...newAccount(id), thresholds: thresholds(2), signers: everyone },
  ]
}

describe('undetermined', () => {
  it('is all that depends on an account that was not fetched: every other verdict stands in each of its states', () => {
    const said: Record<string, number> = { Authorized: 0, Rejected: 0, Undetermined: 0 }
    fc.assert(
      fc.property(question, fc.nat(), (asked, pick) => {
        const { protocol, phase, envelope: one } = asked
        const ids = accountsOf(phase)(one)
        const id = ids[pick % ids.length] as AccountId
        const others = without(asked.view, id)
        const verdict = judge(
          protocol,
          phase,
          view({ accounts: others, notFetched: [id], closedWorld: true }),
          one,
        )
        said[verdict._tag] = (said[verdict._tag] ?? 0) + 1
        if (verdict._tag === 'Undetermined') {
          expect(verdict.missing).to.deep.equal([id])
          return
        }
        const own = accountsIn(asked.view).filter((known) => known.id === id)
        const worlds = [[], own, ...statesOf(id, accountsIn(asked.view)).map((state) => [state])]
        for (const states of worlds) {
          const known = judge(
            protocol,
            phase,
            view({ accounts: [...others, ...states], closedWorld: true }),
            one,
          )
          expect(known).to.have.property('code', verdict.code)
        }
      }),
      { numRuns: 600, seed: 1 },
    )
    // Both happen: a verdict in spite of what is missing, and none because of it.
    expect(said['Undetermined']).to.be.above(50)
    expect(said['Rejected']).to.be.above(50)
  })

  it('is nothing once all accounts are known that are named as deciding', () => {
    fc.assert(
      fc.property(question, ({ protocol, phase, view: all, envelope: one }) => {
        const ids = new Set(accountsOf(phase)(one))
        const accounts = accountsIn(all).filter(({ id }) => ids.has(id))
        const absent = [...ids].filter((id) => !accounts.some((known) => known.id === id))
        const verdict = judge(protocol, phase, view({ accounts, absent }), one)
        expect(verdict._tag).to.not.equal('Undetermined')
        if (phase === 'validate') expect(spoken(verdict)).to.equal(spoken(judge(protocol, phase, all, one)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('undetermined: cases', () => {
  const [A, B] = [account({ of: 'A' }), account({ of: 'B' })]
  const [a, b] = [by('A'), by('B')]
  const ofB = [payment('C', 'B')]
  const onlyA = view({ accounts: [A] })

  it('names what is missing, each once, in the order of checks', () => {
    const one = envelope({ source: 'A', operations: [...ofB, payment('C', 'D'), ...ofB], signatures: [a] })
    expect(judge(27, 'validate', onlyA, one)).to.deep.include({
      _tag: 'Undetermined',
      missing: [key('B').id, key('D').id],
    })
  })

  it('has no code, and is neither a yes nor a no', () => {
    const verdict = judge(27, 'validate', EMPTY_VIEW, envelope({ source: 'A', signatures: [a] }))
    expect([isAuthorized(verdict), isRejected(verdict), 'code' in verdict]).to.deep.equal([
      false,
      false,
      false,
    ])
    expect(spoken(verdict)).to.equal('? [?] 0')
  })

  const CASES: Readonly<Record<string, readonly [says: string, parts: Parameters<typeof envelope>[0]]>> = {
    'a missing account before one that is refused: the refusal stands': [
      'txFAILED [?, opBAD_AUTH] 1',
      { source: 'A', operations: [...ofB, payment('D', 'E')], signatures: [a] },
    ],
    'an unknown operation of a missing account: the refusal stands': [
      'txFAILED [opNOT_SUPPORTED] 1',
      { source: 'A', operations: [operation('Inflation', 'B')], signatures: [a] },
    ],
    'a source that does not sign: nothing else matters': [
      'txBAD_AUTH 0',
      { source: 'A', operations: ofB, signatures: [b] },
    ],
    'a signature that is perhaps surplus': ['? [?] 10', { source: 'A', operations: ofB, signatures: [a, b] }],
  }
  for (const [what, [says, parts]] of Object.entries(CASES))
    it(`${what}: ${says}`, () => {
      const known = view({ accounts: [A], absent: [key('E').id] })
      expect(spoken(judge(27, 'validate', known, envelope(parts)))).to.equal(says)
    })

  it('of a fee bump asks for what both lists miss', () => {
    const inner = envelope({ source: 'A', operations: ofB, signatures: [a] })
    const bump = feeBump({ feeSource: 'F', inner, signatures: [by('F')] })
    const missing = (accounts: readonly Account[]): unknown => {
      const verdict = judge(27, 'validate', view({ accounts }), bump)
      return verdict._tag === 'Undetermined' ? verdict.missing : verdict.code
    }
    expect(missing([A])).to.deep.equal([key('F').id, key('B').id])
    expect(missing([A, B])).to.deep.equal([key('F').id])
    expect(missing([account({ of: 'F' })])).to.deep.equal([key('A').id, key('B').id])
    expect(missing([A, B, account({ of: 'F' })])).to.equal('txFEE_BUMP_INNER_FAILED')
  })
})

describe('verdict', () => {
  it('is matched with all its fields', () => {
    const answer = matchVerdict({
      authorized: ({ code }) => `yes: ${code}`,
      rejected: ({ code }) => `no: ${code}`,
      undetermined: ({ missing }) => `unknown: ${missing.length}`,
    })
    const signed = envelope({ source: 'A', signatures: [by('A')] })
    const known = view({ accounts: [account({ of: 'A' })] })
    expect(answer(judge(27, 'validate', known, signed))).to.equal('yes: txSUCCESS')
    expect(answer(judge(27, 'validate', known, envelope({ source: 'A' })))).to.equal('no: txBAD_AUTH')
    expect(answer(judge(27, 'validate', EMPTY_VIEW, signed))).to.equal('unknown: 1')
  })
})
