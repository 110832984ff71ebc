import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { readHorizonAccount, readHorizonAccounts } from '../../../src/edge/source/index.js'
import { ordSigner } from '../../../src/kernel/model/index.js'
import { countOf, loadVectors } from '../../support/vectors.js'
import { BILAL, CARINA, FOUNDER, HASH_X, PAYLOAD, PRE_AUTH, SEED } from './keys.js'
import { failuresOf, place, valueOf, words } from './told.js'

const MASTER = { key: FOUNDER, type: 'ed25519_public_key', weight: 1 }
const THRESHOLDS = { low_threshold: 1, med_threshold: 2, high_threshold: 3 }

const minimal = { account_id: FOUNDER, thresholds: THRESHOLDS, signers: [MASTER] }

const full = {
  ...minimal,
  id: FOUNDER,
  sequence: '52770733572000001',
  sequence_ledger: 40,
  sequence_time: '1700000000',
  sponsor: CARINA,
  subentry_count: 3,
  num_sponsoring: 4,
  num_sponsored: 5,
  flags: { auth_required: true, auth_revocable: false, auth_immutable: false, auth_clawback_enabled: true },
  balances: [
    { asset_type: 'credit_alphanum4', asset_code: 'EUR', balance: '7.0000000' },
    {
      asset_type: 'native',
      balance: '100.5000001',
      selling_liabilities: '1.0000000',
      buying_liabilities: '0.0000002',
    },
  ],
  paging_token: FOUNDER,
  data: {},
}

const withSigners = (...signers: readonly unknown[]) => ({ ...minimal, signers })
const signer = (key: string, type: string | undefined, weight: number) => ({ key, type, weight })

