import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { idOf, readBatchCase } from '../../../src/edge/source/index.js'
import { accountsIn, lookup, PASSPHRASES } from '../../../src/kernel/model/index.js'
import { countOf, loadVectors } from '../../support/vectors.js'
import { BILAL, CARINA, FOUNDER, SEED } from './keys.js'
import { failuresOf, place, valueOf, words } from './told.js'

interface Row {
  readonly id: string
  readonly protocol: number
  readonly networkPassphrase: string
  readonly envelope: string
  readonly accounts: readonly string[]
  readonly closeTime?: string
  readonly ledgerSeq?: number
  readonly unknownAccounts?: readonly string[]
}

const [probe] = loadVectors<Row>('core-probes')
const base = {
  id: 'one',
  networkPassphrase: PASSPHRASES.testnet,
  envelope: 'AAAA',
  accounts: probe!.accounts,
}

const read = (more: object) => readBatchCase(JSON.stringify({ ...base, ...more }))

describe('source: batch case', () => {
  it('reads what must be there, and leaves the rest open', () => {
    const found = valueOf(read({}))
    expect(found.id).to.equal('one')
    expect(found.network).to.deep.equal({ passphrase: PASSPHRASES.testnet })
    expect(found.envelope).to.equal('AAAA')
    expect(accountsIn(found.view).length).to.equal(1)
    expect(found.view.closedWorld).to.equal(false)
    for (const open of [found.protocol, found.phase, found.ledgerSeq, found.closeTime])
      expect(open).to.equal(O.none)
  })

  it('reads everything else', () => {
    const found = valueOf(
      read({
        protocol: 22,
        phase: 'apply',
        closedWorld: true,
        absentAccounts: [BILAL],
        unknownAccounts: [CARINA],
        accountSponsors: { [FOUNDER]: BILAL },
        ledgerSeq: 7,
        closeTime: '1711704687',
        tags: ['whatever'],
        apply: { code: 'txSUCCESS' },
      }),
    )
    expect(found.protocol).to.deep.equal(O.some(22))
    expect(found.phase).to.deep.equal(O.some('apply'))
    expect(lookup(found.view)(BILAL)._tag).to.equal('Absent')
    expect(lookup(found.view)(CARINA)._tag).to.equal('NotFetched')
    expect(lookup(found.view)(FOUNDER)._tag).to.equal('Absent')
    expect(found.ledgerSeq).to.deep.equal(O.some(7))
    expect(found.closeTime).to.deep.equal(O.some(1711704687n))
  })

  it('reads a close time that is a number', () => {
    expect(valueOf(read({ closeTime: 0 })).closeTime).to.deep.equal(O.some(0n))
  })

  for (const name of [
    'core-verdicts',
    'core-probes',
    'core-state',
    'pubnet-ledgers',
    'horizon-scenarios',
    'core-ledgers',
  ] as const)
    it(`reads all ${String(countOf[name])} rows of ${name}`, () => {
      for (const row of loadVectors<Row>(name)) {
        const found = valueOf(readBatchCase(JSON.stringify(row)))
        expect(found.id).to.equal(row.id)
        expect(accountsIn(found.view).length, row.id).to.equal(row.accounts.length)
        expect(O.toUndefined(found.closeTime)?.toString(), row.id).to.equal(row.closeTime)
      }
    })

  describe('refuses', () => {
    const deep = `{"id": ${'['.repeat(100_000)}`
    const rows: readonly (readonly [string, string, string, ...(readonly string[])])[] = [
      ['nothing', '', '- empty-input'],
      ['no JSON', '{"id": "one", ', '- not-json'],
      ['brackets without end', deep, '- not-json'],
      ['a list', '[]', '- batch-shape', 'expected a case (an object)', 'a list'],
      [
        'no envelope',
        JSON.stringify({ ...base, envelope: undefined }),
        '- batch-shape',
        '`envelope` is missing; expected a text',
      ],
      ['an id that is a number', JSON.stringify({ ...base, id: 7 }), '- batch-shape', '`id` is `7`'],
      [
        'accounts that are a map',
        JSON.stringify({ ...base, accounts: {} }),
        '- batch-shape',
        '`accounts`',
        'a list of ledger entries',
      ],
      [
        'an account that is a number',
        JSON.stringify({ ...base, accounts: [1] }),
        '- batch-shape',
        '`accounts[0]` is `1`',
      ],
      [
        'a phase that nobody knows',
        JSON.stringify({ ...base, phase: 'both' }),
        '- batch-shape',
        '`validate` or `apply`',
      ],
      [
        'a protocol of 1.5',
        JSON.stringify({ ...base, protocol: 1.5 }),
        '- batch-shape',
        '`protocol` is `1.5`',
      ],
      ['a negative time', JSON.stringify({ ...base, closeTime: '-1' }), '- batch-shape', '`closeTime`'],
      ['a time that is not exact', JSON.stringify({ ...base, closeTime: 1e300 }), '- batch-shape'],
      [
        'a bad account',
        JSON.stringify({ ...base, absentAccounts: ['GABC'] }),
        '- batch-shape',
        '`absentAccounts[0]`',
        '`GABC`',
      ],
      [
        'a bad sponsor',
        JSON.stringify({ ...base, accountSponsors: { [BILAL]: 'x' } }),
        '- batch-shape',
        'accountSponsors',
      ],
      [
        'a sponsor of nobody',
        JSON.stringify({ ...base, accountSponsors: { x: BILAL } }),
        '- bad-strkey',
        '`accountSponsors`',
      ],
      [
        'a name where a passphrase belongs',
        JSON.stringify({ ...base, networkPassphrase: 'testnet' }),
        '- unknown-network',
        '`networkPassphrase`: `testnet` is the name of a network, and not its passphrase',
        PASSPHRASES.testnet,
      ],
      [
        'an empty passphrase',
        JSON.stringify({ ...base, networkPassphrase: '' }),
        '- unknown-network',
        'the passphrase of the network is empty',
      ],
      ['a broken entry', JSON.stringify({ ...base, accounts: ['AAAA'] }), '- xdr-truncated', '`accounts[0]`'],
      [
        'an account twice',
        JSON.stringify({ ...base, accounts: [base.accounts[0], base.accounts[0]] }),
        '- account-twice',
      ],
      [
        'an account that is absent too',
        JSON.stringify({ ...base, absentAccounts: [BILAL], unknownAccounts: [BILAL] }),
        '- account-twice',
      ],
      ['a seed', JSON.stringify({ ...base, envelope: SEED }), '- secret-seed'],
      [
        'a seed behind an escape',
        JSON.stringify({ ...base, phase: SEED }).replace(SEED, `\\u0053${SEED.slice(1)}`),
        '- batch-shape',
      ],
      ['a line of more than 16 MiB', `{"id": "one"}${' '.repeat(16 * 1024 * 1024)}`, '- too-large'],
    ]
    for (const [name, line, where, ...says] of rows)
      it(name, () => {
        const failures = failuresOf(readBatchCase(line))
        expect(failures.map((one) => place(one).replace(/^\S+/, '-'))).to.deep.equal([where])
        for (const said of says) expect(words(failures[0]!)).to.contain(said)
        expect(JSON.stringify(failures)).not.to.contain(SEED.slice(1, 20))
      })
  })

  it('finds the id of a line, also of one that is broken', () => {
    expect(idOf('{"id": "one"}')).to.deep.equal(O.some('one'))
    expect(idOf('{"tags": [], "id": "one"}')).to.deep.equal(O.some('one'))
    expect(idOf('{"id": "one", "envelope": ')).to.deep.equal(O.some('one'))
    expect(idOf('{"id": 1}')).to.equal(O.none)
    expect(idOf('nothing')).to.equal(O.none)
    expect(idOf(`{"id": "${SEED}"}`)).to.equal(O.none)
  })
})
