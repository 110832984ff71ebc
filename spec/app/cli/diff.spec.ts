/** `quorate diff` as people call it: what it tells apart, how it ends, and what it refuses. */
import { expect } from 'chai'
import { key } from '../../support/build/key.js'
import { policyText } from '../../support/build/policy.js'
import { runCli, type CliResult } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'

interface Parts {
  readonly thresholds?: readonly [number, number, number]
  readonly signers?: string
  readonly keys?: string
  readonly account?: string
  readonly address?: string
}

const file = ({
  thresholds: [low, medium, high] = [2, 2, 2],
  signers = '{ anna: 1, bruno: 1, carla: 1 }',
  keys = '{ anna: {anna}, bruno: {bruno}, carla: {carla}, dora: {dora} }',
  account = 'firm',
  address = '{firm}',
}: Parts = {}): string =>
  policyText(
    `quorate: 1
network: testnet
keys: ${keys}
accounts:
  ${account}:
    address: ${address}
    master: 0
    thresholds: { low: ${String(low)}, medium: ${String(medium)}, high: ${String(high)} }
    signers: ${signers}
`,
  )

/** A later file, the exit code, and what the page says. */
type Row = readonly [name: string, after: string, exit: number, ...says: readonly string[]]

const ROWS: readonly Row[] = [
  ['itself', file(), 0, 'the same people can do the same things'],
  [
    'other numbers that say the same',
    file({ thresholds: [4, 4, 4], signers: '{ anna: 2, bruno: 2, carla: 2 }' }),
    0,
    'low 2 → 4',
    'anna 1 → 2',
  ],
  [
    'a higher threshold',
    file({ thresholds: [2, 2, 3] }),
    1,
    'high < stricter',
    'only before:',
    'before 2 ≥ 2, after 2 < 3',
    'high 2 → 3',
  ],
  [
    'somebody more',
    file({ signers: '{ anna: 1, bruno: 1, carla: 1, dora: 1 }' }),
    1,
    'medium > looser',
    'only after:',
    'dora',
    '+dora 1',
  ],
  [
    'somebody else',
    file({ signers: '{ anna: 1, bruno: 1, dora: 1 }' }),
    1,
    '≠ incomparable',
    '−carla 1',
    '+dora 1',
  ],
  [
    'a name that went to another key',
    file({ keys: '{ anna: {anna}, bruno: {bruno}, carla: {dora}, dora: {carla} }' }),
    1,
    'carla',
    '≠ incomparable',
  ],
  ['another account', file({ account: 'shop', address: '{shop}' }), 1, '+ shop · added', '− firm · removed'],
  [
    'a transaction authorized in advance',
    file({
      signers: '{ anna: 1, bruno: 1, carla: 1, TCOLI4CW4LYMQUJXU7273WYKYEC5657AN76GHUPWTEXGINHTMGK5PR2E: 1 }',
    }),
    1,
    '> looser',
    'authorized in advance',
  ],
]

