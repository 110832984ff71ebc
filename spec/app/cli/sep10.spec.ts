/** `quorate sep10 verify` as people call it: who authenticated, how it ends, and what it refuses. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { readAccountFile } from '../../../src/edge/source/index.js'
import { usualState } from '../../support/build/account.js'
import { ledgerServer } from '../../support/ledger-server.js'
import { localServer, type Asked, type LocalServer } from '../../support/local-server.js'
import { read } from '../../support/repository.js'
import { runCliHere, type CliResult } from '../../support/run-cli.js'

const SERVER = 'GB7FCVRA5KFXID6YGHJ5QUHZMVCO7ZFSHHUKIQ5X2DXPFXJO2XL6QVGJ'
const SHOP = 'examples/login/account.quorate.yaml'
const OTHERS = 'examples/joint/account.quorate.yaml'

const RIGHT: Readonly<Record<string, readonly string[]>> = {
  '--account': [SHOP],
  '--server': [SERVER],
  '--home-domain': ['anchor.example'],
  '--web-auth-domain': ['auth.anchor.example'],
  '--now': ['1700000500'],
}

/** A run with some options otherwise; an option without values is left out. */
const verify = (
  name: string,
  changes: Readonly<Record<string, readonly string[]>> = {},
): Promise<CliResult> =>
  runCliHere(
    ...['sep10', 'verify', /[.A-Z]/.test(name) ? name : `examples/login/${name}.challenge`],
    ...Object.entries({ ...RIGHT, ...changes }).flatMap(([flag, values]) =>
      values.length === 0 ? [] : [flag, ...values],
    ),
  )

const flat = ({ stdout, stderr }: CliResult): string => `${stdout}${stderr}`.replace(/\s+/g, ' ')

type Row = readonly [
  string,
  string,
  Readonly<Record<string, readonly string[]>>,
  number,
  ...(readonly string[]),
]

