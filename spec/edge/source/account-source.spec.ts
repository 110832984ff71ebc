import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { readAccountSource } from '../../../src/edge/source/index.js'
import { NETWORKS } from '../../../src/kernel/model/index.js'
import { loadVectors } from '../../support/vectors.js'
import { BILAL, FOUNDER, SEED } from './keys.js'
import { failuresOf, place, valueOf, words } from './told.js'

const [probe] = loadVectors<{ accounts: readonly string[]; envelope: string }>('core-probes')
const [entry] = probe!.accounts
const others = loadVectors<{ accounts: readonly string[] }>('pubnet-ledgers')[0]!.accounts
const REST = 'master: 1, thresholds: { low: 0, medium: 0, high: 0 }'
const FILE = `
quorate: 1
network: public
keys: { founder: ${FOUNDER} }
accounts: { joint: { address: founder, ${REST} }, purse: { address: ${BILAL}, ${REST} } }
`
const HORIZON = {
  account_id: FOUNDER,
  thresholds: { low_threshold: 0, med_threshold: 0, high_threshold: 0 },
  signers: [{ key: FOUNDER, type: 'ed25519_public_key', weight: 1 }],
}

const count = (text: string) => valueOf(readAccountSource(text, 'input')).accounts.length

describe('source: account source', () => {
  it('reads an account file; the name of a key comes before the name of its account', () => {
    const source = valueOf(readAccountSource(FILE, 'a.yaml'))
    expect(source.name).to.equal('a.yaml')
    expect(source.network).to.deep.equal(O.some(NETWORKS.public))
    expect(Object.fromEntries(source.aliases)).to.deep.equal({ [FOUNDER]: 'founder', [BILAL]: 'purse' })
    expect(Object.fromEntries(source.accountNames)).to.deep.equal({ [FOUNDER]: 'joint', [BILAL]: 'purse' })
    expect(source.accounts.length).to.equal(2)
  })

  it('reads Horizon: an account, a list, a page', () => {
    expect(count(JSON.stringify(HORIZON, null, 2))).to.equal(1)
    expect(count(JSON.stringify([HORIZON]))).to.equal(1)
    expect(count(JSON.stringify({ _embedded: { records: [HORIZON, HORIZON] } }))).to.equal(2)
  })

  it('reads ledger entries: lines, or a list', () => {
    expect(count(`${entry!}\n`)).to.equal(1)
    expect(count(`\n  ${others.join('\r\n\r\n')}\r\n`)).to.equal(others.length)
    expect(count(JSON.stringify(others))).to.equal(others.length)
  })

  it('keeps the state of ledger entries', () => {
    expect(O.isSome(valueOf(readAccountSource(entry!, 'x')).accounts[0]!.state)).to.equal(true)
  })

  describe('refuses, and says what the input looks like', () => {
    const rows: readonly (readonly [string, string, string, ...(readonly string[])])[] = [
      ['nothing', '', '- empty-input'],
      ['bytes', 'AAAA\ufffd', '1:5 not-text', 'base64 instead of raw bytes'],
      ['words', '\n  hello there', '2:3 not-an-account-source', '`hello there`', 'expected an account file'],
      ['a number', '7', '1:1 not-an-account-source'],
      ['a key', `${FOUNDER}\n`, '- not-an-account-source', 'a key does not say who may sign'],
      ['a web page', '<!doctype html>', '- not-an-account-source', 'a web page'],
      [
        'an envelope',
        probe!.envelope,
        '1:1 not-an-account-entry',
        'a transaction envelope',
        'first argument',
      ],
      [
        'an envelope among entries',
        JSON.stringify([entry, probe!.envelope]),
        '- not-an-account-entry',
        'entry 2',
      ],
      ['a line that is cut', `${entry!}\n ${entry!.slice(0, 80)}`, '2:2 xdr-truncated'],
      ['a case of a batch', JSON.stringify(probe), '- not-an-account-source', 'a case of a batch'],
      ['a transaction of Horizon', '{"envelope_xdr": ""}', '- not-an-account-source', '`envelope_xdr`'],
      ['an answer of RPC', '{"jsonrpc": "2.0", "result": {}}', '- not-an-account-source', 'RPC'],
      ['an error of Horizon', '{"status": 404, "title": "Resource Missing"}', '- horizon-error'],
      ['an empty list', '[]', '- not-an-account-source', 'an empty list'],
      ['a list of numbers', '[1]', '- not-an-account-source'],
      ['an object', '{"a": 1}', '- not-an-account-source', 'a JSON object'],
      ['an account file without its first line', 'keys: {}', '1:1 missing-key', '`quorate` is missing'],
      ['the same in JSON', '{"keys": {}}', '1:1 missing-key'],
      ['an account file in broken JSON', '{"quorate": 1,, "keys": {}}', '1:15 yaml-syntax'],
      ['broken JSON', '{"account_id": "', '- not-json'],
      ['a seed', SEED, '1:1 secret-seed'],
      ['a seed in JSON', `{"account_id":\n"${SEED}"}`, '2:2 secret-seed'],
    ]
    for (const [name, text, where, ...says] of rows)
      it(name, () => {
        const failures = failuresOf(readAccountSource(text, 'a.txt'))
        const first = failures[0]!
        // Where JSON breaks is told by some versions of the engine only.
        expect(first.code === 'not-json' ? '- not-json' : place(first)).to.equal(where)
        for (const said of says) expect(words(first)).to.contain(said)
        for (const one of failures) expect(one.subject).to.deep.equal(O.some('a.txt'))
        expect(JSON.stringify(failures)).not.to.contain(SEED.slice(1, 20))
      })

    it('a seed given as the name of a file', () => {
      expect(JSON.stringify(readAccountSource('x', SEED))).not.to.contain(SEED)
      expect(JSON.stringify(readAccountSource(FILE, SEED))).not.to.contain(SEED)
    })
  })
})
