import { expect } from 'chai'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { decodeEnvelope, readTransactionUri, readTxrep } from '../../../src/edge/xdr/index.js'
import { hashXKey, NETWORKS } from '../../../src/kernel/model/index.js'
import { key, sha256 } from '../../support/build/key.js'
import { runCli, runCliHere } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'
import { crowd, firmFile, firmLive, type FirmParts } from './plan-files.js'

const FIVE = { anna: 1, bruno: 1, dora: 1, emil: 1, fritz: 1 }

/** Two in, one out. */
const AFTER: FirmParts = { signers: FIVE, low: 2, medium: 3, high: 3 }

const PROMISE = [
  'assert:',
  '  - { id: one-lost, on: firm, claim: { survives: { lose: 1, by: key }, for: high } }',
]

/** Anna, and whoever knows the preimage: both are needed. */
const SECRET = firmFile({ signers: { anna: 1 } })
  .replace('accounts:\n', `  vault-code: ${hashXKey(sha256('code')).strkey}\naccounts:\n`)
  .replace('      anna: 1\n', '      anna: 1\n      vault-code: 1\n')

/** What two people can do, and what is expected of that. */
const tried = (expect: 'allow' | 'deny'): readonly string[] => [
  'tests:',
  `  - { name: two change it, on: firm, signed: [anna, bruno], op: set_options.signers, expect: ${expect} }`,
]

/** A file that says of a key that nobody has it. */
const lost = (name: string, file: string): string =>
  file.replace(new RegExp(`^  ${name}: (G\\w+)$`, 'm'), `  ${name}: { key: $1, lost: 2026-05-01 }`)

const KNOWN = [
  'ignore:',
  ...['single-key-high', 'thresholds-out-of-order'].map(
    (rule) => `  - { rule: ${rule}, on: firm, reason: it is a test }`,
  ),
]

interface Row {
  readonly title: string
  readonly from?: string
  readonly to?: string
  readonly live?: string
  readonly args?: readonly string[]
  readonly exit: number
  /** Of standard output where there is a page, else of standard error. */
  readonly says: readonly string[]
}

/** The firm has five sub-entries afterwards: minimum (2 + 5) × 0.5 XLM, and four operations cost 400 stroops. */
const ENOUGH = '3.5000400'
const SHORT = '3.5000399'

