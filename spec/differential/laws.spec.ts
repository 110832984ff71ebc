/** Laws of the signature check that follow from how the network walks, and that people rely on. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import type { Checked } from '../../src/kernel/engine/index.js'
import {
  innermostOf,
  type Account,
  type DecoratedSignature,
  type Envelope,
  type LedgerView,
  type TransactionEnvelope,
} from '../../src/kernel/model/index.js'
import type { Question } from '../reference/checker.js'
import { keyName } from '../support/arbitrary/pool.js'
import { question } from '../support/arbitrary/question.js'
import { shuffled } from '../support/arbitrary/signing-plan.js'
import { key } from '../support/build/key.js'
import { by } from '../support/build/signature.js'
import { engineAnswer, verdictOf } from './engine.js'

const seed = fc.integer({ min: 1, max: 0xffffffff })

/** The ordinary envelope of a case, or the one inside a fee bump, when a ledger closes. */
const atApply: fc.Arbitrary<Question & { readonly envelope: TransactionEnvelope }> = question.map(
  ({ envelope, view, protocol }) => ({
    envelope: innermostOf(envelope),
    view,
    protocol: Math.max(10, protocol),
    phase: 'apply',
  }),
)

const withSignatures = <E extends Envelope>(envelope: E, signatures: readonly DecoratedSignature[]): E => ({
  ...envelope,
  signatures,
})

const mapAccounts =
  (change: (account: Account) => Account) =>
  (view: LedgerView): LedgerView => ({
    ...view,
    accounts: new Map(
      [...view.accounts].map(([id, found]) => [
        id,
        found._tag === 'Known' ? { ...found, account: change(found.account) } : found,
      ]),
    ),
  })

/** Every check of an envelope, also those that the network no longer reaches. */
const checksOf = (asked: Question): readonly Checked[] => verdictOf(asked).judgement.checks

const isMet = ({ outcome }: Checked): boolean => outcome._tag === 'Checked' && outcome.met

/** Whatever was met before is met after. */
const onlyGains = (before: Question, after: Question): void => {
  const later = checksOf(after)
  for (const [i, check] of checksOf(before).entries())
    if (isMet(check)) expect(isMet(later[i]!), `check ${i}`).to.equal(true)
}

const isAuthorized = (asked: Question): boolean => engineAnswer(asked).code === 'txSUCCESS'

/**
 * Signatures of an authorized envelope that acts for one account alone, so few that none of them can be
 * left out; nothing where the envelope is not such.
 */
const irredundant = (
  asked: Question & { readonly envelope: TransactionEnvelope },
): readonly DecoratedSignature[] | undefined => {
  const { transaction, signatures } = asked.envelope
  const actsForOne =
    transaction.preconditions.extraSigners.length === 0 &&
    transaction.operations.every(
      ({ source }) => source._tag === 'None' || source.value === transaction.source,
    )
  if (!actsForOne || !isAuthorized(asked)) return undefined
  const suffices = (list: readonly DecoratedSignature[]): boolean =>
    checksOf({ ...asked, envelope: withSignatures(asked.envelope, list) }).every(isMet)
  let lean = signatures
  for (const signature of signatures) {
    const fewer = lean.filter((one) => one !== signature)
    if (suffices(fewer)) lean = fewer
  }
  return lean
}

