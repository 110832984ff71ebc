import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { isSameConfiguration } from '../../../src/advice/plan/index.js'
import { readAccountFile, readHorizonAccount } from '../../../src/edge/source/index.js'
import { NETWORKS, type Account } from '../../../src/kernel/model/index.js'
import { ledgerServer } from '../../support/ledger-server.js'
import type { Asked, LocalServer } from '../../support/local-server.js'
import { localServer } from '../../support/local-server.js'
import { ROOT } from '../../support/repository.js'
import { runCliHere, type CliResult } from '../../support/run-cli.js'
import { key } from '../../support/build/key.js'

const ENVELOPE = 'examples/joint/payment.ok.xdr'
const STRANGER = 'examples/joint/payment.other-account.undetermined.xdr'

const joint = (): Account => {
  const text = readFileSync(join(ROOT, 'examples/horizon/joint.json'), 'utf8')
  const read = readHorizonAccount(JSON.parse(text))
  if (E.isLeft(read)) throw new Error(read.left[0].message)
  return read.right
}

interface AsOfJson {
  readonly verdict?: string
  readonly missing?: readonly string[]
  readonly asOf: {
    readonly source: string
    readonly asked: number
    readonly ledgers: { readonly first: number; readonly last: number } | null
    readonly failures: readonly { readonly code: string; readonly account: string }[]
  }
}

const jsonOf = ({ stdout }: CliResult): AsOfJson => JSON.parse(stdout) as AsOfJson