const ROWS: readonly Row[] = [
  [
    'a signer',
    'by-ann',
    {},
    0,
    '✓ authenticated · strict · level medium',
    'client shop · GCI6',
    'ann 1',
    'needed 0',
  ],
  ['two for high', 'by-ann-and-bo', { '--level': ['high'] }, 0, '2, needed 2', 'ann 1 bo 1'],
  ['one for high', 'by-ann', { '--level': ['high'] }, 1, '✗ not authenticated', 'weight-not-reached'],
  ['a weight as level', 'by-ann', { '--level': ['2'] }, 1, 'level 2', 'have a weight of 1; needed is 2'],
  [
    'a disabled master key',
    'by-disabled-master',
    {},
    1,
    'not-signed-by-client',
    'has weight 0: it is no signer',
  ],
  [
    'the same, literally',
    'by-disabled-master',
    { '--profile': ['literal'] },
    0,
    '✓ authenticated · literal',
    'old-key 0',
  ],
  ['one signature twice', 'by-ann-twice', {}, 1, 'signature 3 (hint c3a499d0)', 'unknown-signature'],
  ['a stranger', 'by-stranger', {}, 1, 'not-signed-by-client'],
  ['nobody', 'unsigned', {}, 1, 'not-signed-by-client'],
  [
    'no account file',
    'by-ann',
    { '--account': [], '--network': ['testnet'] },
    4,
    '? not decided',
    'account-not-known',
  ],
  [
    'another account',
    'by-ann',
    { '--account': [OTHERS] },
    4,
    'it is not known what the account',
    'GCI6…OEAF',
  ],
  [
    'an absent account',
    'by-disabled-master',
    { '--account': ['absent'], '--network': ['testnet'] },
    0,
    'does not exist: its own key speaks for it',
  ],
  [
    'a signer of an absent account',
    'by-ann',
    { '--account': ['absent'], '--network': ['testnet'] },
    1,
    'not-signed-by-client',
  ],
  [
    'absent beside a file that has it',
    'by-disabled-master',
    { '--account': [SHOP, 'absent'] },
    1,
    'not-signed-by-client',
  ],
  [
    'another server',
    'by-ann',
    { '--server': ['GA7IY6TQZ2372U6SGY3GNS7H7MULIMZJPX3LHZBWPSUE4XODUSM5AVFA'] },
    1,
    'wrong-server',
  ],
  [
    'another network',
    'by-ann',
    { '--account': ['absent'], '--network': ['public'] },
    1,
    'not-signed-by-server',
  ],
  ['another home domain', 'by-ann', { '--home-domain': ['other.example'] }, 1, 'wrong-home-domain'],
  [
    'one of two home domains',
    'by-ann',
    { '--home-domain': ['other.example', '--home-domain', 'anchor.example'] },
    0,
  ],
  [
    'another web auth domain',
    'by-ann',
    { '--web-auth-domain': ['other.example'] },
    1,
    'wrong-web-auth-domain',
  ],
  ['any web auth domain', 'by-ann', { '--web-auth-domain': [] }, 0],
  ['too late', 'by-ann', { '--now': ['2023-11-14T22:33:21Z'] }, 1, 'challenge-expired'],
  ['just in time', 'by-ann', { '--now': ['2023-11-14T22:33:20Z'] }, 0],
  ['too late without grace', 'by-ann', { '--now': ['1700000901'], '--grace': ['0'] }, 1, 'challenge-expired'],
  ['this year', 'by-ann', { '--now': [] }, 1, 'challenge-expired'],
  ['no envelope', 'AAAA.AAAA', {}, 2, 'file-not-found'],
  ['half an envelope', `AAAAAgAAAAB${'A'.repeat(41)}`, {}, 2, 'error[xdr-truncated]', '--> CHALLENGE'],
  ['a payment', 'examples/joint/payment.ok.xdr', {}, 1, 'wrong-server'],
  ['a fee bump', 'examples/company/fee-bump.ok.xdr', {}, 1, 'fee-bump-challenge'],
  ['no network', 'by-ann', { '--account': ['absent'] }, 2, 'network-not-said'],
  ['networks that differ', 'by-ann', { '--network': ['public'] }, 2, 'networks-differ'],
  ['no server', 'by-ann', { '--server': [] }, 2, 'error[usage]', '--server'],
  ['no home domain', 'by-ann', { '--home-domain': [] }, 2, 'error[usage]', '--home-domain'],
  [
    'a muxed server',
    'by-ann',
    { '--server': ['MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ'] },
    2,
    'muxed-server',
  ],
  ['a server that is none', 'by-ann', { '--server': ['anchor'] }, 2, 'bad-strkey', '--> --server'],
  ['a level that is none', 'by-ann', { '--level': ['extreme'] }, 2, 'bad-level', '--> --level'],
  ['a negative level', 'by-ann', { '--level': ['-1'] }, 2, 'bad-level'],
  ['a time that is none', 'by-ann', { '--now': ['noon'] }, 2, 'not-a-time', '--> --now'],
  ['a grace that is none', 'by-ann', { '--grace': ['5m'] }, 2, 'not-a-duration', '--> --grace'],
  ['a profile that is none', 'by-ann', { '--profile': ['lenient'] }, 2, 'error[usage]'],
  ['an account file that is none', 'by-ann', { '--account': ['examples/nothing.yaml'] }, 2, 'file-not-found'],
]