describe('laws: weight', () => {
  it('a further signature lowers no weight that was reached', () => {
    const property = fc.property(atApply, keyName, fc.nat(), (asked, name, place) => {
      const { envelope } = asked
      fc.pre(envelope.signatures.length < 20)
      const at = place % (envelope.signatures.length + 1)
      const more = envelope.signatures.toSpliced(at, 0, by(name)(envelope.hash))
      onlyGains(asked, { ...asked, envelope: withSignatures(envelope, more) })
    })
    fc.assert(property, { numRuns: 160 })
  })

  it('a further signer on an account lowers no weight that was reached', () => {
    const property = fc.property(
      atApply,
      keyName,
      fc.integer({ min: 1, max: 255 }),
      (asked, name, weight) => {
        const { signerKey } = key(name)
        const addSigner = (account: Account): Account =>
          account.id === signerKey.strkey ||
          account.signers.some((one) => one.key.strkey === signerKey.strkey)
            ? account
            : {
                ...account,
                signers: [{ key: signerKey, weight, sponsor: { _tag: 'None' } }, ...account.signers],
              }
        onlyGains(asked, { ...asked, view: mapAccounts(addSigner)(asked.view) })
      },
    )
    fc.assert(property, { numRuns: 160 })
  })

  it('is the sum over the signers that are satisfied alone, and at least one of them', () => {
    const property = fc.property(atApply, (asked) => {
      const found = asked.view.accounts.get(asked.envelope.transaction.source)
      fc.pre(found?._tag === 'Known')
      const { account } = found as { readonly account: Account }
      const first = checksOf(asked)[0]
      fc.pre(first?.outcome._tag === 'Checked')

      const isSatisfiedAlone = (change: (account: Account) => Account): boolean => {
        const alone = mapAccounts((one) =>
          one.id === account.id
            ? change({ ...one, signers: [], masterWeight: 0, thresholds: { low: 0, medium: 0, high: 0 } })
            : one,
        )
        return isMet(checksOf({ ...asked, view: alone(asked.view) })[0]!)
      }
      const alone: readonly number[] = [
        ...(account.masterWeight !== 0 && isSatisfiedAlone((one) => ({ ...one, masterWeight: 1 }))
          ? [account.masterWeight]
          : []),
        ...account.signers
          .filter((signer) => isSatisfiedAlone((one) => ({ ...one, signers: [signer] })))
          .map(({ weight }) => weight),
      ]
      const sum = alone.reduce((total, weight) => total + Math.min(weight, 255), 0)
      expect(isMet(first)).to.equal(alone.length > 0 && sum >= account.thresholds.low)
    })
    fc.assert(property, { numRuns: 160 })
  })
})

describe('laws: order', () => {
  it('of signers decides nothing', () => {
    const property = fc.property(atApply, seed, (asked, order) => {
      const shuffle = (account: Account): Account => ({
        ...account,
        signers: shuffled(account.signers, order),
      })
      const answer = engineAnswer({ ...asked, view: mapAccounts(shuffle)(asked.view) })
      expect(answer).to.deep.equal(engineAnswer(asked))
    })
    fc.assert(property, { numRuns: 160 })
  })

  it('of signatures decides no weight', () => {
    const property = fc.property(atApply, seed, (asked, order) => {
      const { envelope } = asked
      const other = withSignatures(envelope, shuffled(envelope.signatures, order))
      const met = checksOf({ ...asked, envelope: other }).map(isMet)
      expect(met).to.deep.equal(checksOf(asked).map(isMet))
    })
    fc.assert(property, { numRuns: 160 })
  })

  it('of a set without a needless signature does not matter: every order is accepted', () => {
    let tried = 0
    const property = fc.property(atApply, seed, (asked, order) => {
      const lean = irredundant(asked)
      fc.pre(lean !== undefined)
      tried++
      for (const list of [lean, lean.toReversed(), shuffled(lean, order)]) {
        const answer = engineAnswer({ ...asked, envelope: withSignatures(asked.envelope, list) })
        expect(answer.code).to.equal('txSUCCESS')
      }
    })
    fc.assert(property, { numRuns: 200, maxSkipsPerRun: 1000 })
    expect(tried).to.be.at.least(60)
  })
})

describe('laws: surplus', () => {
  const authorized = atApply.filter(isAuthorized)

  it('a copy of any signature spoils an authorized envelope', () => {
    const property = fc.property(authorized, fc.nat(), fc.nat(), (asked, which, place) => {
      const { signatures } = asked.envelope
      fc.pre(signatures.length > 0 && signatures.length < 20)
      const copy = signatures[which % signatures.length]!
      const list = signatures.toSpliced(place % (signatures.length + 1), 0, copy)
      const answer = engineAnswer({ ...asked, envelope: withSignatures(asked.envelope, list) })
      expect(answer.code).to.equal('txBAD_AUTH_EXTRA')
    })
    fc.assert(property, { numRuns: 120 })
  })

  it('so does the signature of a stranger', () => {
    const property = fc.property(authorized, (asked) => {
      const { envelope } = asked
      fc.pre(envelope.signatures.length < 20)
      const list = [by('a stranger')(envelope.hash), ...envelope.signatures]
      const answer = engineAnswer({ ...asked, envelope: withSignatures(envelope, list) })
      expect(answer.code).to.equal('txBAD_AUTH_EXTRA')
    })
    fc.assert(property, { numRuns: 120 })
  })
})