const ROWS: readonly Row[] = [
  { title: 'a safe plan', exit: 0, says: ['✓ plan for firm', 'Nothing was signed or sent.'] },
  {
    title: 'a safe plan, told as a change',
    args: ['--detailed-exitcode'],
    exit: 10,
    says: ['✓ plan for firm'],
  },
  { title: 'nothing to do', to: firmFile(), exit: 0, says: ['✓ nothing to do for firm'] },
  {
    title: 'nothing to do, told as a change',
    to: firmFile(),
    args: ['--detailed-exitcode'],
    exit: 0,
    says: ['✓ nothing to do'],
  },
  {
    title: 'a balance that is just enough',
    live: firmLive({ balance: ENOUGH }),
    exit: 0,
    says: ['✓ reserve'],
  },
  {
    title: 'a balance that is short by one stroop',
    live: firmLive({ balance: SHORT }),
    exit: 1,
    says: ['reserve-short', '0.0000001'],
  },
  {
    title: 'an account that is locked already',
    from: firmFile({ high: 4 }),
    exit: 1,
    says: ['✗ no plan for firm', 'locked-out', '3 of 4'],
  },
  {
    title: 'an account that cannot be changed without those who cannot sign',
    args: ['--unavailable', 'anna,bruno'],
    exit: 1,
    says: ['locked-out', 'anna'],
  },
  {
    title: 'an account that cannot be changed without keys that its file calls lost',
    from: lost('anna', lost('bruno', firmFile())),
    exit: 1,
    says: ['locked-out', 'who cannot sign: anna and bruno'],
  },
  {
    title: 'a key that the wanted file calls lost',
    to: lost('anna', firmFile(AFTER)),
    exit: 0,
    says: ['sign: bruno and carla, and nobody else'],
  },
  {
    title: 'a result in which a check finds an error',
    to: firmFile({ high: 1 }),
    exit: 0,
    says: ['! a check of the result finds an error, single-key-high:'],
  },
  {
    title: 'a result in which that error is known',
    to: firmFile({ high: 1, more: KNOWN }),
    exit: 0,
    says: ['✓ plan for firm', 'Notes\n  envelopes that were signed before'],
  },
  { title: 'a change that would lock', to: firmFile({ high: 9 }), exit: 1, says: ['would-lock'] },
  {
    title: 'a result that breaks what it promises',
    to: firmFile({ high: 3, more: PROMISE }),
    exit: 1,
    says: ['breaks-claims', '`one-lost`', '✗ claims hold'],
  },
  {
    title: 'a result that keeps what it promises',
    to: firmFile({ signers: FIVE, high: 3, more: PROMISE }),
    exit: 0,
    says: ['✓ claims hold'],
  },
  {
    title: 'a result that fails a test',
    to: firmFile({ high: 3, more: tried('allow') }),
    exit: 1,
    says: ['fails-tests', '"two change it"', '✗ claims hold · of 1 test the result breaks'],
  },
  {
    title: 'a result that passes its test',
    to: firmFile({ high: 3, more: tried('deny') }),
    exit: 0,
    says: ['✓ claims hold · 1 test of the policy holds of the result'],
  },
  {
    title: 'a result whose test cannot be run',
    to: firmFile({
      high: 3,
      more: ['tests:', '  - { name: recorded, on: firm, envelope: gone.xdr, expect: allow }'],
    }),
    exit: 4,
    says: ['? claims hold · of 1 test these are not known to hold of the result: "recorded"'],
  },
  {
    title: 'numbers only, which break what was promised before',
    from: firmFile({ more: PROMISE }),
    to: firmLive({ high: 3 }),
    exit: 1,
    says: ['breaks-claims', '`one-lost`'],
  },
  {
    title: 'numbers only, which fail what was tested before',
    from: firmFile({ more: tried('allow') }),
    to: firmLive({ high: 3 }),
    exit: 1,
    says: ['fails-tests'],
  },
  { title: 'an option that names nobody', args: ['--unavailable', ' , '], exit: 2, says: ['names nothing'] },
  {
    title: 'a state that is not the one that somebody saw',
    args: ['--expect-digest', 'f'.repeat(64)],
    exit: 1,
    says: ['stale-digest'],
  },
  {
    title: 'more signatures than an envelope holds',
    to: firmFile({ signers: crowd(20), master: 1, high: 21 }),
    exit: 1,
    says: ['21', 'never locks'],
  },
  {
    title: 'a reserve that nobody can know',
    args: ['--check-reserve'],
    exit: 4,
    says: ['? undecided', '? reserve'],
  },
  {
    title: 'a change among twenty signers',
    from: firmFile({ signers: crowd(20) }),
    to: firmFile({ signers: { ...FIVE, ...crowd(15) } }),
    exit: 0,
    says: ['1. remove', 'add fritz'],
  },
  {
    title: 'accounts that are two',
    to: firmFile({ of: 'other' }),
    exit: 2,
    says: ['accounts-differ', key('firm').id, key('other').id],
  },
  {
    title: 'a live account that is another one',
    live: firmLive({ of: 'other' }),
    exit: 2,
    says: ['other-account', 'live.json'],
  },
  { title: 'a live account that is a file', live: firmFile(), exit: 2, says: ['not-live'] },
  {
    title: 'a sequence number that the account does not have',
    live: firmLive(),
    args: ['--sequence', '40'],
    exit: 2,
    says: ['sequence-differs'],
  },
  { title: 'a sequence number that is none', args: ['--sequence', '-1'], exit: 2, says: ['not-a-sequence'] },
  {
    title: 'a sequence number that no account can have',
    args: ['--sequence', '9223372036854775808'],
    exit: 2,
    says: ['not-a-sequence'],
  },
  { title: 'a digest that is none', args: ['--expect-digest', 'abc'], exit: 2, says: ['not-a-digest'] },
  {
    title: 'a signer who is none',
    args: ['--unavailable', 'ana'],
    exit: 2,
    says: ['unknown-signer', 'did you mean `anna`'],
  },
  {
    title: 'an account that only a preimage opens',
    to: SECRET,
    exit: 4,
    says: ['? never locks', 'only preimages'],
  },
  {
    title: 'an account that a preimage opens which somebody has',
    to: SECRET,
    args: ['--at-hand', 'vault-code'],
    exit: 0,
    says: ['✓ never locks'],
  },
  {
    title: 'a preimage that somebody has and has not',
    to: SECRET,
    args: ['--at-hand', 'vault-code', '--unavailable', 'vault-code'],
    exit: 2,
    says: ['contradicting-signers', '--at-hand'],
  },
  {
    title: 'a preimage that is no signer',
    args: ['--at-hand', 'vault-code'],
    exit: 2,
    says: ['unknown-signer', '--at-hand'],
  },
  {
    title: 'a name that has gone to another key',
    to: firmFile().replaceAll(key('carla').id, key('carla-2').id),
    args: ['--unavailable', 'carla'],
    exit: 2,
    says: ['ambiguous-name', key('carla').id, key('carla-2').id],
  },
  {
    title: 'the key where the name is ambiguous',
    to: firmFile().replaceAll(key('carla').id, key('carla-2').id),
    args: ['--unavailable', key('carla').id],
    exit: 0,
    says: ['remove carla (old key)', 'add carla with weight 1'],
  },
  {
    title: 'a name that the account had before',
    from: firmFile().replace('  firm:\n    address', '  old-firm:\n    address'),
    args: ['--account', 'old-firm'],
    exit: 0,
    says: ['✓ plan for firm'],
  },
  { title: 'an account that is not there', args: ['--account', 'frim'], exit: 2, says: ['unknown-account'] },
  {
    title: 'a network that contradicts the files',
    args: ['--network', 'public'],
    exit: 2,
    says: ['networks-differ'],
  },
  { title: 'a file that is not there', args: ['--live', 'gone.json'], exit: 2, says: ['file-not-found'] },
  { title: 'a pending envelope that is none', args: ['--pending', 'gone.xdr'], exit: 2, says: ['gone.xdr'] },
  { title: 'an option twice', args: ['--sequence', '1', '--sequence', '2'], exit: 2, says: ['given twice'] },
]