describe('quorate sep10 verify', () => {
  for (const [what, name, changes, exit, ...said] of ROWS)
    it(`${what}: ${String(exit)}`, async () => {
      const ran = await verify(name, changes)
      expect(ran.exit, flat(ran)).to.equal(exit)
      for (const one of said) expect(flat(ran)).to.include(one)
      // A result is on standard output, and what keeps there from being one is not.
      expect(ran.stdout === '').to.equal(exit === 2)
      expect(ran.stderr === '').to.equal(exit !== 2)
    })

  it('writes an address that has no name whole, and below each other what belongs so', async () => {
    const { stdout } = await verify('by-ann', { '--account': ['absent'], '--network': ['testnet'] })
    expect(stdout.split('\n').slice(1, 3)).to.deep.equal([
      '  client        GCI6F6SXQ7OCJLCWEFZLIJGTKJZAGGL4CJTRCV7DIYCNVADI3K6LOEAF',
      '  home domain   anchor.example',
    ])
  })

  it('never repeats a seed', async () => {
    const seed = `S${'B'.repeat(55)}`
    for (const changes of [{ '--server': [seed] }, { '--home-domain': [seed] }, { '--level': [seed] }]) {
      const ran = await verify('by-ann', changes)
      expect(ran.exit).to.equal(2)
      expect(flat(ran)).to.include('secret-seed').and.not.include(seed)
    }
  })

  describe('as JSON', () => {
    const json = async (
      name: string,
      changes: Readonly<Record<string, readonly string[]>> = {},
    ): Promise<unknown> => {
      const { stdout } = await runCliHere(
        ...['sep10', 'verify', `examples/login/${name}.challenge`, '--json'],
        ...Object.entries({ ...RIGHT, ...changes }).flatMap(([flag, values]) => [flag, ...values]),
      )
      return JSON.parse(stdout)
    }

    it('says who authenticated', async () => {
      expect(await json('by-ann')).to.deep.equal({
        formatVersion: 1,
        state: 'authenticated',
        profile: 'strict',
        level: 'medium',
        challenge: {
          hash: '7f9f243d178b169ccdc0f99cb6b2bc0aef15ac8e11f7374748af69611bb80dad',
          server: SERVER,
          client: {
            account: 'GCI6F6SXQ7OCJLCWEFZLIJGTKJZAGGL4CJTRCV7DIYCNVADI3K6LOEAF',
            alias: 'shop',
            address: 'GCI6F6SXQ7OCJLCWEFZLIJGTKJZAGGL4CJTRCV7DIYCNVADI3K6LOEAF',
            muxedId: null,
            memo: null,
          },
          homeDomain: 'anchor.example',
          webAuthDomain: 'auth.anchor.example',
          clientDomain: null,
          from: '1700000000',
          until: '1700000900',
        },
        exists: true,
        signers: [
          {
            key: 'GA7IY6TQZ2372U6SGY3GNS7H7MULIMZJPX3LHZBWPSUE4XODUSM5AVFA',
            kind: 'ed25519',
            alias: 'ann',
            weight: 1,
          },
        ],
        weight: 1,
        needed: 0,
        ledger: null,
        refusal: null,
        because: null,
      })
    })

    it('says why nobody did', async () => {
      const refused = (await json('by-ann', { '--level': ['255'] })) as Record<string, unknown>
      expect(refused).to.deep.include({
        state: 'refused',
        level: 255,
        signers: [],
        weight: null,
        exists: null,
      })
      expect(refused['refusal']).to.deep.include({ code: 'weight-not-reached' })
      const unread = (await json('by-ann', { '--now': ['1'] })) as Record<string, unknown>
      expect(unread).to.deep.include({ state: 'refused', challenge: null })
      const unknown = (await json('by-ann', { '--account': [OTHERS] })) as Record<string, unknown>
      expect(unknown).to.deep.include({ state: 'not-known', because: null })
    })
  })

  describe('with an account from a server', () => {
    const heard: Asked[] = []
    let server: LocalServer
    let failing: LocalServer
    let empty: LocalServer

    before(async () => {
      const file = readAccountFile(read(SHOP))
      if (E.isLeft(file)) throw new Error(file.left[0].message)
      const accounts = [...file.right.accounts.values()].map((one) => ({ ...one, state: O.some(usualState) }))
      server = await ledgerServer({ accounts, ledger: 4711 }, (asked) => heard.push(asked))
      empty = await ledgerServer({ accounts: [], ledger: 4711 })
      failing = await localServer((_asked, response) => response.writeHead(403).end())
    })
    beforeEach(() => heard.splice(0))
    after(() => Promise.all([server.close(), failing.close(), empty.close()]))

    const ask = (name: string, flag: '--horizon' | '--rpc', at: LocalServer, more = {}): Promise<CliResult> =>
      verify(name, {
        '--account': [],
        '--network': ['testnet'],
        [flag]: [`${at.url}/${flag.slice(2)}`],
        ...more,
      })

    for (const flag of ['--horizon', '--rpc'] as const) {
      it(`${flag}: who authenticated, and as of which ledger`, async () => {
        const ran = await ask('by-ann', flag, server)
        expect(ran.exit, flat(ran)).to.equal(0)
        expect(flat(ran)).to.include('exists · as of ledger 4711')
        expect((await ask('by-disabled-master', flag, server)).exit).to.equal(1)
      })

      it(`${flag}: an account that is absent is spoken for by its own key`, async () => {
        expect((await ask('by-disabled-master', flag, empty)).exit).to.equal(0)
        expect((await ask('by-ann', flag, empty)).exit).to.equal(1)
      })

      it(`${flag}: a server that fails has not said that there is no account`, async () => {
        const ran = await ask('by-disabled-master', flag, failing)
        expect(ran.exit, flat(ran)).to.equal(4)
        expect(flat(ran)).to.include('account-not-known').and.include('source-refused')
      })
    }

    it('nobody is asked about a challenge that the server did not give out', async () => {
      expect(
        (await ask('by-ann', '--horizon', server, { '--home-domain': ['other.example'] })).exit,
      ).to.equal(1)
      expect(heard).to.have.length(0)
    })

    it('absent is not said beside a server', async () => {
      const ran = await ask('by-ann', '--horizon', server, { '--account': ['absent'] })
      expect([ran.exit, flat(ran).includes('exclude each other')]).to.deep.equal([2, true])
    })
  })
})
