import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as fc from 'fast-check'
import { importedNames } from '../../../src/app/programs/import-names.js'
import { importedJson, importedYaml } from '../../../src/app/programs/import-text.js'
import { readAccountFile } from '../../../src/edge/source/index.js'
import { NETWORKS, type Account } from '../../../src/kernel/model/index.js'
import { account } from '../../support/arbitrary/account.js'
import { account as accountFrom } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { runCli, runCliHere } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'
import { crowd, firmFile, firmLive } from './plan-files.js'

/** A worthless seed: made for this file, and guarding nothing. */
const SEED = 'SB3KJJHPHGRGWQ5JFYAOCRBS3BWMC2V4PGRXPVOEUZHVNPQ3GO3OVBH2'

const authority = ({ id, masterWeight, thresholds, signers }: Account): unknown => ({
  id,
  masterWeight,
  thresholds,
  signers: signers.map(({ key: { strkey }, weight }) => [strkey, weight]),
})

/** Weights that can be written. */
const writable = ({ signers }: Account): boolean => signers.every(({ weight }) => weight > 0 && weight <= 255)

interface Row {
  readonly title: string
  readonly text: string
  readonly args?: readonly string[]
  readonly says: readonly string[]
}

const ROWS: readonly Row[] = [
  {
    title: 'a name that is none',
    text: firmLive(),
    args: ['--name', 'My Firm'],
    says: ['bad-name', '--name'],
  },
  { title: 'an alias without a key', text: firmLive(), args: ['--alias', 'anna'], says: ['not-an-alias'] },
  {
    title: 'an alias for somebody else',
    text: firmLive(),
    args: ['--alias', `${key('zoe').id}=zoe`],
    says: ['unknown-signer'],
  },
  {
    title: 'an alias that is no name',
    text: firmLive(),
    args: ['--alias', `${key('anna').id}=Anna!`],
    says: ['bad-name', '--alias'],
  },
  {
    title: 'one name for two keys',
    text: firmLive(),
    args: ['--alias', `${key('anna').id}=a`, '--alias', `${key('bruno').id}=a`],
    says: ['name-twice'],
  },
  {
    title: 'two names for one key',
    text: firmLive(),
    args: ['--alias', `${key('anna').id}=a`, '--alias', `${key('anna').id}=b`],
    says: ['name-twice'],
  },
  { title: 'a seed as an alias', text: firmLive(), args: ['--alias', `${SEED}=anna`], says: ['secret-seed'] },
  { title: 'an account file', text: firmFile(), says: ['not-live'] },
  {
    title: 'an error of Horizon',
    text: '{"status": 404, "title": "Resource Missing"}',
    says: ['horizon-error'],
  },
  { title: 'an account twice', text: `[${firmLive()}, ${firmLive()}]`, says: ['account-twice'] },
  {
    title: 'one name for two accounts',
    text: `[${firmLive()}, ${firmLive({ of: 'other' })}]`,
    args: ['--name', 'firm'],
    says: ['which-account'],
  },
  {
    title: 'a weight from before protocol 10',
    text: firmLive({ signers: { anna: 256 } }),
    says: ['weight-out-of-range', '256'],
  },
  {
    title: 'a network that is none',
    text: firmLive(),
    args: ['--network', 'tesnet'],
    says: ['unknown-network'],
  },
]

