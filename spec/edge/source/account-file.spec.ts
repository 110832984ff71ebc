import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { readAccountFile } from '../../../src/edge/source/index.js'
import { NETWORKS, ordSigner } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { BILAL, CARINA, FOUNDER, HASH_X, MUXED, PAYLOAD, PRE_AUTH } from './keys.js'
import { valueOf } from './told.js'

const JOINT = `
quorate: 1
network: testnet
keys:
  founder: ${FOUNDER}
  bilal: ${BILAL}
  carina: ${CARINA}
accounts:
  joint:
    address: founder
    master: 1
    thresholds: { low: 0, medium: 0, high: 3 }
    signers: { bilal: 1, carina: 1 }
`

const joint = account({
  of: 'founder',
  high: 3,
  signers: [
    ['bilal', 1],
    ['carina', 1],
  ],
})

const one = (body: string) => {
  const { accounts } = valueOf(readAccountFile(`quorate: 1\naccounts: { a: ${body} }`))
  return [...accounts.values()][0]!
}

const REST = 'master: 1, thresholds: { low: 0, medium: 0, high: 0 }'

describe('source: account file', () => {
  it('reads network, keys and accounts in the order of the file', () => {
    const file = valueOf(readAccountFile(JOINT))
    expect(file.network).to.deep.equal(O.some(NETWORKS.testnet))
    expect([...file.keys].map(([alias, key]) => [alias, key.strkey])).to.deep.equal([
      ['founder', FOUNDER],
      ['bilal', BILAL],
      ['carina', CARINA],
    ])
    expect([...file.accounts]).to.deep.equal([['joint', joint]])
  })

  it('reads JSON, also indented by tabs', () => {
    const json = {
      $schema: 'https://example.org/schema.json',
      quorate: 1,
      keys: { bilal: BILAL },
      accounts: {
        joint: {
          address: FOUNDER,
          master: 1,
          thresholds: { low: 0, medium: 0, high: 3 },
          signers: { bilal: 1, [CARINA]: 1 },
        },
      },
    }
    for (const indent of [undefined, 2, '\t'])
      expect(
        valueOf(readAccountFile(JSON.stringify(json, null, indent))).accounts.get('joint'),
      ).to.deep.equal(joint)
  })

  it('reads a file without network, keys or accounts', () => {
    const file = valueOf(readAccountFile('quorate: 1'))
    expect(file.network).to.equal(O.none)
    expect(file.keys.size + file.accounts.size).to.equal(0)
  })

  it('reads a byte order mark, carriage returns, a document start and comments', () => {
    const text = `\ufeff---\r\n# a comment\r\n${JOINT.replaceAll('\n', '\r\n')}...\r\n`
    expect(valueOf(readAccountFile(text)).accounts.get('joint')).to.deep.equal(joint)
  })

  it('reads a network by its passphrase', () => {
    const file = valueOf(
      readAccountFile('quorate: 1\nnetwork: { passphrase: Standalone Network ; February 2017 }'),
    )
    expect(file.network).to.deep.equal(O.some({ passphrase: 'Standalone Network ; February 2017' }))
  })

  it('reads the master weight as policies write it', () => {
    const body = (master: string) =>
      `{ address: ${FOUNDER}, master: ${master}, thresholds: { low: 1, medium: 2, high: 3 } }`
    expect(one(body('{ weight: 0 }'))).to.deep.equal(one(body('0')))
    expect(one(body('0')).masterWeight).to.equal(0)
  })

  it('reads every kind of signer, and puts them into the order of the ledger', () => {
    const signers = one(
      `{ address: ${FOUNDER}, ${REST}, signers: { ${PAYLOAD}: 1, ${HASH_X}: 2, ${PRE_AUTH}: 3, ${BILAL}: 255 } }`,
    ).signers
    expect(signers.map(({ key, weight }) => [key.strkey, weight])).to.deep.equal([
      [BILAL, 255],
      [PRE_AUTH, 3],
      [HASH_X, 2],
      [PAYLOAD, 1],
    ])
    expect(signers).to.deep.equal(signers.toSorted(ordSigner.compare))
  })

  it('takes a muxed address as the account behind it', () => {
    expect(one(`{ address: ${MUXED}, ${REST} }`).id).to.equal(BILAL)
  })

  it('takes names that mean something to YAML as the texts that they are', () => {
    const text = `quorate: 1\nkeys: { yes: ${FOUNDER}, 1.0: ${BILAL}, "null": ${CARINA}, constructor: ${HASH_X} }`
    expect([...valueOf(readAccountFile(text)).keys.keys()]).to.deep.equal([
      'yes',
      '1.0',
      'null',
      'constructor',
    ])
  })

  it('lets an account have the name of its own key', () => {
    const text = `quorate: 1\nkeys: { f: ${FOUNDER} }\naccounts: { f: { address: f, ${REST} } }`
    expect(valueOf(readAccountFile(text)).accounts.size).to.equal(1)
  })
})
