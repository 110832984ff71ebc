import { expect } from 'chai'
import {
  collectCompletions,
  completions,
  fewestPeople,
  perSigner,
  preferring,
  type Completion,
  type CompletionOptions,
  type Completions,
  type Obstacle,
} from '../../../src/advice/select/index.js'
import {
  EMPTY_VIEW,
  hashXKey,
  ledgerView,
  ordSignerKey,
  preAuthTxKey,
  signedPayloadKey,
  type Account,
  type Envelope,
  type LedgerView,
} from '../../../src/kernel/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope, feeBump, someHash } from '../../support/build/envelope.js'
import { key, sha256 } from '../../support/build/key.js'
import { payment, setOptions } from '../../support/build/operation.js'
import { by, payloadBy, preimage } from '../../support/build/signature.js'
import { completed, isYes, judge, judgeOf, knowNames, knowPreimage, namesOf } from './ask.js'

const ask = (view: LedgerView, of: Envelope, options: CompletionOptions = {}): Completions =>
  completions(judge)(view)(of)(options)

const best = ({ answer }: Completions): Completion => {
  if (answer._tag !== 'Possible') throw new Error(`expected completions, found ${JSON.stringify(answer)}`)
  return answer.best
}

const obstacles = ({ answer }: Completions): readonly Obstacle[] =>
  answer._tag === 'Impossible' ? answer.obstacles : []

const allNames = (found: Completions, limit = 1000): readonly string[] =>
  collectCompletions(limit)(found).completions.map((one) => namesOf(one).toSorted().join(' '))

const members = Array.from({ length: 20 }, (_, i) => `member ${String(i + 1)}`)

knowNames('A', 'B', 'C', 'D', 'M', 'S', 'new', 'agent', 'payer', ...members)

/** A joint account of three, two of whom pay and three of whom change it. */
const joint = account({ of: 'A', medium: 2, high: 3, signers: [['B', 1], ['C', 1]] }) // oxfmt-ignore