describe('cli: import', () => {
  let folder: TemporaryFolder
  before(() => void (folder = temporaryFolder()))
  after(() => folder.remove())

  const run = (text: string, ...args: readonly string[]) => {
    folder.write({ 'live.json': text })
    return runCliHere('import', `${folder.path}/live.json`, ...args)
  }

  for (const { title, text, args = [], says } of ROWS)
    it(`refuses ${title}`, async () => {
      const { stdout, stderr, exit } = await run(text, ...args)
      expect([exit, stdout]).to.deep.equal([2, ''])
      for (const word of says) expect(stderr).to.include(word)
      expect(stderr).to.not.include(SEED)
    })

  it('names who was named, and numbers the others', async () => {
    const { stdout, exit } = await run(
      firmLive({ master: 1 }),
      ...['--name', 'firm', '--network', 'testnet', '--alias', `${key('bruno').id}=bruno`],
      ...['--alias', `${key('anna').id}=signer-1`],
    )
    expect(exit).to.equal(0)
    const file = readAccountFile(stdout)
    if (E.isLeft(file)) throw new Error(file.left[0].message)
    expect(O.toUndefined(file.right.network)).to.deep.equal(NETWORKS.testnet)
    expect([...file.right.accounts.keys()]).to.deep.equal(['firm'])
    expect(
      Object.fromEntries([...file.right.keys].map(([alias, { strkey }]) => [alias, strkey])),
    ).to.deep.equal({
      master: key('firm').id,
      'signer-1': key('anna').id,
      bruno: key('bruno').id,
      'signer-2': key('carla').id,
    })
  })

  it('imports several accounts, whose keys may be shared', async () => {
    const other = { of: 'anna', master: 2, signers: { bruno: 1 } }
    const { stdout, exit } = await run(`[${firmLive()}, ${firmLive(other)}]`)
    expect(exit).to.equal(0)
    const file = readAccountFile(stdout)
    if (E.isLeft(file)) throw new Error(file.left[0].message)
    expect([...file.right.accounts.keys()]).to.deep.equal(['account-1', 'account-2'])
    expect(new Set([...file.right.keys.values()].map(({ strkey }) => strkey)).size).to.equal(3)
  })

  it('prints the same in JSON, and reads twenty signers', async () => {
    const live = firmLive({ signers: crowd(20) })
    const [yaml, json] = [await run(live), await run(live, '--format', 'json')]
    const [one, two] = [readAccountFile(yaml.stdout), readAccountFile(json.stdout)]
    if (E.isLeft(one) || E.isLeft(two)) throw new Error('not read')
    expect([...two.right.accounts.values()].map(authority)).to.deep.equal(
      [...one.right.accounts.values()].map(authority),
    )
    expect(() => JSON.parse(json.stdout) as unknown).to.not.throw()
  })

  it('is as the ledger is, by diff', async () => {
    const built = await runCli({ args: ['import', '-'], input: firmLive() })
    expect(built.exit, built.stderr).to.equal(0)
    folder.write({ 'firm.yaml': built.stdout, 'live.json': firmLive() })
    const { exit } = await runCliHere('diff', `${folder.path}/firm.yaml`, `${folder.path}/live.json`)
    expect(exit).to.equal(0)
  }).timeout(20_000)

  it('says of any account exactly what decides authority', () =>
    fc.assert(
      fc.property(account.filter(writable), (one) => {
        const names = importedNames([one], [])
        if (E.isLeft(names)) throw new Error(names.left[0].message)
        const parts = {
          source: 'live.json',
          network: O.none,
          names: names.right,
          accounts: [{ name: 'account', account: one }],
        }
        for (const text of [importedYaml(parts), importedJson(parts)]) {
          const file = readAccountFile(text)
          if (E.isLeft(file)) throw new Error(file.left[0].message)
          expect([...file.right.accounts.values()].map(authority)).to.deep.equal([authority(one)])
        }
      }),
      { numRuns: 300 },
    ))

  it('says who pays the reserve of a signer, and what kind of key is none of a person', () => {
    const [only] = accountFrom({ of: 'firm', master: 0, signers: [['anna', 1]] }).signers
    if (only === undefined) throw new Error('no signer')
    const one: Account = {
      ...accountFrom({ of: 'firm', master: 0 }),
      signers: [{ ...only, sponsor: O.some(key('sponsor').id) }],
    }
    const names = importedNames([one], [])
    if (E.isLeft(names)) throw new Error(names.left[0].message)
    const text = importedYaml({
      source: 'live.json',
      network: O.none,
      names: names.right,
      accounts: [{ name: 'firm', account: one }],
    })
    expect(text).to.include(`signer-1: 1 # its reserve is paid by ${key('sponsor').id}`)
    expect(text).to.include('master: 0 # switched off')
  })
})
