import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  conditionsOf,
  decide,
  type Answer,
  type Claim,
  type Policy,
} from '../../../src/advice/policy/index.js'
import { hashXKey, preAuthTxKey } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { sha256 } from '../../support/build/key.js'
import { answer, anyOf, HIGH, MEDIUM, shop, type Said } from './treasury.js'

const SECRET: Readonly<Record<string, Said>> = { secret: { key: hashXKey(sha256('secret')), holder: 'dora' } }
const APPROVED: Readonly<Record<string, Said>> = { approved: { key: preAuthTxKey(sha256('tx')) } }

const STAFF = { anna: 1, bruno: 1, carla: 1 }

const withstands = (steal: number): Claim => ({ _tag: 'Withstands', at: MEDIUM, steal, by: 'key' })

const code = (given: Answer): string => (given._tag === 'Unknown' ? given.why.code : given._tag)

describe('advice/policy: circumstances', () => {
  it('change nothing where no signer depends on them', () => {
    const one = account({ of: 'shop', signers: [['anna', 1]] })
    expect(conditionsOf(one)).to.include({ all: true }).and.to.have.property('circumstances').of.length(1)
  })

  it('make an answer unknown that a disclosed preimage would change', () => {
    const secret = shop([2, 2, 2], { ...STAFF, secret: 1 }, SECRET)
    expect(code(answer(secret, withstands(1)))).to.equal('conditional-signers')
    expect(code(answer(shop([3, 3, 3], { ...STAFF, secret: 1 }, SECRET), withstands(1)))).to.equal('Holds')
    expect(code(answer(shop([1, 1, 1], { ...STAFF, secret: 1 }, SECRET), withstands(1)))).to.equal('Violated')
  })

  it('name the signers that count only sometimes', () => {
    const given = answer(shop([2, 2, 2], { ...STAFF, approved: 1 }, APPROVED), withstands(1))
    expect(given._tag === 'Unknown' && given.why.keys).to.deep.equal([APPROVED['approved']?.key?.strkey])
    expect(given._tag === 'Unknown' && given.why.says).to.include('`approved`')
  })

  it('do not take a promise from people whom a preimage can only help', () => {
    const can: Claim = { _tag: 'Can', at: MEDIUM, who: anyOf(2, ['anna', 'bruno']) }
    expect(code(answer(shop([2, 2, 2], { ...STAFF, secret: 1 }, SECRET), can))).to.equal('Holds')
    expect(code(answer(shop([3, 3, 3], { ...STAFF, secret: 1 }, SECRET), can))).to.equal(
      'conditional-signers',
    )
  })

  it('are all asked for claims that are more than inequalities', () => {
    // Two of anna, bruno and the secret; anna and bruno once it is out are one too many for nobody.
    const signatures: Claim = {
      _tag: 'Signatures',
      at: HIGH,
      atLeast: { _tag: 'Some', value: 2 },
      atMost: { _tag: 'None' },
    }
    expect(code(answer(shop([2, 2, 2], { ...STAFF, secret: 1 }, SECRET), signatures))).to.equal(
      'conditional-signers',
    )
    const seven = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [
        `x${String(index)}`,
        { key: hashXKey(sha256(String(index))) },
      ]),
    )
    const weights = Object.fromEntries(Object.keys(seven).map((alias) => [alias, 1]))
    const many = shop([20, 20, 20], { anna: 10, bruno: 10, ...weights }, seven)
    expect(code(answer(many, signatures))).to.equal('conditional-signers')
    expect(code(answer(many, withstands(1)))).to.equal('Holds')
  })

  it('between the ends may break what both ends keep', () => {
    // High is below medium only while one of the two brings its weight.
    const both = { ...SECRET, ...APPROVED }
    const given = answer(shop([4, 8, 7], { anna: 4, secret: 1, approved: 3 }, both), { _tag: 'Nested' })
    expect(code(given)).to.equal('conditional-signers')
  })

  it('of what an account is compared with count as well', () => {
    const own = shop([2, 2, 2], STAFF)
    const before = shop([2, 2, 2], { ...STAFF, secret: 1 }, SECRET)
    const [account] = [...own.accounts.values()]
    if (account === undefined) throw new Error('no account')
    const ask = (relation: 'equals' | 'not-looser-than', base: Policy): Answer =>
      decide({ policy: own, account, base: O.some(base) })({
        _tag: 'Compare',
        at: MEDIUM,
        relation,
        other: { _tag: 'Base' },
      })
    expect(code(ask('not-looser-than', before))).to.equal('Holds')
    expect(code(ask('equals', before))).to.equal('Violated')
    // One of three instead of two: only with the preimage could one act alone before.
    const looser = shop([1, 1, 1], STAFF)
    const [other] = [...looser.accounts.values()]
    if (other === undefined) throw new Error('no account')
    expect(
      code(
        decide({ policy: looser, account: other, base: O.some(before) })({
          _tag: 'Compare',
          at: MEDIUM,
          relation: 'not-looser-than',
          other: { _tag: 'Base' },
        }),
      ),
    ).to.equal('conditional-signers')
  })

  it('are not blamed where metadata is missing already', () => {
    const claim: Claim = { _tag: 'Withstands', at: MEDIUM, steal: 1, by: 'holder' }
    expect(code(answer(shop([2, 2, 2], { ...STAFF, secret: 1 }, SECRET), claim))).to.equal('no-metadata')
  })
})