describe('cli: plan', () => {
  let folder: TemporaryFolder
  const at = (file: string): string => join(folder.path, file)
  before(() => void (folder = temporaryFolder()))
  after(() => folder.remove())

  const run = (
    { from = firmFile(), to = firmFile(AFTER), live, args = [] }: Partial<Row>,
    cwd: 'here' | 'real',
  ) => {
    folder.write({ 'a.yaml': from, 'b.yaml': to, ...(live === undefined ? {} : { 'live.json': live }) })
    const words = [
      ...['plan', at('a.yaml'), at('b.yaml')],
      ...(live === undefined ? [] : ['--live', at('live.json')]),
      ...args,
    ]
    return cwd === 'here' ? runCliHere(...words) : runCli({ args: words, cwd: folder.path })
  }

  for (const row of ROWS)
    it(`ends with ${String(row.exit)}: ${row.title}`, async () => {
      const out = at('never')
      const { stdout, stderr, exit } = await run(row, 'here')
      expect(exit, stderr).to.equal(row.exit)
      const told = row.exit === 2 ? stderr : stdout
      // A line may be broken anywhere between words.
      const flat = told.replaceAll(/\s+/g, ' ')
      for (const word of row.says) expect(flat).to.include(word.replaceAll(/\s+/g, ' '))
      expect(row.exit === 2 ? stdout : stderr).to.equal('')
      if (row.exit === 0 || row.exit === 10) return
      // Nothing is left behind where there is no plan.
      const again = await run({ ...row, args: [...(row.args ?? []), '--out', out] }, 'here')
      expect(again.exit).to.equal(row.exit)
      expect(existsSync(out)).to.equal(false)
    })

  it('ends the same where it is built', async () => {
    for (const row of ROWS.filter(({ title }) => /safe plan|locked already|are two|can know/.test(title))) {
      const { exit, stderr } = await run(row, 'real')
      expect(exit, stderr).to.equal(row.exit)
    }
  }).timeout(20_000)

  it('tells programs what it tells people', async () => {
    const { stdout } = await run({ live: firmLive(), args: ['--json'] }, 'here')
    const told = JSON.parse(stdout) as Readonly<Record<string, unknown>> & {
      readonly steps: readonly { readonly xdr: string; readonly txrep: string; readonly uri: string }[]
      readonly checks: readonly { readonly verdict: string }[]
      readonly changes: readonly unknown[]
    }
    expect(told).to.include({
      formatVersion: 1,
      state: 'changes',
      alias: 'firm',
      applyable: true,
      complete: true,
    })
    expect(told['from'])
      .to.have.property('digest')
      .that.matches(/^[0-9a-f]{64}$/)
    expect(told['drift']).to.deep.equal([])
    expect(told.changes).to.deep.include({
      kind: 'weight',
      key: key('carla').id,
      alias: 'carla',
      before: 1,
      after: null,
    })
    expect(told.checks.map(({ verdict }) => verdict)).to.not.include('violated')
    const [step] = told.steps
    expect(step === undefined ? '' : E.toUnion(readTxrep(step.txrep))).to.equal(step?.xdr)
    const uri = readTransactionUri(step?.uri ?? '')
    expect(E.isRight(uri) ? uri.right.base64 : uri.left).to.equal(step?.xdr)
  })

  it('is refused where the state has moved on since the digest was taken', async () => {
    const first = await run({ live: firmLive(), args: ['--json'] }, 'here')
    const { digest } = (JSON.parse(first.stdout) as { readonly from: { readonly digest: string } }).from
    const expecting = ['--expect-digest', digest.toUpperCase()]
    expect((await run({ live: firmLive(), args: expecting }, 'here')).exit).to.equal(0)
    expect((await run({ live: firmLive({ sequence: '42' }), args: expecting }, 'here')).exit).to.equal(1)
  })

  it('begins with what the ledger has, and tells how that differs', async () => {
    const { stdout, exit } = await run(
      { live: firmLive({ signers: { anna: 1, bruno: 1, dora: 1 } }) },
      'here',
    )
    expect(exit).to.equal(0)
    const [drift = '', changes = ''] = stdout.split('Drift')[1]?.split('Changes') ?? []
    expect(drift).to.include('+ dora, weight 1').and.include('- carla, weight 1')
    expect(changes).to.include('+ emil, weight 1').and.not.include('dora, weight')
  })

  it('writes all envelopes of a plan in stages, in three forms that say the same', async () => {
    const out = at('staged')
    const args = ['--prove-keys', '--out', out]
    const { exit, stderr } = await run({ live: firmLive(), args }, 'here')
    expect(exit, stderr).to.equal(0)
    expect(readdirSync(out).toSorted()).to.deep.equal(
      [
        'plan.json',
        ...['txrep', 'uri', 'xdr'].flatMap((form) => ['tx1', 'tx2'].map((tx) => `${tx}.${form}`)),
      ].toSorted(),
    )
    for (const [index, name] of ['tx1', 'tx2'].entries()) {
      const base64 = folder.read(`staged/${name}.xdr`).trim()
      const envelope = decodeEnvelope(NETWORKS.testnet)(base64)
      if (E.isLeft(envelope) || envelope.right._tag !== 'Transaction') throw new Error('not an envelope')
      expect(envelope.right.transaction.sequence).to.equal(42n + BigInt(index))
      expect(envelope.right.signatures).to.deep.equal([])
      expect(E.toUnion(readTxrep(folder.read(`staged/${name}.txrep`)))).to.equal(base64)
    }
  })

  it('overwrites nothing, and fills a folder that is empty', async () => {
    const taken = at('taken')
    folder.write({ 'taken/plan.json': 'mine' })
    const refused = await run({ live: firmLive(), args: ['--out', taken] }, 'here')
    expect([refused.exit, refused.stdout]).to.deep.equal([2, ''])
    expect(refused.stderr).to.include('folder-not-empty')
    expect(folder.read('taken/plan.json')).to.equal('mine')
    const empty = at('empty')
    mkdirSync(empty)
    expect((await run({ live: firmLive(), args: ['--out', empty] }, 'here')).exit).to.equal(0)
    expect(readdirSync(empty)).to.have.lengthOf(4)
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.'))).to.deep.equal([])
  })

  it('ends with 2 where envelopes are asked for that cannot be made', async () => {
    const { exit, stderr, stdout } = await run({ args: ['--out', at('unmade')] }, 'here')
    expect([exit, stdout]).to.deep.equal([2, ''])
    expect(stderr).to.include('no-envelopes').and.include('--sequence')
    expect(existsSync(at('unmade'))).to.equal(false)
  })

  it('says what becomes of an envelope that is out there', async () => {
    const out = at('pending')
    await run({ live: firmLive(), args: ['--out', out] }, 'here')
    const { stdout } = await run({ live: firmLive(), args: ['--pending', join(out, 'tx1.xdr')] }, 'here')
    expect(stdout.split('Notes')[1]).to.match(/pending.tx1\.xdr/)
  })

  it('plans from a revision, of the one account that differs', async () => {
    const both = (high: number): string =>
      firmFile({ high }).replace(
        'accounts:\n',
        `accounts:\n  calm: { address: anna, master: 1, thresholds: { low: 0, medium: 0, high: 0 } }\n`,
      )
    const repository = temporaryFolder({ 'p.yaml': both(2) })
    try {
      repository.commit('first')
      repository.write({ 'p.yaml': both(3) })
      const { stdout, exit } = await runCli({ args: ['plan', 'HEAD:p.yaml', 'p.yaml'], cwd: repository.path })
      expect(exit).to.equal(0)
      expect(stdout).to.include('plan for firm').and.include('high 2 → 3')
      const same = await runCli({ args: ['plan', 'HEAD:p.yaml', 'HEAD:p.yaml'], cwd: repository.path })
      expect(same.exit).to.equal(2)
      expect(same.stderr).to.include('which-account')
    } finally {
      repository.remove()
    }
  }).timeout(20_000)

  it('reads a side from standard input, and its claims with it', async () => {
    folder.write({ 'a.yaml': firmFile() })
    const { exit, stdout } = await runCli({
      args: ['plan', at('a.yaml'), '-'],
      input: firmFile({ high: 3, more: PROMISE }),
    })
    expect(exit).to.equal(1)
    expect(stdout).to.include('breaks-claims')
  }).timeout(20_000)
})
