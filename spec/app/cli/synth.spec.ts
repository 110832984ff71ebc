/** `quorate synth` as people call it: what it finds, what it refutes, how it ends, and what it refuses. */
import { expect } from 'chai'
import { policyText } from '../../support/build/policy.js'
import { runCliHere, type CliResult } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'

const POLICY = policyText(`quorate: 1
network: testnet
keys:
  firm: {firm}
  chair: {chair}
  ann: {ann}
  bo: {bo}
  cy: {cy}
  secret: TCOLI4CW4LYMQUJXU7273WYKYEC5657AN76GHUPWTEXGINHTMGK5PR2E
groups: { board: [ann, bo, cy] }
accounts:
  firm:
    address: firm
    master: 0
    thresholds: { low: 1, medium: 1, high: 1 }
    signers: { chair: 1, board: 1 }
  shop:
    address: {shop}
    master: 1
    thresholds: { low: 1, medium: 1, high: 1 }
assert:
  - { id: two-pay, on: firm, claim: { any: 2, of: board, can: payment } }
  - { id: not-one, on: firm, claim: { any: 1, of: board, cannot: payment } }
  - { id: chair-needed, on: firm, claim: { needs: chair, for: high } }
`)

const tested = (expect: 'allow' | 'deny'): string => `tests:
  - { name: two of the board change it, on: firm, signed: [ann, bo], op: set_options.signers, expect: ${expect} }
`

describe('quorate synth', () => {
  let folder: TemporaryFolder
  before(
    () =>
      void (folder = temporaryFolder({
        'firm.yaml': POLICY,
        'tested.yaml': `${POLICY}${tested('allow')}`,
        'passed.yaml': `${POLICY}${tested('deny')}`,
      })),
  )
  after(() => {
    folder.remove()
  })
  const synth = (...args: readonly string[]): Promise<CliResult> =>
    runCliHere('synth', ...args.map((one) => (one.endsWith('.yaml') ? `${folder.path}/${one}` : one)))
  const flat = ({ stdout, stderr }: CliResult): string => `${stdout}${stderr}`.replace(/\s+/g, ' ')

  const rows: readonly [readonly string[], number, ...(readonly string[])][] = [
    [
      ['--high', 'chair and any 1 of (a, b)'],
      0,
      '✓ weights found',
      '2 chair 1 a, b',
      'low 3, medium 3, high 3',
    ],
    [
      ['firm.yaml', '--account', 'firm', '--medium', 'any 2 of board', '--high', 'chair and board'],
      0,
      'low 4, medium 4, high 7',
      'nothing was wished for low',
    ],
    [
      ['--high', '(2 of A,B,C) and (2 of D,E,F)'],
      1,
      '✗ no weights do this',
      'would have to suffice for high',
      '2 accounts',
      'any 2 of (D, E, F)',
    ],
    [['--high', '(a and b) or (c and d)'], 1, 'a+b and c+d would have to suffice', 'as a+d and b+c'],
    [['firm.yaml', '--account', 'firm'], 0, 'promises two-pay, not-one and chair-needed', 'medium 2'],
    [['tested.yaml', '--account', 'firm'], 4, '✓ weights found', 'Tests', '✗ "two of the board change it"'],
    [['passed.yaml', '--account', 'firm'], 0, '✓ weights found'],
    [['firm.yaml'], 2, 'which-account'],
    [['firm.yaml', '--account', 'frm'], 2, 'unknown-account', 'did you mean `firm`'],
    [['firm.yaml', '--account', 'shop'], 2, 'no-wish'],
    [['firm.yaml', '--high', 'chair and bord'], 2, 'undefined-alias', 'did you mean `board`'],
    [['firm.yaml', '--high', 'chair and secret'], 2, 'not-a-person'],
    [['--high', 'any 2 of a'], 2, 'bad-wish'],
    [[], 2, 'usage'],
    [['--account', 'firm', '--high', 'a'], 2, 'usage'],
    [['--high', 'a', '--yaml'], 2, 'usage'],
    [['missing.yaml', '--high', 'a'], 2],
    [['--high', 'a', '--json'], 0, '"formatVersion": 1', '"thresholds"'],
    [['--high', 'a', '--json', '--format', 'text'], 2, 'usage', 'say two things'],
  ]
  for (const [args, exit, ...says] of rows)
    it(`${args.join(' ')} ends with ${String(exit)}`, async () => {
      const result = await synth(...args)
      expect(result.exit, flat(result)).to.equal(exit)
      if (exit === 2) expect(result.stdout).to.equal('')
      for (const piece of says) expect(flat(result)).to.include(piece)
    })

  it('prints an account that the policy can have, and keeps what it says', async () => {
    const { stdout, exit } = await synth(
      'firm.yaml',
      '--account',
      'firm',
      '--high',
      'chair and any 2 of board',
      '--yaml',
    )
    expect(exit).to.equal(0)
    expect(stdout).to.equal(`accounts:
  firm:
    address: firm
    master: 0
    thresholds: { low: 4, medium: 4, high: 4 }
    signers: { chair: 2, ann: 1, bo: 1, cy: 1 }
`)
    folder.write({ 'new.yaml': `${POLICY.slice(0, POLICY.indexOf('accounts:'))}${stdout}` })
    const read = await runCliHere('analyze', `${folder.path}/new.yaml`)
    expect(flat(read)).to.include('firm · 4 signers · low 4, medium 4, high 4')
  })

  it('prints nothing into a file where there are no weights', async () => {
    const { stdout, stderr, exit } = await synth(
      'firm.yaml',
      '--account',
      'firm',
      '--high',
      '(chair and ann) or (bo and cy)',
      '--yaml',
    )
    expect([stdout, exit]).to.deep.equal(['', 1])
    expect(stderr).to.include('no weights do this')
  })

  it('gives the master key weight where a wish names it', async () => {
    const { stdout } = await synth('firm.yaml', '--account', 'firm', '--high', 'firm and chair', '--yaml')
    expect(stdout).to.include('master: 1').and.include('signers: { chair: 1 }')
  })

  it('is JSON for programs', async () => {
    const { stdout } = await synth('--high', '(a and b) or (c and d)', '--format', 'json')
    const { state, trade, weights, instead } = JSON.parse(stdout) as Readonly<Record<string, unknown>>
    expect([state, weights]).to.deep.equal(['impossible', null])
    const side = (...names: readonly string[]) => ({
      level: 'high',
      keys: names.map((name) => ({ key: name, alias: name })),
    })
    expect(trade).to.deep.equal({
      winning: [side('a', 'b'), side('c', 'd')],
      losing: [side('a', 'd'), side('b', 'c')],
    })
    expect((instead as { kind: string }).kind).to.equal('alternatives')
  })
})