describe('select: who must still sign', () => {
  it('finds the smallest set across accounts, where one account at a time would not', () => {
    const view = world(
      account({ of: 'M', master: 0, low: 3, medium: 3, high: 3, signers: [['A', 3], ['B', 2], ['C', 1]] }), // oxfmt-ignore
      account({ of: 'S', master: 0, low: 3, medium: 3, high: 3, signers: [['B', 2], ['C', 1]] }), // oxfmt-ignore
    )
    const found = ask(view, envelope({ source: 'M', operations: [payment('A'), payment('A', 'S')] }))
    expect(namesOf(best(found)).toSorted()).to.deep.equal(['B', 'C'])
    expect(best(found).cost).to.equal(2)
    expect(best(found).isProved).to.equal(true)
    expect(allNames(found)).to.deep.equal(['B C'])
  })

  it('lists every minimal set once, and none that holds another', () => {
    const found = ask(world(joint), envelope({ source: 'A' }))
    expect([...allNames(found)].sort()).to.deep.equal(['A B', 'A C', 'B C'])
    const half = ask(world(joint), envelope({ source: 'A', signatures: [by('A')] }))
    expect([...allNames(half)].sort()).to.deep.equal(['B', 'C'])
  })

  it('lists equals in the order of the ledger', () => {
    const found = ask(world(joint), envelope({ source: 'A' }))
    const sets = collectCompletions(10)(found).completions.map(({ add }) => add.map((one) => one.key))
    const inOrder = [key('A'), key('B'), key('C')].map((one) => one.signerKey).toSorted(ordSignerKey.compare)
    const [first, second, third] = inOrder
    expect(sets).to.deep.equal([[first, second], [first, third], [second, third]]) // oxfmt-ignore
  })

  it('says of a complete envelope that nobody is missing', () => {
    const found = ask(world(joint), envelope({ source: 'A', signatures: [by('C'), by('A')] }))
    expect(found.verdict._tag).to.equal('Authorized')
    expect(best(found)).to.deep.equal({ add: [], drop: [], undecided: [], cost: 0, isProved: true })
  })

  it('names the signature that must go, where nobody is missing and there is one too many', () => {
    const of = envelope({ source: 'A', signatures: [by('A'), by('B'), by('C')] })
    const found = ask(world(joint), of)
    expect(best(found).add).to.deep.equal([])
    expect(best(found).drop.map(({ signature, reason }) => [signature, reason._tag])).to.deep.equal([
      [2, 'NotNeeded'],
    ])
    expect(isYes(world(joint), completed(of, best(found), []))).to.equal(true)
  })

  it('keeps a light signature in front of a heavy one that is added', () => {
    const view = world(account({ of: 'A', master: 1, medium: 3, signers: [['B', 3]] })) // oxfmt-ignore
    const found = ask(view, envelope({ source: 'A', signatures: [by('A')] }))
    expect(namesOf(best(found))).to.deep.equal(['B'])
    expect(best(found).drop).to.deep.equal([])
  })

  it('asks one key once, however many accounts and extra signers it serves', () => {
    const view = world(account({ of: 'A' }), account({ of: 'B', signers: [['A', 1]] }), account({ of: 'C', signers: [['A', 1]] })) // oxfmt-ignore
    const operations = [payment('D'), payment('D', 'B'), payment('D', 'C')]
    const found = ask(view, envelope({ source: 'A', operations, extraSigners: [key('A').signerKey] }))
    expect(namesOf(best(found))).to.deep.equal(['A'])
    expect(allNames(found)).to.deep.equal(['A'])
  })

  it('asks the key of an account that does not exist yet', () => {
    const found = ask(
      world(account({ of: 'A' })),
      envelope({ source: 'A', operations: [payment('B', 'new')] }),
    )
    expect(allNames(found)).to.deep.equal(['A new'])
  })

  it('counts the hash of this very transaction without a signature', () => {
    const bare = envelope({ source: 'A' })
    const own = account({ of: 'A', low: 1, medium: 2, signers: [[preAuthTxKey(bare.hash), 1], ['B', 1]] }) // oxfmt-ignore
    const found = ask(world(own), bare)
    expect([...allNames(found)].sort()).to.deep.equal(['A', 'B'])
    expect(found.progress.map(({ reached, needed }) => [reached, needed])).to.deep.equal([[1, 1], [1, 2]]) // oxfmt-ignore
    const alone = account({ of: 'A', signers: [[preAuthTxKey(bare.hash), 1]] }) // oxfmt-ignore
    expect(best(ask(world(alone), bare)).add).to.deep.equal([])
  })

  it('says whether a signature, a preimage or the signature of a payload is wanted', () => {
    const x = Uint8Array.of(1, 2, 3)
    const payload = Uint8Array.of(9)
    knowPreimage(x)
    const mixed = account({
      of: 'A',
      medium: 3,
      signers: [[hashXKey(sha256(x)), 1], [signedPayloadKey(key('B').publicKey, payload), 1]], // oxfmt-ignore
    })
    const of = envelope({ source: 'A' })
    const one = best(ask(world(mixed), of))
    expect(one.add.map(({ proof }) => proof).sort()).to.deep.equal([
      'payload-signature',
      'preimage',
      'signature',
    ])
    expect(isYes(world(mixed), completed(of, one, one.add))).to.equal(true)
    const rest = envelope({ source: 'A', signatures: [preimage(x), payloadBy('B', payload)] })
    expect(namesOf(best(ask(world(mixed), rest)))).to.deep.equal(['A'])
  })

  it('names signatures that can do nothing', () => {
    const signatures = [by('A'), by('A'), by('D'), preimage(Uint8Array.of(4))]
    const found = ask(world(joint), envelope({ source: 'A', signatures }))
    expect(found.useless.map(({ signature, reason }) => [signature, reason._tag])).to.deep.equal([
      [1, 'Duplicate'],
      [2, 'Stranger'],
      [3, 'Stranger'],
    ])
    expect(best(found).drop.map(({ signature }) => signature)).to.deep.equal([1, 2, 3])
  })

  it('tells how far each requirement is, and who would add what', () => {
    const found = ask(
      world(joint),
      envelope({ source: 'A', operations: [setOptions({ high: 1 })], signatures: [by('B')] }),
    )
    expect(
      found.progress.map(({ requirement, needed, reached, isMet, wanting }) => [
        requirement._tag,
        needed,
        reached,
        isMet,
        wanting.map(({ weight }) => weight), // oxfmt-ignore
      ]),
    ).to.deep.equal([
      ['Source', 0, 1, true, [1, 1]],
      ['Operation', 3, 1, false, [1, 1]],
    ])
  })
})