describe('cli: accounts from a server', () => {
  const heard: Asked[] = []
  let server: LocalServer
  let closed: LocalServer
  let refusing: LocalServer

  before(async () => {
    server = await ledgerServer({ accounts: [joint()], ledger: 4711 }, (asked) => heard.push(asked))
    refusing = await localServer((_asked, response) => response.writeHead(403).end())
    closed = await localServer(() => undefined)
    await closed.close()
  })
  beforeEach(() => heard.splice(0))
  after(() => Promise.all([server.close(), refusing.close()]))

  const horizon = (): readonly string[] => ['--horizon', `${server.url}/horizon`]
  const rpc = (): readonly string[] => ['--rpc', `${server.url}/rpc`]
  const testnet = ['--network', 'testnet']

  for (const [name, source] of [
    ['Horizon', horizon],
    ['Stellar RPC', rpc],
  ] as const)
    it(`evaluate: fetched from ${name}, and says as of which ledger`, async () => {
      const text = await runCliHere('evaluate', ENVELOPE, ...testnet, ...source())
      expect(text.stderr).to.equal('')
      expect(text.exit).to.equal(0)
      expect(text.stdout).to.include(`as of ledger 4711 · ${name} at ${server.url}\n`)
      const { asOf, verdict } = jsonOf(
        await runCliHere('evaluate', ENVELOPE, ...testnet, ...source(), '--format', 'json'),
      )
      expect(verdict).to.equal('authorized')
      expect(asOf).to.deep.include({
        source: `${name} at ${server.url}`,
        asked: 1,
        ledgers: { first: 4711, last: 4711 },
        failures: [],
      })
    })

  it('asks only for what no file describes', async () => {
    const described = await runCliHere(
      'evaluate',
      ENVELOPE,
      '--account',
      'examples/joint/account.quorate.yaml',
      ...horizon(),
    )
    expect(described.exit).to.equal(0)
    expect(described.stdout).not.to.include('as of')
    expect(heard).to.deep.equal([])
  })

  it('takes an account that the ledger does not have for absent', async () => {
    const { stdout, exit } = await runCliHere(
      'evaluate',
      STRANGER,
      ...testnet,
      ...horizon(),
      '--format',
      'json',
    )
    expect(exit).to.equal(1)
    expect(JSON.parse(stdout)).to.deep.include({ verdict: 'rejected', missing: [] })
  })

  for (const command of ['evaluate', 'signers', 'trim', 'simulate'])
    it(`${command}: a source that fails is told, and nothing is decided`, async () => {
      const run = await runCliHere(command, ENVELOPE, ...testnet, '--horizon', refusing.url)
      expect(run.exit).to.equal(4)
      const page = command === 'trim' ? run.stderr : run.stdout
      expect(page.replace(/\s+/g, ' ')).to.include('could not say what')
      expect(page).to.include('(source-refused)')
      expect(page).not.to.include('as of')
      if (command === 'trim') expect(run.stdout).to.equal('')
      const told = jsonOf(
        await runCliHere(command, ENVELOPE, ...testnet, '--rpc', refusing.url, '--format', 'json'),
      )
      expect(new Set(told.asOf.failures.map(({ code }) => code))).to.deep.equal(new Set(['source-refused']))
      expect(told.asOf.ledgers).to.equal(null)
    })

  it('nobody listens: asked again, told, undetermined', async () => {
    const run = await runCliHere('evaluate', ENVELOPE, ...testnet, '--horizon', closed.url)
    expect(run.exit).to.equal(4)
    expect(run.stdout).to.include('nobody listens there (source-unreachable)')
  })

  for (const source of [horizon, rpc])
    it('a server of another network answers nothing', async () => {
      const run = await runCliHere('evaluate', ENVELOPE, '--network', 'public', ...source())
      expect(run.exit).to.equal(4)
      expect(run.stdout.replace(/\s+/g, ' ')).to.include('it is of the network `testnet`')
      expect(NETWORKS.testnet.passphrase).to.equal('Test SDF Network ; September 2015')
    })

  it('simulate: fetches what operations name too, and shows it', async () => {
    const run = await runCliHere('simulate', ENVELOPE, ...testnet, ...rpc())
    expect(run.stdout).to.include('as of ledger 4711')
    const asked = heard.flatMap(({ body }) =>
      body.includes('getLedgerEntries')
        ? (JSON.parse(body) as { params: { keys: unknown[] } }).params.keys
        : [],
    )
    expect(asked.length).to.equal(2)
  })

  for (const [name, args] of [
    ['two servers', ['--horizon', 'https://a.example.org', '--rpc', 'https://b.example.org']],
    ['a closed world, and a server', ['--horizon', 'https://a.example.org', '--closed-world']],
    ['an address without https', ['--horizon', 'http://a.example.org']],
    ['no address', ['--rpc', 'secret-word']],
  ] as const)
    it(`refuses ${name}`, async () => {
      const run = await runCliHere('evaluate', ENVELOPE, ...testnet, ...args)
      expect(run.exit).to.equal(2)
      expect(run.stdout).to.equal('')
      expect(run.stderr).not.to.include('secret-word')
    })

  it('refuses a batch with a server', async () => {
    const run = await runCliHere('evaluate', '--batch', 'cases.jsonl', ...horizon())
    expect(run.exit).to.equal(2)
    expect(run.stderr).to.include('`--batch` takes no `--horizon`')
  })

  it('prints no password of an address', async () => {
    const url = refusing.url.replace('http://', 'http://anna:hidden@')
    const run = await runCliHere(
      'evaluate',
      ENVELOPE,
      ...testnet,
      '--horizon',
      `${url}/key-in-path?token=hidden`,
    )
    expect(run.exit).to.equal(4)
    expect(run.stdout + run.stderr).not.to.match(/hidden|anna|key-in-path/)
  })
})

const FILE = 'examples/joint/account.quorate.yaml'

