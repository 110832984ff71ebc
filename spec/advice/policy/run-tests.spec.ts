import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  runTests,
  type Expected,
  type Policy,
  type PolicyTest,
  type Recorded,
  type Tested,
  type Trial,
} from '../../../src/advice/policy/index.js'
import { failure, hashXKey, type Envelope } from '../../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../../src/kernel/protocol/index.js'
import { proveWith, tweetnacl } from '../../../src/kernel/signature/index.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { sha256 } from '../../support/build/key.js'
import { bumpSequence, payment } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { HERE, members, shop, treasury } from './treasury.js'

const signed = (...aliases: readonly string[]): Trial => ({
  _tag: 'Signed',
  by: members(aliases.join(', '), aliases),
  operation: payment('stranger'),
  said: 'payment',
})

const ALLOW: Expected = { verdict: 'allow', missing: O.none }
const deny = (missing?: number): Expected => ({ verdict: 'deny', missing: O.fromNullable(missing) })

const recordedAs = (
  file: string,
  one: Recorded['envelopes'] extends ReadonlyMap<string, infer R> ? R : never,
): Recorded => ({
  judge: { protocol: DEFAULT_PROTOCOL, phase: 'validate', prove: proveWith(tweetnacl) },
  envelopes: new Map([[file, one]]),
})

const NONE = recordedAs('none', E.left(failure('none', 'nothing')))

const run = (policy: Policy, trial: Trial, expected: Expected, recorded = NONE): Tested => {
  const test: PolicyTest = { name: 'it', on: 'shop', trial, expect: expected, place: HERE }
  const [tested] = runTests({ ...policy, tests: [test] }, recorded)
  if (tested === undefined) throw new Error('not run')
  return tested
}

const told = ({ outcome, says }: Tested): string => `${outcome}: ${says}`

describe('advice/policy: tests', () => {
  const rows: readonly (readonly [Trial, Expected, string])[] = [
    [
      signed('emp-1', 'emp-2'),
      deny(1),
      'Passed: emp-1 and emp-2 weigh 2 of medium 3: denied, 1 missing, as expected',
    ],
    [
      signed('emp-1', 'emp-2'),
      deny(),
      'Passed: emp-1 and emp-2 weigh 2 of medium 3: denied, 1 missing, as expected',
    ],
    [
      signed('emp-1', 'emp-2'),
      deny(2),
      'Failed: emp-1 and emp-2 weigh 2 of medium 3: denied, 1 missing; expected denied, 2 missing',
    ],
    [
      signed('emp-1', 'emp-2'),
      ALLOW,
      'Failed: emp-1 and emp-2 weigh 2 of medium 3: denied, 1 missing; expected allowed',
    ],
    [
      signed('emp-1', 'emp-2', 'chair-1'),
      ALLOW,
      'Passed: emp-1, emp-2 and chair-1 weigh 3 of medium 3: allowed, as expected',
    ],
    [
      signed('emp-1', 'emp-2', 'chair-1', 'chair-2'),
      deny(),
      'Failed: emp-1, emp-2, chair-1 and chair-2 weigh 3 of medium 3: allowed; expected denied',
    ],
    [signed('emp-1'), deny(2), 'Passed: emp-1 weighs 1 of medium 3: denied, 2 missing, as expected'],
  ]
  for (const [trial, expected, says] of rows)
    it(says, () => expect(told(run(treasury(), trial, expected))).to.equal(says))

  it('asks for the low level of the source too', () => {
    expect(told(run(shop([3, 1, 3], { anna: 1, bruno: 1 }), signed('anna'), deny(2)))).to.equal(
      'Passed: anna weighs 1 of low 3: denied, 2 missing, as expected',
    )
  })

  it('a threshold of 0 lacks one signer', () => {
    expect(run(shop([0, 0, 0], { anna: 1 }, { bruno: {} }), signed('bruno'), deny(1)).outcome).to.equal(
      'Passed',
    )
  })

  it('a hash(x) signer signs with its preimage', () => {
    const secret = shop([1, 1, 1], { secret: 1 }, { secret: { key: hashXKey(sha256('x')) } })
    const key = [...secret.keys.values()][0]?.key.strkey ?? ''
    const trial: Trial = { ...signed(), by: { said: 'secret', keys: [key] } } as Trial
    expect(run(secret, trial, ALLOW).outcome).to.equal('Passed')
  })

  describe('with an envelope', () => {
    const FILE = 'envelopes/payment.xdr'
    const trial: Trial = { _tag: 'Envelope', file: FILE }
    const policy = treasury()
    const judged = (one: Envelope, expected: Expected): string =>
      told(run(policy, trial, expected, recordedAs(FILE, E.right(one))))
    const pay = (...who: readonly string[]): ReturnType<typeof envelope> =>
      envelope({ source: 'shop', operations: [payment('stranger')], signatures: who.map((name) => by(name)) })

    it('its own signatures are proved', () => {
      expect(judged(pay('emp-1', 'emp-2', 'emp-3'), ALLOW)).to.equal(
        'Passed: the signatures in `envelopes/payment.xdr` weigh 3 of medium 3: allowed, as expected',
      )
      expect(judged(pay('emp-1', 'stranger'), deny(2))).to.match(
        /^Passed: .* denied, 2 missing, as expected$/,
      )
    })

    it('a signature too many is a denial with nothing missing', () => {
      const four = pay('emp-1', 'emp-2', 'emp-3', 'emp-4')
      expect(judged(four, deny())).to.match(/^Passed: .* denied with txBAD_AUTH_EXTRA, as expected$/)
      expect(judged(four, deny(1))).to.match(/^Failed: /)
    })

    it('of a fee bump the inner signatures count too', () => {
      const inner = pay('emp-1')
      const bumped = feeBump({
        feeSource: 'shop',
        inner,
        signatures: ['emp-1', 'emp-2', 'emp-3'].map((name) => by(name)),
      })
      expect(judged(bumped, deny(2))).to.match(/^Passed: /)
    })

    it('that asks nothing of the account is a failed test', () => {
      const other = envelope({ source: 'other', operations: [bumpSequence(1n)], signatures: [by('other')] })
      expect(judged(other, ALLOW)).to.match(/^Failed: no signature of shop is checked/)
    })

    it('that depends on an account that is not in the policy is not known', () => {
      const both = envelope({
        source: 'shop',
        operations: [payment('stranger', 'other')],
        signatures: ['emp-1', 'emp-2', 'emp-3'].map((name) => by(name)),
      })
      expect(judged(both, ALLOW)).to.match(/^Unknown: .*: not known, it depends on G/)
      expect(judged(both, deny())).to.match(/^Unknown: /)
    })

    it('that could not be read is not known', () => {
      const unread = recordedAs(FILE, E.left(failure('not-xdr', 'no envelope')))
      expect(told(run(policy, trial, ALLOW, unread))).to.equal('Unknown: no envelope')
      expect(told(run(policy, trial, ALLOW))).to.equal(`Unknown: \`${FILE}\` was not read`)
    })
  })
})