describe('select: costs', () => {
  const company = account({
    of: 'M',
    master: 0,
    low: 2,
    medium: 2,
    high: 2,
    signers: [['A', 2], ['B', 1], ['C', 1], ['D', 1]], // oxfmt-ignore
  })
  const of = envelope({ source: 'M' })
  const strkeys = (...names: readonly string[]): ReadonlySet<string> =>
    new Set(names.map((name) => key(name).id))

  it('prefers those who are preferred', () => {
    const found = ask(world(company), of, { cost: preferring(strkeys('C', 'D')) })
    expect(namesOf(best(found)).toSorted()).to.deep.equal(['C', 'D'])
    expect(best(found).cost).to.equal(0)
  })

  it('adds up what each signer costs', () => {
    const costs = perSigner(new Map([[key('A').id, 2.5], [key('B').id, 0.25]])) // oxfmt-ignore
    if (costs._tag === 'Left') throw new Error(costs.left.message)
    const { completions: all } = collectCompletions(10)(ask(world(company), of, { cost: costs.right }))
    expect(all.map(({ cost }) => cost)).to.deep.equal([1.25, 1.25, 2, 2.5])
  })

  it('counts people rather than keys', () => {
    const holders = new Map([[key('B').id, 'dora'], [key('C').id, 'dora'], [key('D').id, 'emil']]) // oxfmt-ignore
    const many = account({ of: 'M', master: 0, low: 2, medium: 2, signers: [['B', 1], ['C', 1], ['D', 1]] }) // oxfmt-ignore
    const found = ask(world(many), of, { cost: fewestPeople(holders) })
    expect(namesOf(best(found)).toSorted()).to.deep.equal(['B', 'C'])
    expect(collectCompletions(10)(found).completions.map(({ cost }) => cost)).to.deep.equal([1, 2, 2])
  })

  it('refuses costs that are no costs', () => {
    for (const cost of [-1, Number.NaN, Infinity, 1e9])
      expect(perSigner(new Map([['G', cost]]))._tag).to.equal('Left')
    expect(perSigner(new Map(), -1)._tag).to.equal('Left')
  })

  it('asks only those who are available, and names those who are no signers here', () => {
    const found = ask(world(company), of, { available: strkeys('B', 'D', 'S') })
    expect(allNames(found)).to.deep.equal(['B D'])
    expect(found.noSigners).to.deep.equal([key('S').id])
  })
})

