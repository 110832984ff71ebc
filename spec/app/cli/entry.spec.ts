import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { readAccountFile } from '../../../src/edge/source/index.js'
import { ledgerServer } from '../../support/ledger-server.js'
import type { LocalServer } from '../../support/local-server.js'
import { read } from '../../support/repository.js'
import { runCli, runCliHere } from '../../support/run-cli.js'
import { contractAddress, entryText } from '../../support/build/authorization-entry.js'

const FOLDER = 'examples/entries'
const ACCOUNT = ['--account', `${FOLDER}/account.quorate.yaml`]
const OK = `${FOLDER}/ok.entry`
const ONE = `${FOLDER}/transfer.one-signature.envelope`
const CONTRACT = entryText({ address: contractAddress() })
const SOURCE = entryText({ credentials: 'SourceAccount' })
const TESTNET = ['--network', 'testnet']

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

interface EvaluationJson {
  readonly verdict: string
  readonly entries: readonly object[]
}

type Call = readonly [says: string, args: readonly string[], exit: number, first: RegExp]

const ENTRIES: readonly Call[] = [
  ['signed by two', [OK, ...ACCOUNT], 0, /^✓ authorizes the call\n/],
  ['in its last ledger', [OK, ...ACCOUNT, '--ledger', '61000000'], 0, /^✓/],
  ['one ledger later', [OK, ...ACCOUNT, '--ledger', '61000001'], 1, /^✗ authorizes nothing · expired\n/],
  [
    'too far ahead',
    [OK, ...ACCOUNT, '--ledger', '60000000', '--max-entry-ttl', '1000'],
    1,
    /· expires-too-late\n/,
  ],
  ['signed by one', [`${FOLDER}/one-signature.entry`, ...ACCOUNT], 1, /· weight-too-low\n/],
  ['out of order', [`${FOLDER}/unsorted.entry`, ...ACCOUNT], 1, /· keys-not-increasing\n/],
  ['with a stranger', [`${FOLDER}/with-stranger.entry`, ...ACCOUNT], 1, /· not-a-signer\n/],
  ['by a disabled master', [`${FOLDER}/disabled-master.entry`, ...ACCOUNT], 1, /· not-a-signer\n/],
  ['of another network', [OK, '--network', 'public'], 1, /· signature-not-proved\n/],
  ['of nobody who is known', [OK, ...TESTNET], 4, /^\? undetermined\n/],
  ['of nobody at all', [OK, ...TESTNET, '--closed-world'], 1, /· account-absent\n/],
  ['of a contract', [CONTRACT, ...TESTNET], 4, /^\? a contract decides\n/],
  ['of the source', [SOURCE, ...TESTNET], 4, /^\? the signatures of the envelope decide\n/],
  ['before smart contracts', [OK, ...ACCOUNT, '--protocol', '19'], 1, /· credentials-not-supported\n/],
]

describe('quorate entry', () => {
  for (const [says, args, exit, first] of ENTRIES)
    it(`${says}: ends with ${String(exit)}`, async () => {
      const ran = await runCliHere('entry', ...args)
      expect(ran.stderr).to.equal('')
      expect(ran.stdout).to.match(first)
      expect(ran.exit).to.equal(exit)
    })

  it('tells programs the same', async () => {
    const { stdout, exit } = await runCliHere(
      'entry',
      `${FOLDER}/one-signature.entry`,
      ...ACCOUNT,
      '--format',
      'json',
    )
    const json = JSON.parse(stdout)
    expect(exit).to.equal(1)
    expect(json).to.deep.include({ verdict: 'refused', reason: 'weight-too-low', protocol: 27, ledger: null })
    expect(json.check).to.deep.include({ needed: 2, counted: 1 })
    expect(json.check.steps[0]).to.include({ step: 'counted', alias: 'mia-key', weight: 1 })
    expect(json.invocation).to.include({ kind: 'call', function: 'transfer', subInvocations: 0 })
    expect(json.nonce).to.equal('7340000000000000001')
  })

  const WRONG: readonly (readonly [args: readonly string[], code: string])[] = [
    [[], 'usage'],
    [[OK], 'network-not-said'],
    [[OK, ...ACCOUNT, '--ledger', '-1'], 'not-a-ledger'],
    [[OK, ...ACCOUNT, '--max-entry-ttl', 'long'], 'not-a-ledger'],
    [[ONE, ...ACCOUNT], 'xdr-not-an-entry'],
    [[`${FOLDER}/none.entry`, ...ACCOUNT], 'file-not-found'],
    [[OK, ...ACCOUNT, '--protocol', '9'], 'unsupported-protocol'],
  ]
  for (const [args, code] of WRONG)
    it(`ends with 2 and ${code}: ${args.join(' ').slice(0, 60)}`, async () => {
      const ran = await runCliHere('entry', ...args, '--format', 'json')
      expect([ran.exit, ran.stdout]).to.deep.equal([2, ''])
      expect(JSON.parse(ran.stderr).errors[0].code).to.equal(code)
    })

  it('reads standard input, as the built program does', async () => {
    const ran = await runCli({ args: ['entry', '-', ...ACCOUNT], input: `\n${read(OK)}` })
    expect([ran.exit, ran.stderr]).to.deep.equal([0, ''])
  }).timeout(20_000)
})