describe('quorate diff', () => {
  let folder: TemporaryFolder
  beforeEach(() => {
    folder = temporaryFolder({ 'a.yaml': file() })
  })
  afterEach(() => {
    folder.remove()
  })
  const diff = (...args: readonly string[]): Promise<CliResult> =>
    runCli({ args: ['diff', ...args], cwd: folder.path })

  for (const [name, after, exit, ...says] of ROWS)
    it(`tells the file from ${name}`, async () => {
      folder.write({ 'b.yaml': after })
      const result = await diff('a.yaml', 'b.yaml')
      const flat = result.stdout.replace(/\s+/g, ' ')
      expect([result.exit, result.stderr], result.stdout).to.deep.equal([exit, ''])
      for (const piece of says) expect(flat).to.include(piece)
    })

  it('is the other way round with the sides changed', async () => {
    folder.write({ 'b.yaml': file({ thresholds: [2, 2, 3] }) })
    expect((await diff('b.yaml', 'a.yaml')).stdout).to.match(/high +> looser/)
  })

  it('compares with a revision, and imports as they were', async () => {
    folder.write({
      'p.quorate.yaml': policyText('quorate: 1\nkeys: { anna: {anna}, bruno: {bruno} }\n'),
      'f.quorate.yaml': `${policyText('quorate: 1\nimports: [p.quorate.yaml]\naccounts:\n  firm:\n    address: {firm}\n    master: 0\n')}    thresholds: { low: 1, medium: 1, high: 1 }\n    signers: { anna: 1 }\n`,
    })
    folder.commit('before')
    expect((await diff('HEAD:f.quorate.yaml', 'f.quorate.yaml')).exit).to.equal(0)
    folder.write({ 'p.quorate.yaml': policyText('quorate: 1\nkeys: { anna: {bruno}, bruno: {anna} }\n') })
    const { stdout, exit } = await diff('HEAD:f.quorate.yaml', 'f.quorate.yaml')
    expect(exit, stdout).to.equal(1)
  })

  it('compares accounts that # names, whatever their addresses', async () => {
    folder.write({ 'b.yaml': file({ account: 'shop', address: '{shop}' }) })
    expect((await diff('a.yaml#firm', 'b.yaml#shop')).exit).to.equal(0)
    expect((await diff('a.yaml#firm', 'b.yaml')).exit).to.equal(0)
  })

  it('is JSON for programs', async () => {
    folder.write({ 'b.yaml': file({ thresholds: [2, 2, 3] }) })
    const { stdout, exit } = await diff('a.yaml', 'b.yaml', '--json')
    const { same, accounts } = JSON.parse(stdout) as {
      same: boolean
      accounts: {
        levels: { level: string; relation: string; onlyBefore: { signers: { alias: string }[] } | null }[]
      }[]
    }
    expect([exit, same]).to.deep.equal([1, false])
    expect(accounts[0]?.levels.map(({ relation }) => relation)).to.deep.equal(['equal', 'equal', 'stricter'])
    expect(accounts[0]?.levels[2]?.onlyBefore?.signers).to.have.length(2)
  })

  const BAD: readonly (readonly [args: readonly string[], code: string])[] = [
    [['a.yaml', 'none.yaml'], 'file-not-found'],
    [['a.yaml', 'a.yaml#shop'], 'unknown-account'],
    [['HEAD:a.yaml', 'a.yaml'], 'not-a-repository'],
    [['a.yaml', 'public.yaml'], 'networks-differ'],
    [['a.yaml', 'empty.yaml'], 'no-account'],
    [['-', '-'], 'stdin-twice'],
    [['a.yaml'], 'usage'],
  ]
  for (const [args, code] of BAD)
    it(`refuses ${args.join(' ')}`, async () => {
      folder.write({
        'public.yaml': file().replace('testnet', 'public'),
        'empty.yaml': 'quorate: 1\n',
      })
      const { stdout, stderr, exit } = await runCli({
        args: ['diff', ...args],
        cwd: folder.path,
        input: file(),
      })
      expect([exit, stdout], stderr).to.deep.equal([2, ''])
      expect(stderr).to.include(`[${code}]`)
    })

  it('refuses what is no revision', async () => {
    folder.commit('before')
    for (const [side, code] of [
      ['nope:a.yaml', 'unknown-revision'],
      ['HEAD:b.yaml', 'file-not-found'],
      ['HEAD:../a.yaml', 'out-of-tree'],
    ] as const) {
      const { stderr, exit } = await diff(side, 'a.yaml')
      expect(exit, side).to.equal(2)
      expect(stderr).to.include(`[${code}]`)
    }
  })

  it('tells keys apart whose short forms are alike, and that have no name', async () => {
    // Found in 76,962 tries.
    const alike = [
      'GBKPCEPJJQMSAA6FBXR3GOH6XOPZ236QIXBACOOXWAMONHPOJNZT4WRF',
      'GBKP5WVP37DMHKK43BITGU4ZIYER2EOG6IIFUFF725FIA2YGBF7J4WRF',
    ] as const
    const horizon = (signer: string): string =>
      JSON.stringify({
        account_id: key('firm').id,
        thresholds: { low_threshold: 1, med_threshold: 1, high_threshold: 1 },
        signers: [
          { key: signer, weight: 1, type: 'ed25519_public_key' },
          { key: key('firm').id, weight: 0, type: 'ed25519_public_key' },
        ],
      })
    folder.write({ 'a.json': horizon(alike[0]), 'b.json': horizon(alike[1]) })
    for (const command of ['diff', 'plan']) {
      const { stdout } = await runCli({ args: [command, 'a.json', 'b.json'], cwd: folder.path })
      expect(stdout).to.include(alike[0]).and.to.include(alike[1])
      expect(stdout).not.to.include('GBKP…4WRF')
    }
  })
})