describe('select: what stands in the way', () => {
  it('tells weights 2 + 1 of 5', () => {
    const weak = account({ of: 'A', master: 2, medium: 5, signers: [['B', 1]] }) // oxfmt-ignore
    const [only, ...others] = obstacles(ask(world(weak), envelope({ source: 'A' })))
    expect(others).to.deep.equal([])
    if (only?._tag !== 'NotEnoughWeight') throw new Error('expected too little weight')
    expect(only.needed).to.equal(5)
    expect(only.reached).to.equal(0)
    expect(only.available.map(({ weight }) => weight)).to.deep.equal([2, 1])
    expect(only.unavailable).to.deep.equal([])
  })

  it('names those who would be enough, were they available', () => {
    const found = ask(world(joint), envelope({ source: 'A', signatures: [by('A')] }), {
      available: new Set(),
    })
    const [only] = obstacles(found)
    if (only?._tag !== 'NotEnoughWeight') throw new Error('expected too little weight')
    expect([only.reached, only.needed]).to.deep.equal([1, 2])
    expect(only.unavailable.map(({ key: { strkey } }) => strkey).sort()).to.deep.equal(
      [key('B').id, key('C').id].sort(),
    )
  })

  it('cannot fit the signatures of 21 signers into a list of 20', () => {
    const crowd = (high: number): Account =>
      account({ of: 'A', high, signers: members.map((name) => [name, 1] as const) })
    const of = envelope({ source: 'A', operations: [setOptions({ master: 1 })] })
    expect(obstacles(ask(world(crowd(21)), of))).to.deep.equal([
      { _tag: 'TooManySignatures', list: 'transaction', atLeast: 21, most: 20 },
    ])
    expect(best(ask(world(crowd(20)), of)).add.length).to.equal(20)
    const signed = envelope({
      source: 'A',
      operations: [setOptions({ master: 1 })],
      signatures: members.map((name) => by(name)),
    })
    expect(obstacles(ask(world(crowd(21)), signed)).map(({ _tag }) => _tag)).to.deep.equal([
      'TooManySignatures',
    ])
  })

  it('makes room where what is there and what is added do not fit together', () => {
    const signers = members.map((name, at) => [name, at === 19 ? 4 : 1] as const)
    const view = world(account({ of: 'A', master: 3, medium: 24, signers }))
    const of = envelope({ source: 'A', signatures: members.slice(0, 19).map((name) => by(name)) })
    // 19 are there; with either of the others alone 24 is out of reach, with both 17 of them suffice.
    const one = best(ask(view, of))
    expect(namesOf(one).toSorted()).to.deep.equal(['A', 'member 20'])
    expect(isYes(view, completed(of, one, one.add))).to.equal(true)
  })

  it('knows that the hash of another transaction never signs this one', () => {
    const sealed = account({ of: 'A', master: 0, signers: [[preAuthTxKey(someHash('other')), 1]] }) // oxfmt-ignore
    const [first] = obstacles(ask(world(sealed), envelope({ source: 'A' })))
    if (first?._tag !== 'NotEnoughWeight') throw new Error('expected too little weight')
    expect(first.otherTransactions.length).to.equal(1)
  })

  it('knows that an extra signer that is a hash can never have signed', () => {
    const of = envelope({ source: 'A', extraSigners: [preAuthTxKey(someHash('other'))] })
    expect(obstacles(ask(world(account({ of: 'A' })), of)).map(({ _tag }) => _tag)).to.deep.equal([
      'ExtraSignerIsPreAuthTx',
    ])
  })

  it('names a source that does not exist, a form that is refused, and operations that fail', () => {
    expect(obstacles(ask(world(), envelope({ source: 'A' })))).to.deep.equal([
      { _tag: 'NoAccount', list: 'transaction', account: key('A').id },
    ])
    expect(obstacles(ask(world(joint), envelope({ source: 'A', operations: [] })))).to.deep.equal([
      { _tag: 'Form', list: 'transaction', reason: 'no-operations' },
    ])
    const ghost = envelope({ source: 'A', operations: [payment('B', 'new')] })
    const late = completions(judgeOf(27, 'apply'))(world(account({ of: 'A' })))(ghost)()
    expect(obstacles(late)).to.deep.equal([{ _tag: 'OperationsFail', code: 'txFAILED', operations: [0] }])
  })

  it('does not advise on protocols that added weights otherwise', () => {
    const found = completions(judgeOf(9))(world(joint))(envelope({ source: 'A', version: 'v0' }))()
    expect(obstacles(found)).to.deep.equal([{ _tag: 'OldProtocol', protocol: 9, since: 10 }])
  })

  it('answers for the accounts that are known, and names those that are not', () => {
    const view = ledgerView({ accounts: [joint] })
    if (view._tag === 'Left') throw new Error(view.left.message)
    const of = envelope({ source: 'A', operations: [payment('C', 'S')], signatures: [by('B'), by('D')] })
    const found = ask(view.right, of)
    expect(found.verdict._tag).to.not.equal('Authorized')
    expect(found.dependsOn).to.deep.equal([key('S').id])
    expect(namesOf(best(found))).to.deep.equal([])
    expect(best(found).drop).to.deep.equal([])
    expect(best(found).undecided).to.deep.equal([{ list: 'transaction', signature: 1 }])
    expect(ask(EMPTY_VIEW, of).dependsOn).to.deep.equal([key('A').id, key('S').id])
  })

  it('says when the budget is spent, and what it has found by then', () => {
    const found = ask(world(joint), envelope({ source: 'A' }), { isOutOfBudget: () => true })
    expect(found.answer._tag).to.be.oneOf(['Unknown', 'Possible'])
    expect(collectCompletions(10)(found).isTruncated).to.equal(true)
    const limited = collectCompletions(2)(ask(world(joint), envelope({ source: 'A' })))
    expect([limited.completions.length, limited.isTruncated]).to.deep.equal([2, true])
    expect(collectCompletions(3)(ask(world(joint), envelope({ source: 'A' }))).isTruncated).to.equal(false)
  })
})

