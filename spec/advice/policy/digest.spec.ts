import { expect } from 'chai'
import { digestOf } from '../../../src/advice/policy/index.js'
import { policyFrom } from '../../support/build/policy.js'

const TEXT = `quorate: 1
keys:
  shop: {shop}
  anna: { key: {anna}, holder: anna, location: [zurich, bern] }
  bruno: {bruno}
groups:
  staff: [anna, bruno]
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 1, medium: 1, high: 2 }
    signers: { staff: 1 }
assert:
  - { id: one, on: shop, claim: { any: 1, of: staff, can: medium } }
  - { id: two, on: shop, claim: { nested: true } }
`

const digest = (text: string): string => digestOf(policyFrom(text))

describe('advice/policy: digests', () => {
  it('are 64 hexadecimal digits', () => {
    expect(digest(TEXT)).to.match(/^[0-9a-f]{64}$/)
  })

  const same: readonly (readonly [string, string])[] = [
    ['comments and empty lines', TEXT.replace('keys:', '\n# people\nkeys:')],
    [
      'the order of keys',
      TEXT.replace('  bruno: {bruno}\n', '').replace('keys:\n', 'keys:\n  bruno: {bruno}\n'),
    ],
    ['the order of places', TEXT.replace('[zurich, bern]', '[bern, zurich]')],
    ['a group in place of its members', TEXT.replace('{ staff: 1 }', '{ bruno: 1, anna: 1 }')],
    ['the order of assertions', TEXT.replace(/( {2}- \{ id: one.*\n)( {2}- \{ id: two.*\n)/, '$2$1')],
  ]
  for (const [title, text] of same)
    it(`do not change with ${title}`, () => {
      expect(text).to.not.equal(TEXT)
      expect(digest(text)).to.equal(digest(TEXT))
    })

  const other: readonly (readonly [string, string])[] = [
    ['a weight', TEXT.replace('staff: 1 }', 'staff: 2 }')],
    ['a threshold', TEXT.replace('high: 2', 'high: 1')],
    ['the master weight', TEXT.replace('master: 0', 'master: 1')],
    ['a holder', TEXT.replace('holder: anna', 'holder: bruno')],
    ['a place', TEXT.replace('bern]', 'basel]')],
    ['a key', TEXT.replace('bruno: {bruno}', 'bruno: {carla}')],
    ['a claim', TEXT.replace('can: medium', 'can: low')],
    ['the name of a claim', TEXT.replace('id: two', 'id: three')],
    ['a claim less', TEXT.replace(/ {2}- \{ id: two.*\n/, '')],
  ]
  for (const [title, text] of other)
    it(`change with ${title}`, () => {
      expect(text).to.not.equal(TEXT)
      expect(digest(text)).to.not.equal(digest(TEXT))
    })
})
