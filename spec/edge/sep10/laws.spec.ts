/**
 * Laws of authentication, over random accounts, signatures and levels. Signatures are symbols here: those of
 * a key are its own 32 bytes twice, and prove it, so that thousands of logins cost nothing.
 */
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  authenticate,
  readChallenge,
  type Authenticated,
  type Challenge,
  type ClientAnswer,
  type Level,
  type Profile,
} from '../../../src/edge/sep10/index.js'
import { audit } from '../../../src/kernel/engine/index.js'
import {
  equalBytes,
  hashXKey,
  ledgerView,
  preAuthTxKey,
  thresholdAt,
  type Account,
  type Operation,
  type SignerKey,
  type ThresholdLevel,
} from '../../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../../src/kernel/protocol/index.js'
import type { Prove } from '../../../src/kernel/signature/index.js'
import { account } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { accountMerge, bumpSequence, payment } from '../../support/build/operation.js'
import { hintFor, preimage, raw, type Signing } from '../../support/build/signature.js'
import { transaction } from '../../support/build/transaction.js'
import { challengeText, clientEntry, codeOf, EXPECTED, walletEntry, webAuthEntry } from './login.js'

const twice = (publicKey: Uint8Array): Uint8Array => Uint8Array.from([...publicKey, ...publicKey])

const symbolic = (name: string): Signing => raw(hintFor(key(name).signerKey), twice(key(name).publicKey))

const symbols: Prove = (_, { signature }, one) => {
  if (one._tag === 'Ed25519') return equalBytes(signature, twice(one.publicKey))
  return one._tag === 'HashX' && equalBytes(sha256(signature), one.hash)
}

const X = sha256('x')
const NAMES = ['alice', 'bob', 'carol', 'dave', 'server', 'wallet', 'mallory']
const KEYS: readonly SignerKey[] = [
  ...['bob', 'carol', 'dave', 'server', 'wallet'].map((name) => key(name).signerKey),
  hashXKey(sha256(X)),
  preAuthTxKey(sha256('t')),
]

const weight = fc.constantFrom(0, 0, 1, 1, 2, 3, 127, 128, 200, 255)
const threshold = fc.constantFrom(0, 0, 1, 2, 3, 4, 128, 200, 255)

const accounts: fc.Arbitrary<Account> = fc
  .record({
    master: weight,
    low: threshold,
    medium: threshold,
    high: threshold,
    weights: fc.array(fc.option(weight), { minLength: KEYS.length, maxLength: KEYS.length }),
  })
  .map(({ weights, ...parts }) =>
    account({
      of: 'alice',
      ...parts,
      signers: KEYS.flatMap((one, index) => {
        const of = weights[index]
        return of === null || of === undefined ? [] : [[one, of] as const]
      }),
    }),
  )

const garbage: fc.Arbitrary<Signing> = fc
  .tuple(fc.constantFrom(...NAMES), fc.uint8Array({ maxLength: 64 }))
  .map(([name, bytes]) => raw(hintFor(key(name).signerKey), bytes))

interface Signs {
  readonly names: readonly string[]
  readonly others: readonly Signing[]
  readonly hasWallet: boolean
}

const signs: fc.Arbitrary<Signs> = fc.record({
  names: fc.oneof(
    { weight: 4, arbitrary: fc.subarray(NAMES.slice(0, 4)) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...NAMES), { maxLength: 6 }) },
  ),
  others: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.oneof(garbage, fc.constant(preimage(X))), { maxLength: 3 }) },
  ),
  hasWallet: fc.boolean(),
})

const levels: fc.Arbitrary<Level> = fc.oneof(
  fc.constantFrom<ThresholdLevel>('Low', 'Medium', 'High'),
  fc.constantFrom(0, 1, 2, 3, 128, 255),
)

/** The challenge with these signatures; a wallet that is named signs for itself. */
const challengeOf = ({ names, others, hasWallet }: Signs): Challenge => {
  const hands = [...names.map(symbolic), ...others]
  const text = challengeText(
    { operations: [clientEntry, webAuthEntry, ...(hasWallet ? [walletEntry] : [])] },
    [symbolic('server'), ...hands, ...(hasWallet && !names.includes('wallet') ? [symbolic('wallet')] : [])],
    { server: false },
  )
  const challenge = readChallenge(symbols)(EXPECTED)(text)
  if (E.isLeft(challenge)) throw new Error(challenge.left.message)
  return challenge.right
}

const known = (of: Account): ClientAnswer => ({ _tag: 'Known', account: of, ledger: O.none })

const ask = (
  answer: ClientAnswer,
  given: Signs,
  level: Level,
  profile: Profile = 'strict',
): E.Either<{ readonly code: string; readonly message: string }, Authenticated> =>
  authenticate(symbols)({ level, profile })(answer)(challengeOf(given))

const OPERATIONS: Readonly<Record<ThresholdLevel, Operation>> = {
  Low: bumpSequence(1n, 'alice'),
  Medium: payment('bob', 'alice'),
  High: accountMerge('bob', 'alice'),
}

/** Whether the engine would let an operation of a level pass, by this account, with these signatures. */
const engineAccepts = (of: Account, { envelope }: Challenge, level: Level): boolean => {
  const asked = typeof level === 'number' ? 'Medium' : level
  const thresholds = typeof level === 'number' ? { ...of.thresholds, medium: level } : of.thresholds
  const payer = account({ of: 'mallory' })
  const view = ledgerView({ accounts: [{ ...of, thresholds }, payer], closedWorld: true })
  if (E.isLeft(view)) throw new Error(view.left.message)
  const tx = transaction({ source: 'mallory', operations: [OPERATIONS[asked]] })
  const judge = { protocol: DEFAULT_PROTOCOL, phase: 'validate', prove: symbols } as const
  const verdict = audit(judge)(view.right)({ ...envelope, transaction: tx })
  return verdict.judgement.checks.some(
    ({ requirement, outcome }) =>
      requirement._tag === 'Operation' && outcome._tag === 'Checked' && outcome.met,
  )
}