describe('select: fee bumps', () => {
  const view = world(joint, account({ of: 'payer', low: 2, signers: [['agent', 1]] })) // oxfmt-ignore

  it('asks for each list by itself, the inner one first', () => {
    const inner = envelope({ source: 'A', signatures: [by('A')] })
    const of = feeBump({ feeSource: 'payer', inner, signatures: [by('payer'), by('agent')] })
    const found = ask(view, of)
    expect(found.voidsOuter).to.equal(true)
    const one = best(found)
    expect(one.add.map(({ list }) => list)).to.deep.equal(['inner', 'fee-bump', 'fee-bump'])
    expect(one.drop.map(({ list, signature, reason }) => [list, signature, reason._tag])).to.deep.equal([
      ['fee-bump', 0, 'Voided'],
      ['fee-bump', 1, 'Voided'],
    ])
    expect(isYes(view, completed(of, one, one.add))).to.equal(true)
  })

  it('leaves outer signatures alone where the inner list is complete', () => {
    const inner = envelope({ source: 'A', signatures: [by('A'), by('C')] })
    const of = feeBump({ feeSource: 'payer', inner, signatures: [by('agent')] })
    const found = ask(view, of)
    expect(found.voidsOuter).to.equal(false)
    expect(best(found).add.map(({ list }) => list)).to.deep.equal(['fee-bump'])
    expect(namesOf(best(found))).to.deep.equal(['payer'])
  })

  it('does not look at the outer list when a ledger closes', () => {
    const of = feeBump({ feeSource: 'payer', inner: envelope({ source: 'A', signatures: [by('A')] }) })
    const found = completions(judgeOf(27, 'apply'))(view)(of)()
    expect(best(found).add.map(({ list }) => list)).to.deep.equal(['inner'])
  })

  it('gives one signer two signatures where both lists need it', () => {
    const of = feeBump({ feeSource: 'B', inner: envelope({ source: 'B' }) })
    const found = ask(world(account({ of: 'B' })), of)
    expect(best(found).add.map(({ list }) => list)).to.deep.equal(['inner', 'fee-bump'])
    const people = ask(world(account({ of: 'B' })), of, { cost: fewestPeople(new Map()) })
    expect(best(people).cost).to.equal(1)
  })
})