describe('quorate evaluate: authorization entries', () => {
  const CALLS: readonly Call[] = [
    [
      'on submission, signed',
      [`${FOLDER}/transfer.ok.envelope`, ...ACCOUNT],
      0,
      /^✓ authorized · txSUCCESS\n/,
    ],
    [
      'on submission, not signed enough',
      [ONE, ...ACCOUNT],
      0,
      /^✓ authorized · txSUCCESS\n {2}! entry 1 of operation 1/,
    ],
    [
      'at apply, signed',
      [`${FOLDER}/transfer.ok.envelope`, ...ACCOUNT, '--phase', 'apply'],
      0,
      /^✓ authorized/,
    ],
    [
      'at apply, not signed enough',
      [ONE, ...ACCOUNT, '--phase', 'apply'],
      1,
      /^✗ rejected · txFAILED\n {2}✗ entry 1 of operation 1/,
    ],
    [
      'at apply, expired',
      [`${FOLDER}/transfer.ok.envelope`, ...ACCOUNT, '--phase', 'apply', '--ledger', '61000001'],
      1,
      /^✗ rejected · txFAILED\n/,
    ],
  ]
  for (const [says, args, exit, first] of CALLS)
    it(`${says}: ends with ${String(exit)}`, async () => {
      const ran = await runCliHere('evaluate', ...args)
      expect([ran.exit, ran.stderr]).to.deep.equal([exit, ''])
      expect(ran.stdout).to.match(first)
      expect(ran.stdout).to.contain('\nAuthorization entries ')
    })

  it('tells programs the same in both phases: page, JSON and exit code agree', async () => {
    const json = async (phase: string): Promise<EvaluationJson> =>
      JSON.parse(
        (await runCliHere('evaluate', ONE, ...ACCOUNT, '--phase', phase, '--format', 'json')).stdout,
      ) as EvaluationJson
    const [validate, apply] = [await json('validate'), await json('apply')]
    expect(validate).to.deep.include({
      verdict: 'authorized',
      code: 'txSUCCESS',
      fault: null,
      operations: ['opSUCCESS'],
    })
    expect(apply).to.deep.include({
      verdict: 'rejected',
      code: 'txFAILED',
      fault: { kind: 'entries', entries: [0] },
      operations: ['INVOKE_HOST_FUNCTION_TRAPPED'],
    })
    for (const { entries } of [validate, apply])
      expect(entries[0]).to.include({
        operation: 0,
        position: 0,
        verdict: 'refused',
        reason: 'weight-too-low',
      })
  })

  it('takes no ledger for a batch', async () => {
    const ran = await runCliHere('evaluate', '--batch', '-', '--ledger', '5')
    expect([ran.exit, ran.stdout]).to.deep.equal([2, ''])
  })
})

describe('authorization entries: accounts from a server', () => {
  const accounts = [...right(readAccountFile(read(`${FOLDER}/account.quorate.yaml`))).accounts.values()]
  const vault = accounts.filter(({ masterWeight }) => masterWeight === 0)
  const relayer = accounts.filter(({ masterWeight }) => masterWeight !== 0)
  let all: LocalServer
  let onlyRelayer: LocalServer
  let late: LocalServer

  before(async () => {
    all = await ledgerServer({ accounts, ledger: 60_999_999 })
    late = await ledgerServer({ accounts, ledger: 61_000_000 })
    onlyRelayer = await ledgerServer({ accounts: relayer, ledger: 60_999_999 })
  })
  after(() => Promise.all([all.close(), late.close(), onlyRelayer.close()]))

  const from = ({ url }: LocalServer): readonly string[] => [...TESTNET, '--horizon', `${url}/horizon`]

  it('are fetched for an entry alone, and tell the ledger', async () => {
    const ran = await runCliHere('entry', OK, ...from(all))
    expect([ran.exit, ran.stderr]).to.deep.equal([0, ''])
    expect(ran.stdout).to.contain('ledger 61000000')
    expect((await runCliHere('entry', OK, ...from(late))).stdout).to.match(/· expired\n/)
    expect((await runCliHere('entry', OK, ...from(onlyRelayer))).stdout).to.match(/· account-absent\n/)
  })

  it('are fetched for the entries of an envelope beside its own', async () => {
    const envelope = `${FOLDER}/transfer.ok.envelope`
    const exits = []
    for (const server of [all, late, onlyRelayer])
      for (const phase of ['validate', 'apply'])
        exits.push((await runCliHere('evaluate', envelope, ...from(server), '--phase', phase)).exit)
    expect(exits).to.deep.equal([0, 0, 0, 1, 0, 1])
    expect(vault).to.have.length(1)
  })

  it('that cannot be fetched leave an entry open, and an envelope as it is', async () => {
    const closed = await ledgerServer({ accounts, ledger: 1 })
    await closed.close()
    const ran = await runCliHere('entry', OK, ...from(closed))
    expect(ran.exit).to.equal(4)
    expect(ran.stdout).to.contain('source-unreachable')
  }).timeout(20_000)
})
