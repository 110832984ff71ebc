/** What account files say of keys: read where it is well said, and refused with its place where it is not. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { NO_METADATA, readAccountFile, readAccountSource } from '../../../src/edge/source/index.js'
import { BILAL, FOUNDER, SEED } from './keys.js'
import { failuresOf, place, valueOf, words } from './told.js'

const keys = (...lines: readonly string[]): string =>
  ['quorate: 1', 'keys:', ...lines.map((line) => `  ${line}`), ''].join('\n')

const FULL = `{ key: ${FOUNDER}, holder: anna, device: ledger-nano-x, vendor: ledger, location: [zurich, bern] }`

describe('source: metadata of keys', () => {
  it('is read beside the key, and absent where nothing is said', () => {
    const file = valueOf(readAccountFile(keys(`anna: ${FULL}`, `bilal: ${BILAL}`)))
    expect([...file.keys].map(([alias, { strkey }]) => [alias, strkey])).to.deep.equal([
      ['anna', FOUNDER],
      ['bilal', BILAL],
    ])
    expect(file.metadata.get('anna')).to.deep.equal({
      holder: O.some('anna'),
      device: O.some('ledger-nano-x'),
      vendor: O.some('ledger'),
      location: ['zurich', 'bern'],
      lost: O.none,
    })
    expect(file.metadata.get('bilal')).to.deep.equal(NO_METADATA)
  })

  it('takes one location without brackets, and JSON', () => {
    const yaml = valueOf(readAccountFile(keys(`anna:`, `  key: ${FOUNDER}`, `  location: zurich`)))
    expect(yaml.metadata.get('anna')?.location).to.deep.equal(['zurich'])
    const json = JSON.stringify({
      quorate: 1,
      keys: { anna: { key: FOUNDER, holder: 'anna', location: ['a'] } },
    })
    expect(valueOf(readAccountFile(json)).metadata.get('anna')).to.deep.equal({
      ...NO_METADATA,
      holder: O.some('anna'),
      location: ['a'],
    })
  })

  it('says since when a key is lost, and where that stands', () => {
    const text = keys(`anna: ${FOUNDER}`, `bilal: { key: ${BILAL}, lost: 2026-05-01 }`)
    const { metadata } = valueOf(readAccountSource(text, 'joint.yaml'))
    expect(metadata.get(FOUNDER)?.lost).to.deep.equal(O.none)
    const place = { file: 'joint.yaml', position: { line: 4, column: 3 }, path: ['keys', 'bilal'] }
    expect(metadata.get(BILAL)?.lost).to.deep.equal(O.some({ since: '2026-05-01', place }))
  })

  it('leaves the account as it is', () => {
    const account = (key: string) =>
      `${keys(`anna: ${key}`)}accounts: { a: { address: anna, master: 1, thresholds: { low: 0, medium: 0, high: 0 } } }`
    expect(valueOf(readAccountFile(account(FULL))).accounts).to.deep.equal(
      valueOf(readAccountFile(account(FOUNDER))).accounts,
    )
  })

  it('is known by the key itself to who reads any form', () => {
    const { metadata } = valueOf(readAccountSource(keys(`anna: ${FULL}`), 'a file'))
    expect([...metadata.keys()]).to.deep.equal([FOUNDER])
  })

  const of = (value: string) => keys(`anna: { key: ${FOUNDER}, ${value} }`)
  const bad: readonly (readonly [string, string, readonly string[], ...string[]])[] = [
    ['an unknown word', of('holdr: anna'), ['3:74 unknown-key'], 'did you mean `holder`', '`vendor`'],
    ['no key', keys('anna: { holder: anna }'), ['3:3 missing-key'], '`key` is missing in key `anna`'],
    ['an empty map', keys('anna: {}'), ['3:3 missing-key']],
    ['a broken key', keys('anna: { key: GABC }'), ['3:16 bad-strkey']],
    ['a key in a map in a map', keys(`anna: { key: { key: ${FOUNDER} } }`), ['3:16 wrong-shape'], 'a map'],
    ['a capital', of('holder: Anna'), ['3:82 bad-word'], 'the holder of `anna` is `Anna`', 'lower-case'],
    ['a space', of('vendor: "a b"'), ['3:82 bad-word']],
    ['nothing', of('device:'), ['3:74 wrong-shape'], 'the device of `anna` is nothing'],
    ['a list of holders', of('holder: [a, b]'), ['3:82 wrong-shape'], 'a list'],
    ['no location in a list', of('location: []'), ['3:84 wrong-shape'], 'empty list', 'leave it out'],
    ['a location twice', of('location: [a, b, a]'), ['3:91 word-twice'], '`a` twice'],
    ['a location that is a map', of('location: { a: b }'), ['3:84 wrong-shape']],
    ['41 letters', of(`holder: ${'x'.repeat(41)}`), ['3:82 bad-word'], '1 to 40'],
    ['a name twice', of('holder: a, holder: b'), ['3:85 duplicate-key']],
    ['several at once', of('holder: A, vendor: B'), ['3:82 bad-word', '3:93 bad-word']],
    ['a seed as the key', keys(`anna: { key: ${SEED} }`), ['3:16 secret-seed']],
    ['a seed as the holder', of(`holder: ${SEED}`), ['3:82 secret-seed']],
  ]
  for (const [name, text, places, ...says] of bad)
    it(`refuses ${name}`, () => {
      const failures = failuresOf(readAccountFile(text))
      expect(failures.map(place)).to.deep.equal(places)
      for (const word of says) expect(words(failures[0]!)).to.include(word)
      expect(failures.map(words).join()).to.not.include(SEED)
    })

  it('is told once where the key is used too', () => {
    const text = `${of('holder: A')}accounts: { a: { address: anna, master: 1, thresholds: { low: 0, medium: 0, high: 0 } } }`
    expect(failuresOf(readAccountFile(text)).map(place)).to.deep.equal(['3:82 bad-word'])
  })
})