describe('source: Horizon account', () => {
  it('takes the master key out of the list of signers', () => {
    const account = valueOf(
      readHorizonAccount(withSigners(signer(BILAL, 'ed25519_public_key', 2), { ...MASTER, weight: 0 })),
    )
    expect(account.id).to.equal(FOUNDER)
    expect(account.masterWeight).to.equal(0)
    expect(account.thresholds).to.deep.equal({ low: 1, medium: 2, high: 3 })
    expect(account.signers.map(({ key, weight }) => [key.strkey, weight])).to.deep.equal([[BILAL, 2]])
    expect(account.state).to.equal(O.none)
  })

  it('reads every type of signer, its sponsor, and puts signers into the order of the ledger', () => {
    const list = [
      signer(PAYLOAD, 'ed25519_signed_payload', 4),
      signer(HASH_X, 'sha256_hash', 3),
      MASTER,
      signer(PRE_AUTH, 'preauth_tx', 2),
      { ...signer(BILAL, undefined, 0xffff_ffff), sponsor: CARINA },
    ]
    const { signers } = valueOf(readHorizonAccount(withSigners(...list)))
    expect(signers.map(({ key, weight }) => [key._tag, weight])).to.deep.equal([
      ['Ed25519', 0xffff_ffff],
      ['PreAuthTx', 2],
      ['HashX', 3],
      ['SignedPayload', 4],
    ])
    expect(signers[0]?.sponsor).to.deep.equal(O.some(CARINA))
    expect(signers).to.deep.equal(signers.toSorted(ordSigner.compare))
  })

  it('leaves out other signers of weight 0, which the network does not store', () => {
    expect(
      valueOf(readHorizonAccount(withSigners(MASTER, signer(BILAL, undefined, 0)))).signers,
    ).to.deep.equal([])
  })

  it('reads the state where sequence, native balance and sub-entries are said', () => {
    expect(valueOf(readHorizonAccount(full)).state).to.deep.equal(
      O.some({
        sequence: 52770733572000001n,
        balance: 1005000001n,
        sellingLiabilities: 10000000n,
        buyingLiabilities: 2n,
        subentries: 3,
        sponsored: 5,
        sponsoring: 4,
        flags: 9,
        sequenceLedger: 40,
        sequenceTime: 1700000000n,
        sponsor: O.some(CARINA),
        data: [],
      }),
    )
    for (const part of ['sequence', 'balances', 'subentry_count'])
      expect(valueOf(readHorizonAccount({ ...full, [part]: undefined })).state, part).to.equal(O.none)
  })

  it('takes what old versions of Horizon lack as 0', () => {
    const old = {
      ...full,
      sequence_ledger: null,
      sequence_time: undefined,
      num_sponsoring: undefined,
      flags: null,
    }
    const state = valueOf(readHorizonAccount(old)).state
    expect(
      O.isSome(state) && [state.value.sequenceLedger, state.value.sponsoring, state.value.flags],
    ).to.deep.equal([0, 0, 0])
  })

  it('reads a list, and a page of records', () => {
    expect(valueOf(readHorizonAccounts([minimal, full])).length).to.equal(2)
    expect(valueOf(readHorizonAccounts({ _embedded: { records: [minimal] } })).length).to.equal(1)
    const failures = failuresOf(readHorizonAccounts([minimal, 7]))
    expect(failures.map(words)).to.deep.equal([
      'record 2: expected an account of Horizon (an object), found `7`',
    ])
  })

  describe('refuses', () => {
    const notFound = {
      type: 'https://stellar.org/horizon-errors/not_found',
      title: 'Resource Missing',
      status: 404,
    }
    const rows: readonly (readonly [string, unknown, string, ...(readonly string[])])[] = [
      [
        'an answer 404, which says nothing of the account',
        notFound,
        'horizon-error',
        '`not_found`',
        '`404`',
        'does not say',
      ],
      ['an answer of a proxy', { title: 'Too Many Requests', status: 429 }, 'horizon-error', 'Too Many'],
      ['no value', undefined, 'horizon-shape', 'found nothing'],
      ['null', null, 'horizon-shape', '`null`'],
      ['no thresholds', { ...minimal, thresholds: undefined }, 'horizon-shape', '`thresholds` is missing'],
      ['thresholds null', { ...minimal, thresholds: null }, 'horizon-shape', 'three thresholds'],
      [
        'a threshold of 256',
        { ...minimal, thresholds: { ...THRESHOLDS, med_threshold: 256 } },
        'horizon-shape',
        '`thresholds.med_threshold` is `256`',
      ],
      [
        'a weight of -1',
        withSigners(MASTER, signer(BILAL, undefined, -1)),
        'horizon-shape',
        '`signers[1].weight`',
      ],
      ['a weight of 2^32', withSigners(signer(FOUNDER, undefined, 2 ** 32)), 'horizon-shape'],
      ['a weight that is text', withSigners({ ...MASTER, weight: '1' }), 'horizon-shape', 'the text `1`'],
      ['no master key', withSigners(signer(BILAL, undefined, 1)), 'horizon-master-missing', 'Horizon lists'],
      ['no signers at all', withSigners(), 'horizon-master-missing'],
      [
        "a type that is not the key's",
        withSigners({ ...MASTER, type: 'sha256_hash' }),
        'signer-type-mismatch',
      ],
      [
        'a type that nobody knows',
        withSigners({ ...MASTER, type: 'ed448' }),
        'signer-type-mismatch',
        '`ed448`',
      ],
      ['a signer twice', withSigners(MASTER, MASTER), 'signer-twice'],
      ['a seed', withSigners({ ...MASTER, key: SEED }), 'secret-seed'],
      ['a seed as the account', { ...minimal, account_id: SEED }, 'secret-seed'],
      ['a bad key', withSigners(MASTER, signer('GABC', undefined, 1)), 'bad-strkey', '`signers[1]`'],
      ['a bad sequence', { ...full, sequence: '-1' }, 'horizon-shape', '`sequence`', '`-1`'],
      [
        'a bad balance',
        { ...full, balances: [{ asset_type: 'native', balance: '1.00000000' }] },
        'horizon-shape',
      ],
      [
        'a flag that is text',
        { ...full, flags: { auth_required: 'no' } },
        'horizon-shape',
        '`flags.auth_required`',
      ],
    ]
    for (const [name, json, code, ...says] of rows)
      it(name, () => {
        const failures = failuresOf(readHorizonAccount(json))
        expect(failures.map(place)).to.deep.equal([`- ${code}`])
        for (const said of says) expect(words(failures[0]!)).to.contain(said)
        expect(JSON.stringify(failures)).not.to.contain(SEED.slice(1, 20))
      })

    it('more than 20 signers, those of weight 0 not counted', () => {
      const many = (weight: number) =>
        loadVectors<{ account_id: string }>('horizon-accounts')
          .filter(({ account_id }) => account_id.length === 56)
          .map(({ account_id }) => signer(account_id, undefined, weight))
          .filter(({ key }, index, all) => all.findIndex((one) => one.key === key) === index)
          .slice(0, 21)
      expect(failuresOf(readHorizonAccount(withSigners(MASTER, ...many(1)))).map(place)).to.deep.equal([
        '- too-many-signers',
      ])
      expect(valueOf(readHorizonAccount(withSigners(MASTER, ...many(0)))).signers.length).to.equal(0)
    })
  })

  it('reads the recorded answers, but for those that are not whole', () => {
    interface Recorded {
      readonly account_id: string
      readonly accountIdValid: boolean
      readonly allKeysValid: boolean
      readonly signers: readonly { readonly weight: number }[]
    }
    const rows = loadVectors<Recorded>('horizon-accounts')
    const codes = rows.map((row) => {
      const account = readHorizonAccount(row)
      if (account._tag === 'Left') return account.left[0].code
      expect(row.accountIdValid && row.allKeysValid, row.account_id).to.equal(true)
      const { masterWeight, signers } = account.right
      expect(masterWeight + signers.reduce((sum, { weight }) => sum + weight, 0)).to.equal(
        row.signers.reduce((sum, { weight }) => sum + weight, 0),
      )
      return 'read'
    })
    const count = (code: string) => codes.filter((one) => one === code).length
    expect(rows.length).to.equal(countOf['horizon-accounts'])
    expect({
      read: count('read'),
      'bad-strkey': count('bad-strkey'),
      'signer-type-mismatch': count('signer-type-mismatch'),
      'horizon-master-missing': count('horizon-master-missing'),
      'horizon-shape': count('horizon-shape'),
    }).to.deep.equal({
      read: 40,
      'bad-strkey': 4,
      'signer-type-mismatch': 1,
      'horizon-master-missing': 3,
      'horizon-shape': 2,
    })
  })
})
