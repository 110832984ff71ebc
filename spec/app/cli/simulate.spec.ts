import { expect } from 'chai'
import { loadVectors } from '../../support/vectors.js'
import { read } from '../../support/repository.js'
import { runCli, runCliAll } from '../../support/run-cli.js'
import { simulated, type Line } from './recorded-simulation.js'

const JOINT = ['--account', 'examples/joint/account.quorate.yaml']
const ESCROW = ['--account', 'examples/escrow/account.quorate.yaml']
const RELEASE = 'examples/escrow/release.ok.xdr'
const REFUND = 'examples/escrow/refund.ok.xdr'
const ADD = 'examples/joint/add-signer.ok.xdr'

const lines = (text: string): readonly string[] => text.split('\n')

/** Text with line breaks as spaces, so that a sentence can be found. */
const flat = (text: string): string => text.replace(/\s+/g, ' ')

interface Told {
  readonly steps: readonly {
    readonly outcome: string
    readonly code: string
    readonly accounts: object
    readonly assumptions: readonly { readonly kind: string }[]
  }[]
  readonly aliases: Readonly<Record<string, string>>
  readonly warnings: readonly { readonly code: string }[]
}

interface Answer extends Line {
  readonly missing?: readonly string[]
  readonly assumptions: readonly object[]
}

