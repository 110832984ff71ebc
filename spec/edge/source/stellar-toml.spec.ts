import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { readStellarToml } from '../../../src/edge/source/stellar-toml.js'
import { BILAL, CARINA, MUXED, SEED } from './keys.js'
import { failuresOf, place, valueOf, words } from './told.js'

const list = (...accounts: readonly string[]): string =>
  `ACCOUNTS = [${accounts.map((a) => `"${a}"`).join(', ')}]\n`

describe('stellar.toml', () => {
  it('gives the accounts, each once, in their order', () => {
    const text = `# example\r\nVERSION = "2.7.0"\r\nNETWORK_PASSPHRASE = "Test SDF Network ; September 2015"\r\n${list(CARINA, BILAL, CARINA)}
[[CURRENCIES]]
code = "EUR"
issuer = "${BILAL}"
`
    expect(valueOf(readStellarToml(text))).to.deep.equal({
      accounts: [CARINA, BILAL],
      passphrase: O.some('Test SDF Network ; September 2015'),
    })
  })

  it('lists nothing where there is no list', () => {
    expect(valueOf(readStellarToml('VERSION = "2.7.0"\n'))).to.deep.equal({
      accounts: [],
      passphrase: O.none,
    })
  })

  const refused: readonly (readonly [what: string, text: string, told: string])[] = [
    ['an empty file', ' \n', '- empty-input'],
    ['more than 100 KB', `# ${'x'.repeat(100 * 1024)}`, '- too-large'],
    ['what is no text', 'A = "\0"', '1:6 not-text'],
    ['a secret seed', `VERSION = "2"\n# ${SEED}\n`, '2:3 secret-seed'],
    ['what is no TOML', 'VERSION = "2"\nACCOUNTS = [\n', '3:1 not-toml'],
    ['nesting without end', `A = ${'['.repeat(500)}${']'.repeat(500)}`, '1:21 not-toml'],
    ['a web page', '<html></html>', '1:1 not-toml'],
    ['accounts that are no list', 'ACCOUNTS = "G"', '- wrong-shape'],
    ['an account that is no text', 'ACCOUNTS = [7]', '- wrong-shape'],
    ['a muxed account', list(MUXED), '- not-an-account'],
    ['a damaged account', list(`${BILAL.slice(0, -1)}A`), '- bad-strkey'],
    ['a passphrase that is no text', 'NETWORK_PASSPHRASE = 1', '- wrong-shape'],
  ]
  for (const [what, text, told] of refused)
    it(`refuses ${what}`, () => {
      const failures = failuresOf(readStellarToml(text))
      expect(failures.map(place)).to.deep.equal([told])
      expect(failures.map(words).join()).not.to.contain(SEED.slice(0, 12))
    })
})