/** An account with only those signers whose signatures can count for its client. */
const plain = (of: Account, { hasWallet }: Signs): Account => ({
  ...of,
  signers: of.signers.filter(
    ({ key: one, weight: its }) =>
      one._tag === 'Ed25519' &&
      its > 0 &&
      one.strkey !== key('server').id &&
      !(hasWallet && one.strkey === key('wallet').id),
  ),
})

describe('sep10: laws', () => {
  const RUNS = { numRuns: 400 }

  it('no set of signatures without weight reaches', () => {
    fc.assert(
      fc.property(accounts, signs, levels, (of, given, level) => {
        const who = ask(known(of), given, level)
        if (E.isLeft(who)) return
        const own = new Map([
          [of.id as string, of.masterWeight],
          ...of.signers.map((one) => [one.key.strkey, one.weight] as const),
        ])
        const needed = typeof level === 'number' ? level : thresholdAt(level)(of.thresholds)
        expect(who.right.signers).to.not.have.length(0)
        const names = new Set(given.names.map((name) => key(name).id as string))
        for (const { key: one, weight: its } of who.right.signers) {
          expect(its).to.equal(own.get(one.strkey))
          expect(its).to.be.greaterThan(0)
          expect(names.has(one.strkey), 'signed').to.equal(true)
          expect(one.strkey).to.not.equal(key('server').id)
        }
        const sum = who.right.signers.reduce((total, one) => total + one.weight, 0)
        expect(sum).to.equal(who.right.weight)
        expect(sum).to.be.at.least(Math.max(1, needed))
        expect(new Set(who.right.signers.map((one) => one.key.strkey)).size).to.equal(
          who.right.signers.length,
        )
      }),
      RUNS,
    )
  })

  it('adding garbage signatures never authenticates', () => {
    fc.assert(
      fc.property(
        accounts,
        signs,
        levels,
        fc.array(garbage, { minLength: 1, maxLength: 3 }),
        (of, given, level, more) => {
          for (const profile of ['strict', 'literal'] as const) {
            const who = ask(known(of), { ...given, others: [...given.others, ...more] }, level, profile)
            expect(E.isLeft(who)).to.equal(true)
          }
        },
      ),
      RUNS,
    )
  })

  it('strict authenticates only what the engine accepts of this account with these signatures', () => {
    let yes = 0
    fc.assert(
      fc.property(accounts, signs, levels, (of, given, level) => {
        if (E.isLeft(ask(known(of), given, level))) return
        yes++
        expect(engineAccepts(of, challengeOf(given), level)).to.equal(true)
        expect(engineAccepts(plain(of, given), challengeOf(given), level)).to.equal(true)
      }),
      { ...RUNS, seed: 7 },
    )
    // A law about logins that succeed says nothing where none does.
    expect(yes).to.be.greaterThan(40)
  })

  it('what strict refuses for its weight, the engine refuses too', () => {
    fc.assert(
      fc.property(accounts, signs, levels, (of, given, level) => {
        const code = codeOf(ask(known(of), given, level) as E.Either<never, unknown>)
        if (code !== 'weight-not-reached' && code !== 'not-signed-by-client' && code !== 'no-signers') return
        expect(engineAccepts(plain(of, given), challengeOf(given), level)).to.equal(false)
      }),
      RUNS,
    )
  })

  it('the order of signatures decides nothing', () => {
    fc.assert(
      fc.property(accounts, signs, levels, (of, given, level) => {
        const there = ask(known(of), given, level)
        const back = ask(known(of), { ...given, names: given.names.toReversed() }, level)
        expect(codeOf(there as E.Either<never, unknown>)).to.equal(codeOf(back as E.Either<never, unknown>))
      }),
      RUNS,
    )
  })

  it('the profiles differ only where a key of weight 0 could sign, or a number is asked of nobody', () => {
    const keysOf = (of: Account): boolean =>
      of.masterWeight === 0 || of.signers.some((one) => one.key._tag === 'Ed25519' && one.weight === 0)
    fc.assert(
      fc.property(fc.option(accounts), signs, levels, (of, given, level) => {
        const answer: ClientAnswer = of === null ? { _tag: 'Absent', ledger: O.none } : known(of)
        const codes = (['strict', 'literal'] as const).map((profile) =>
          codeOf(ask(answer, given, level, profile) as E.Either<never, unknown>),
        )
        const mayDiffer = of === null ? typeof level === 'number' && level > 1 : keysOf(of)
        if (!mayDiffer) expect(codes[0]).to.equal(codes[1])
        // Strict is never the looser one.
        if (codes[0] === 'yes') expect(codes[1]).to.equal('yes')
      }),
      RUNS,
    )
  })

  it('an account that is not known authenticates nobody', () => {
    fc.assert(
      fc.property(signs, levels, fc.constantFrom<Profile>('strict', 'literal'), (given, level, profile) => {
        const who = ask({ _tag: 'NotKnown', because: O.none }, given, level, profile)
        expect(codeOf(who as E.Either<never, unknown>)).to.equal('account-not-known')
      }),
    )
  })
})