describe('quorate simulate', function () {
  this.timeout(60_000)

  it('shows what one envelope does, who gains by it, the account afterwards, and what was assumed', async () => {
    const { stdout, exit } = await runCli({ args: ['simulate', ADD, ...JOINT] })
    expect(lines(stdout)).to.deep.equal([
      '✓ applied · txSUCCESS · 2 warnings',
      '  hash f48d01653394c222eafbfd68473325e9c4028f79fb1bc8d6ff2c47e672437281',
      '  testnet · protocol 27',
      '',
      'Operations',
      '  ✓ operation 1 set options                                  SET_OPTIONS_SUCCESS',
      '',
      'Changes',
      '  joint',
      '    signer       + GCUW…NTOI 1',
      '',
      'Warnings',
      '  ! GCUW…NTOI alone now reaches low and medium of joint, and did not before',
      '  ! founder, bilal and GCUW…NTOI together now reach high of joint, and did not',
      '    before',
      '',
      'Accounts afterwards                                            low  medium  high',
      '  joint  founder 1, bilal 1, GCUW…NTOI 1, carina 1               0       0     3',
      '',
      'Assumed',
      '  – joint: given without balance and sequence number; reserve, fee and sequence',
      '    number are not judged',
      '  – the ledger is not known (--ledger and --close-time): bounds and ages of',
      '    transactions, and where new accounts begin to count, are not judged',
      '',
    ])
    expect(exit).to.equal(0)
  })

  it('submits one after the other: a sequence number is used once, also where the account came without', async () => {
    const [forth, back, alone] = await runCliAll([
      { args: ['simulate', RELEASE, REFUND, ...ESCROW] },
      { args: ['simulate', REFUND, RELEASE, ...ESCROW] },
      { args: ['simulate', REFUND, ...ESCROW] },
    ])
    expect(lines(forth?.stdout ?? '')[0]).to.equal('✗ 1 of 2 applied · 3 warnings')
    expect(forth?.stdout).to.match(/Step 1 · examples\/escrow\/release\.ok\.xdr +✓ applied · txSUCCESS\n/)
    expect(forth?.stdout).to.match(/Step 2 · examples\/escrow\/refund\.ok\.xdr +✗ refused · txBAD_SEQ\n/)
    expect(flat(forth?.stdout ?? '')).to.include('only one of them can ever run')
    expect(flat(forth?.stdout ?? '')).to.include('stays a signer of escrow (refund)')
    expect(back?.stdout).to.match(/Step 2 · examples\/escrow\/release\.ok\.xdr +✗ refused · txBAD_SEQ\n/)
    expect([forth?.exit, back?.exit, alone?.exit]).to.deep.equal([1, 1, 0])
  })

  it('says of a refusal why, and of signatures that are missing what to ask next', async () => {
    const [surplus, missing, unknown] = await runCliAll([
      { args: ['simulate', 'examples/joint/payment.surplus.xdr', ...JOINT] },
      { args: ['simulate', 'examples/joint/add-signer.missing-carina.xdr', ...JOINT] },
      { args: ['simulate', 'examples/joint/payment.other-account.undetermined.xdr', ...JOINT] },
    ])
    expect(surplus?.stdout).to.match(/^✗ refused · txBAD_AUTH_EXTRA\n {2}signature 2 is used by nothing/)
    expect(missing?.stdout).to.match(/^✗ refused · txFAILED\n/)
    expect(flat(missing?.stdout ?? '')).to.include('high of joint needs 3 and has 2')
    expect(missing?.stdout).to.include('quorate signers')
    expect(missing?.stdout).to.match(/✗ operation 1 set options +opBAD_AUTH\n/)
    expect(unknown?.stdout).to.match(/^\? undetermined\n {2}it depends on 1 account not given:\n {4}GADO/)
    expect([surplus?.exit, missing?.exit, unknown?.exit]).to.deep.equal([1, 1, 4])
  })

  it('decides by the first step that does not succeed: after one that is not known nothing is certain', async () => {
    const unknown = 'examples/joint/payment.other-account.undetermined.xdr'
    const surplus = 'examples/joint/payment.surplus.xdr'
    const results = await runCliAll([
      { args: ['simulate', unknown, surplus, ...JOINT] },
      { args: ['simulate', surplus, unknown, ...JOINT] },
    ])
    expect(results.map(({ exit }) => exit)).to.deep.equal([4, 1])
  })

  it('judges time where the ledger is said, and takes ISO 8601 and seconds alike', async () => {
    const when = (...more: readonly string[]): readonly string[] => [
      'simulate',
      ADD,
      ...JOINT,
      '--ledger',
      '51000294',
      ...more,
    ]
    const [iso, seconds, offset] = await runCliAll([
      { args: when('--close-time', '2026-01-31T12:00:00Z') },
      { args: when('--close-time', '1769860800') },
      { args: when('--close-time', '2026-01-31T13:00:00+01:00') },
    ])
    expect(iso?.stdout).to.include('ledger 51000294 · closing 2026-01-31 12:00:00Z')
    expect(iso?.stdout).not.to.include('the ledger is not known')
    expect([seconds?.stdout, offset?.stdout]).to.deep.equal([iso?.stdout, iso?.stdout])
  })

  it('takes operations to fail that it is told of', async () => {
    const { stdout, exit } = await runCli({
      args: [
        'simulate',
        'examples/anchor/onboarding.ok.xdr',
        '--account',
        'examples/anchor/account.quorate.yaml',
        '--fails',
        '2=SET_TRUST_LINE_FLAGS_NO_TRUST_LINE',
      ],
    })
    expect(stdout).to.match(/^✗ failed · txFAILED\n/)
    expect(stdout).to.match(/– operation 1 change trust +undone\n/)
    expect(stdout).to.match(/✗ operation 2 set trust line flags +SET_TRUST_LINE_FLAGS_NO_TRUST_LINE\n/)
    expect(exit).to.equal(1)
  })

  it('answers programs with JSON', async () => {
    const { stdout, exit } = await runCli({
      args: ['simulate', RELEASE, REFUND, ...ESCROW, '--format', 'json'],
    })
    const json = JSON.parse(stdout) as Told
    expect(exit).to.equal(1)
    expect(json).to.deep.include({ formatVersion: 1, outcome: 'refused', ledger: null, closeTime: null })
    expect(json.steps.map((step) => [step.outcome, step.code])).to.deep.equal([
      ['succeeded', 'txSUCCESS'],
      ['refused', 'txBAD_SEQ'],
    ])
    const escrow = 'GBSFCX67LW4MRUYVJPG4MZ2PVAXKYOWQA2KKALJRXWLBKCIX4E7JMEMO'
    const refund = 'TBLGHVXL5DZKUFQDULH6AEGOJH3UQKIPFLLUOP5A7MV3AIAIMJC5OY7B'
    expect(json.steps[0]!.accounts).to.deep.equal({
      [escrow]: {
        master: 0,
        thresholds: { low: 1, medium: 1, high: 1 },
        signers: [{ key: refund, weight: 1 }],
      },
    })
    expect(json.steps[1]!.accounts).to.deep.equal({})
    expect(json.aliases[refund]).to.equal('refund')
    expect(json.warnings.map(({ code }) => code)).to.deep.equal([
      'same-sequence',
      'dead-envelope',
      'pre-auth-dangling',
    ])
    expect(json.steps[0]!.assumptions.map(({ kind }) => kind)).to.include('ledger-not-known')
  })

  it('in a batch takes one envelope as recorded, unless it is to be validated; and steps as submitted', async () => {
    const row = loadVectors<{ validate: { code: string }; apply: { code: string; opCodes: string[] } }>(
      'core-state',
    ).find(({ validate, apply }) => validate.code === 'txBAD_AUTH_EXTRA' && apply.code === validate.code)!
    const { envelope, ...rest } = row as unknown as { envelope: string; id: string }
    const [applied, validated, steps] = await simulated([
      row,
      { ...row, phase: 'validate' },
      { ...rest, steps: [{ envelope }] },
    ])
    const changed = (accounts: object): string => JSON.stringify(accounts)
    expect([applied?.code, validated?.code, steps?.steps?.[0]?.code]).to.deep.equal(
      Array(3).fill('txBAD_AUTH_EXTRA'),
    )
    expect([applied?.applied, validated?.applied, steps?.steps?.[0]?.applied]).to.deep.equal([
      true,
      false,
      false,
    ])
    expect(changed(applied!.accounts)).not.to.equal(changed(validated!.accounts))
    expect(steps?.steps?.[0]?.accounts).to.deep.equal({})
  })

  it('in a batch names what is missing, answers what it cannot read, and goes on', async () => {
    const [row] = loadVectors<{ id: string; accounts: string[] }>('core-state')
    const input = [
      { ...row, accounts: [], closedWorld: false },
      { ...row, steps: [{ envelope: 'AAAA' }], envelope: undefined },
      { ...row, steps: [], envelope: undefined },
      { ...row, steps: [{ envelope: 'AAAA' }] },
      { ...row, protocol: 9 },
      row,
    ]
    const { stdout, stderr, exit } = await runCli({
      args: ['simulate', '--batch', '-', '--ledger', '1000000', '--close-time', '1600000000'],
      input: input.map((one) => JSON.stringify(one)).join('\n'),
    })
    const answers = lines(stdout)
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Answer)
    expect(answers.map(({ error }) => error?.code)).to.deep.equal([
      undefined,
      'xdr-truncated',
      'batch-shape',
      'batch-shape',
      'unsupported-protocol',
      undefined,
    ])
    expect([answers[0]!.verdict, answers[0]!.code, answers[0]!.accounts]).to.deep.equal([
      'undetermined',
      null,
      {},
    ])
    expect(answers[0]!.missing!.length).to.be.above(0)
    expect(answers[5]!.assumptions).to.deep.equal([])
    expect(stderr).to.include('4 of 6 lines could not be read')
    expect(exit).to.equal(2)
  })

  it('colours when it is told to', async () => {
    const args = ['simulate', RELEASE, REFUND, ...ESCROW]
    const [plain, coloured] = await runCliAll([{ args }, { args: [...args, '--color', 'always'] }])
    expect(coloured?.stdout).to.include('\u001b[')
    expect(coloured?.stdout.replaceAll(/\u001b\[\d+m/g, '')).to.equal(plain?.stdout)
  })

  it('takes an envelope from standard input, beside files', async () => {
    const [piped, files] = await runCliAll([
      { args: ['simulate', RELEASE, '-', ...ESCROW, '--format=json'], input: read(REFUND) },
      { args: ['simulate', RELEASE, REFUND, ...ESCROW, '--format=json'] },
    ])
    expect(piped?.stdout.replace('standard input', REFUND)).to.equal(files?.stdout)
  })
})
