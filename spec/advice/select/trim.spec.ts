import { expect } from 'chai'
import * as fc from 'fast-check'
import { mergeEnvelopes, trim, type Trimmed, type TrimOptions } from '../../../src/advice/select/index.js'
import {
  ledgerView,
  type DecoratedSignature,
  type Envelope,
  type LedgerView,
  type TransactionEnvelope,
} from '../../../src/kernel/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope, feeBump, someHash } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { by, hintFor, over, withHint, type Signing } from '../../support/build/signature.js'
import { isYes, judge, judgeOf, knowNames } from './ask.js'

const names = Array.from({ length: 20 }, (_, i) => `hand ${String(i + 1)}`)
knowNames('A', 'B', 'C', 'M', 'S', 'payer', ...names)

const joint = account({ of: 'A', medium: 2, high: 3, signers: [['B', 1], ['C', 1]] }) // oxfmt-ignore

const trimmed = (view: LedgerView, of: Envelope, options: TrimOptions = {}): Trimmed => {
  const result = trim(judge)(view)(of)(options)
  if (result._tag === 'Left' || result.right._tag !== 'Trimmed')
    throw new Error('expected a trimmed envelope')
  return result.right
}

const signedBy = (...signatures: readonly Signing[]): TransactionEnvelope =>
  envelope({ source: 'A', signatures })

const reasons = ({ dropped }: Trimmed): readonly (readonly [number, string])[] =>
  dropped.map(({ signature, reason }) => [signature, reason._tag])

describe('select: which signatures to send', () => {
  it('sends two of the three signatures of a 2-of-3 joint account, the earliest', () => {
    const of = signedBy(by('C'), by('A'), by('B'))
    const result = trimmed(world(joint), of)
    expect(result.kept).to.deep.equal([0, 1])
    expect(reasons(result)).to.deep.equal([[2, 'NotNeeded']])
    expect(result.verdict.code).to.equal('txSUCCESS')
    expect(result.envelope.signatures).to.deep.equal(of.signatures.slice(0, 2))
    expect({ ...result.envelope, signatures: [] }).to.deep.equal({ ...of, signatures: [] })
  })

  it('names duplicates, wrong hints, strangers, and signatures for another network', () => {
    const of = signedBy(
      by('A'),
      by('A'),
      withHint(7)(by('B')),
      by('S'),
      over(someHash('another network'))(by('C')),
      by('C'),
    )
    const result = trimmed(world(joint), of)
    expect(result.kept).to.deep.equal([0, 5])
    expect(reasons(result)).to.deep.equal([
      [1, 'Duplicate'],
      [2, 'WrongHint'],
      [3, 'Stranger'],
      [4, 'NotProved'],
    ])
    const [, wrong] = result.dropped
    if (wrong?.reason._tag !== 'WrongHint') throw new Error('expected a wrong hint')
    expect(wrong.reason.expected).to.equal(hintFor(key('B').signerKey))
  })

  it('corrects a hint where that is asked for', () => {
    const of = signedBy(by('A'), withHint(7)(by('B')))
    const without = trim(judge)(world(joint))(of)()
    expect(without._tag === 'Left' && without.left._tag).to.equal('NotAuthorizedYet')
    const result = trimmed(world(joint), of, { correctHints: true })
    expect(result.kept).to.deep.equal([0, 1])
    expect(result.corrected.map(({ signature, from }) => [signature, from])).to.deep.equal([[1, 7]])
    expect(isYes(world(joint), result.envelope)).to.equal(true)
  })

  it('drops the fewest, and chooses otherwise where the caller does', () => {
    const expense = account({ of: 'M', master: 3, medium: 3, signers: [['A', 1], ['B', 1], ['C', 1]] }) // oxfmt-ignore
    const of = envelope({ source: 'M', signatures: [by('M'), by('A'), by('B'), by('C')] })
    expect(trimmed(world(expense), of).kept).to.deep.equal([1, 2, 3])
    const fewest = trimmed(world(expense), of, { worthOf: () => -1 })
    expect(fewest.kept).to.deep.equal([0])
    const master = trimmed(world(expense), of, {
      worthOf: (keys) => (keys.some(({ strkey }) => strkey === key('M').id) ? 10 : 1),
    })
    expect(master.kept).to.deep.equal([0])
  })

  it('keeps more than is needed only where asked, in an order in which all of it is used', () => {
    const view = world(account({ of: 'A', master: 3, medium: 3, signers: [['B', 1], ['C', 1]] })) // oxfmt-ignore
    const of = signedBy(by('A'), by('B'), by('C'))
    expect(isYes(view, of)).to.equal(false)
    expect(trimmed(view, of).kept).to.deep.equal([0])
    const all = trimmed(view, of, { keep: 'usable' })
    expect([...all.kept].sort()).to.deep.equal([0, 1, 2])
    expect(all.kept.at(-1)).to.equal(0)
    expect(isYes(view, all.envelope)).to.equal(true)
  })

  it('says who is missing where all signatures are not enough', () => {
    const result = trim(judge)(world(joint))(signedBy(by('A'), by('S')))()
    if (result._tag === 'Right' || result.left._tag !== 'NotAuthorizedYet')
      throw new Error('expected a failure')
    expect(result.left.verdict._tag).to.equal('Rejected')
    const { answer } = result.left.missing
    expect(answer._tag === 'Possible' && answer.best.add.length).to.equal(1)
  })

  it('sends nothing as long as an account that decides is unknown', () => {
    const view = ledgerView({ accounts: [joint] })
    if (view._tag === 'Left') throw new Error(view.left.message)
    const of = envelope({
      source: 'A',
      operations: [payment('C', 'S')],
      signatures: [by('A'), by('B'), by('S')],
    })
    const result = trim(judge)(view.right)(of)()
    if (result._tag === 'Right' || result.left._tag !== 'AccountsUnknown')
      throw new Error('expected a failure')
    expect(result.left.missing.dependsOn).to.deep.equal([key('S').id])
  })

  it('trims twenty signatures of one weight at once', () => {
    const view = world(account({ of: 'A', medium: 10, signers: names.map((name) => [name, 1] as const) }))
    const result = trimmed(view, signedBy(...names.map((name) => by(name))))
    expect(result.kept).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(result.isBestProved).to.equal(true)
  })
})