describe('cli: import, diff and plan from a server', () => {
  const nobody = key('nobody').id
  let server: LocalServer
  let moved: LocalServer
  let refusing: LocalServer

  before(async () => {
    server = await ledgerServer({ accounts: [joint()], ledger: 4711 })
    const { thresholds } = joint()
    moved = await ledgerServer({ accounts: [{ ...joint(), thresholds: { ...thresholds, high: 2 } }] })
    refusing = await localServer((_asked, response) => response.writeHead(403).end())
  })
  after(() => Promise.all([server.close(), moved.close(), refusing.close()]))

  for (const path of ['horizon', 'rpc'])
    it(`import: an address, from ${path}, with the network that the server says`, async () => {
      const run = await runCliHere(
        'import',
        joint().id,
        `--${path}`,
        `${server.url}/${path}`,
        '--name',
        'joint',
      )
      expect(run.stderr).to.equal('')
      expect(run.exit).to.equal(0)
      expect(run.stdout).to.match(/^# Imported from (Horizon|Stellar RPC) at http:.*, ledger 4711\. /)
      expect(run.stdout).to.include('\nnetwork: testnet\n')
      const file = readAccountFile(run.stdout)
      if (E.isLeft(file)) throw new Error(file.left[0].message)
      expect(isSameConfiguration([...file.right.accounts.values()][0]!, joint())).to.equal(true)
    })

  const live = (from: LocalServer): readonly string[] => ['--horizon', `${from.url}/horizon`]

  interface Row {
    readonly title: string
    readonly run: () => readonly string[]
    readonly exit: number
    readonly says: RegExp
  }

  const ROWS: readonly Row[] = [
    {
      title: 'import: of another network',
      run: () => ['import', joint().id, ...live(server), '--network', 'public'],
      exit: 4,
      says: /source-other-network/,
    },
    {
      title: 'import: an account that does not exist',
      run: () => ['import', nobody, ...live(server)],
      exit: 2,
      says: /no-account/,
    },
    {
      title: 'import: a server that fails',
      run: () => ['import', joint().id, ...live(refusing)],
      exit: 4,
      says: /source-refused/,
    },
    {
      title: 'import: no address',
      run: () => ['import', 'horizon.json', ...live(server)],
      exit: 2,
      says: /bad-strkey.*FILE/,
    },
    {
      title: 'diff: the ledger is as the file says',
      run: () => ['diff', FILE, ...live(server)],
      exit: 0,
      says: /Horizon at http:\S+, ledger 4711/,
    },
    {
      title: 'diff: the ledger has moved',
      run: () => ['diff', FILE, ...live(moved)],
      exit: 1,
      says: /high/,
    },
    {
      title: 'diff: one account that is named',
      run: () => ['diff', `${FILE}#joint`, ...live(moved)],
      exit: 1,
      says: /high/,
    },
    {
      title: 'diff: a server that fails',
      run: () => ['diff', FILE, ...live(refusing)],
      exit: 4,
      says: /source-refused/,
    },
    {
      title: 'diff: B and a server',
      run: () => ['diff', FILE, FILE, ...live(server)],
      exit: 2,
      says: /exclude each other/,
    },
    { title: 'diff: neither', run: () => ['diff', FILE], exit: 2, says: /nothing is given/ },
    {
      title: 'diff: a file without a network',
      run: () => ['diff', 'examples/horizon/joint.json', ...live(server)],
      exit: 2,
      says: /network-not-said/,
    },
    {
      title: 'plan: begins where the ledger is',
      run: () => ['plan', FILE, FILE, '--account', 'joint', ...live(moved)],
      exit: 0,
      says: /Drift · Horizon at http:\S+ ledger 512 is not as/,
    },
    {
      title: 'plan: a server that fails',
      run: () => ['plan', FILE, FILE, '--account', 'joint', ...live(refusing)],
      exit: 4,
      says: /source-refused/,
    },
    {
      title: 'plan: a file and a server',
      run: () => ['plan', FILE, FILE, '--live', 'examples/horizon/joint.json', ...live(server)],
      exit: 2,
      says: /exclude each other/,
    },
  ]

  for (const { title, run, exit, says } of ROWS)
    it(title, async () => {
      const ran = await runCliHere(...run())
      expect((ran.stdout + ran.stderr).replace(/\s+/g, ' ')).to.match(says)
      expect(ran.exit).to.equal(exit)
      if (exit === 4 || exit === 2) expect(ran.stdout).to.equal('')
    })
})