describe('select: copies of one envelope', () => {
  it('joins their signatures, each once', () => {
    const view = world(joint)
    const [one, other] = [signedBy(by('A'), by('S')), signedBy(by('S'), by('C'))]
    const merged = mergeEnvelopes(one, other)
    expect(merged._tag === 'Right' && merged.right.signatures.length).to.equal(3)
    const result = trim(judge)(view)(one, other)()
    if (result._tag === 'Left') throw new Error('expected an envelope')
    expect(result.right.kept).to.deep.equal([0, 2])
    expect(isYes(view, result.right.envelope)).to.equal(true)
  })

  it('may hold more than twenty signatures on the way', () => {
    const view = world(account({ of: 'A', medium: 2, signers: names.map((name) => [name, 1] as const) }))
    const [half, rest] = [names.slice(0, 11), names.slice(11)].map((some) => some.map((name) => by(name)))
    const strangers = Array.from({ length: 6 }, () => by('S'))
    const result = trim(judge)(view)(signedBy(...strangers, ...half!), signedBy(by('A'), ...rest!))()
    expect(result._tag === 'Right' && result.right.kept.length).to.equal(2)
  })

  it('refuses copies of different transactions, by their hashes', () => {
    const [one, other] = [envelope({ source: 'A' }), envelope({ source: 'A', sequence: 102n })]
    const result = trim(judge)(world(joint))(one, one, other)()
    expect(result._tag === 'Left' && result.left).to.deep.equal({
      _tag: 'DifferentTransactions',
      copies: [0, 2],
      hashes: [one.hash, other.hash],
    })
  })

  it('is the union, whatever the copies', () => {
    const names4 = ['A', 'B', 'C', 'S']
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...names4), { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        (lists) => {
          const copies = lists.map((list) => signedBy(...list.map((name) => by(name))))
          const merged = mergeEnvelopes(copies[0]!, ...copies.slice(1))
          if (merged._tag === 'Left') throw new Error('expected an envelope')
          const text = ({ signature }: DecoratedSignature): string => signature.join()
          const expected =
            copies.length === 1
              ? copies[0]!.signatures.map(text)
              : [...new Set(copies.flatMap(({ signatures }) => signatures.map(text)))]
          expect(merged.right.signatures.map(text)).to.deep.equal(expected)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('select: signatures of a fee bump', () => {
  const view = world(joint, account({ of: 'payer' }))

  it('trims the outer list', () => {
    const inner = signedBy(by('A'), by('B'))
    const of = feeBump({ feeSource: 'payer', inner, signatures: [by('A'), by('payer')] })
    const result = trimmed(view, of)
    expect(result.list).to.equal('fee-bump')
    expect(result.kept).to.deep.equal([1])
  })

  it('does not touch an inner signature unless asked, and then says what it voids', () => {
    const inner = signedBy(by('A'), by('B'), by('C'))
    const of = feeBump({ feeSource: 'payer', inner, signatures: [by('payer')] })
    const refused = trim(judge)(view)(of)()
    expect(refused._tag === 'Left' && refused.left._tag).to.equal('InnerWouldChange')
    const result = trim(judge)(view)(of)({ allowInner: true })
    if (result._tag === 'Left' || result.right._tag !== 'InnerTrimmed')
      throw new Error('expected an inner envelope')
    expect(result.right.kept).to.deep.equal([0, 1])
    expect(result.right.voided).to.deep.equal([{ signature: 0, reason: { _tag: 'Voided' } }])
    expect(isYes(view, result.right.envelope)).to.equal(true)
  })

  it('leaves the outer list alone when a ledger closes, where it is not judged', () => {
    const inner = signedBy(by('A'), by('B'))
    const of = feeBump({ feeSource: 'payer', inner, signatures: [by('A'), by('payer')] })
    const result = trim(judgeOf(27, 'apply'))(view)(of)()
    expect(result._tag === 'Right' && result.right.envelope).to.deep.equal(of)
  })
})
