import { expect } from 'chai'
import { loadVectors } from '../../support/vectors.js'
import { runCli, runCliAll } from '../../support/run-cli.js'
import { ofAll, someOf } from './recorded-simulation.js'

const COMPANY = ['--account', 'examples/company/account.quorate.yaml']
const JOINT = ['--account', 'examples/joint/account.quorate.yaml']
const TWO = 'examples/company/payment.2-of-6.rejected.xdr'

const lines = (text: string): readonly string[] => text.split('\n')

const flat = (text = ''): string => text.replace(/\s+/g, ' ')

interface Answer {
  readonly id: string
  readonly complete: boolean
  readonly best: { readonly signers: readonly string[]; readonly cost: number } | null
  readonly completions: readonly (readonly string[])[]
  readonly truncated: boolean
  readonly impossible: readonly { readonly kind: string }[] | null
  readonly verdict: string
  readonly dependsOn: readonly string[]
}

interface Told extends Answer {
  readonly aliases: Readonly<Record<string, string>>
}

const batch = async (rows: readonly object[], ...flags: readonly string[]): Promise<readonly Answer[]> => {
  const { stdout } = await runCli({
    args: ['signers', '--batch', '-', ...flags],
    input: rows.map((row) => JSON.stringify(row)).join('\n'),
  })
  return lines(stdout)
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer)
}

describe('quorate signers', function () {
  this.timeout(120_000)

  it('names whom to ask first, who could instead, and how far it is', async () => {
    const { stdout, exit } = await runCli({ args: ['signers', TWO, ...COMPANY] })
    expect(lines(stdout)).to.deep.equal([
      '… unfinished · 1 signature is missing',
      '  → sign next: bo',
      '  testnet · protocol 27',
      '  hash 7d0ceb9b4ea0aa9ab36a2fd9520d5f99353e02025575b7d6a0e597664b1799a9',
      '',
      'Who can complete it · 4 ways',
      '  1 of bo, chen, eko or farid',
      '',
      'Progress                                                             needs   has',
      '  … source · low of company                                              3     2',
      '      dalia 1, amara 1',
      '      can sign: bo 1, chen 1, eko 1, farid 1',
      '  … operation 1 payment · medium of company                              3     2',
      '      dalia 1, amara 1',
      '      can sign: bo 1, chen 1, eko 1, farid 1',
      '',
      'assuming the operations succeed by themselves; time, fee and balance are not',
      'judged',
      '',
    ])
    expect(exit).to.equal(1)
  })

  it('ends with 0 only where nothing has to be done', async () => {
    const results = await runCliAll([
      { args: ['signers', 'examples/joint/payment.ok.xdr', ...JOINT] },
      { args: ['signers', 'examples/joint/payment.surplus.xdr', ...JOINT] },
      { args: ['signers', 'examples/joint/payment.other-account.undetermined.xdr', ...JOINT] },
      {
        args: [
          'signers',
          'examples/custom-currency/issue.rejected.xdr',
          '--account',
          'examples/custom-currency/account.quorate.yaml',
        ],
      },
    ])
    expect(results.map(({ stdout }) => lines(stdout)[0])).to.deep.equal([
      '✓ complete · nobody has to sign',
      '✗ over-signed · nobody has to sign, and some signatures must go',
      '? undetermined · not all accounts that decide were given',
      '✗ impossible · no signature can complete it',
    ])
    expect(results.map(({ exit }) => exit)).to.deep.equal([0, 1, 4, 1])
    expect(flat(results[2]?.stdout)).to.include(
      'for the accounts that were given nobody has to sign any more',
    )
  })

  it('asks only who is available, and says who else could and who is nobody here', async () => {
    const [one, none, stranger] = await runCliAll([
      { args: ['signers', TWO, ...COMPANY, '--available', 'eko,farid'] },
      { args: ['signers', TWO, ...COMPANY, '--available', 'dalia'] },
      {
        args: [
          'signers',
          TWO,
          ...COMPANY,
          '--available',
          'eko,GA5P6ZLBDHJBZCLDHV5IRVPRT6JRE4VZD3LBQBHOQCZW7CPK2EEYZCMR',
        ],
      },
    ])
    expect(one?.stdout).to.include('1 of eko or farid')
    expect(lines(none?.stdout ?? '')[0]).to.equal('✗ impossible · nobody who is available can complete it')
    expect(none?.stdout).to.include('bo 1, chen 1, eko 1 and farid 1 could sign, but are not available')
    expect(flat(stranger?.stdout)).to.match(/GA5P\w+: available, but no signer of anything that is needed/)
  })

  it('follows costs: preferred signers, own costs, people', async () => {
    const unsigned = 'examples/company/fee-bump.only-outer.rejected.xdr'
    const [preferred, priced, people] = await runCliAll([
      { args: ['signers', TWO, ...COMPANY, '--prefer', 'farid', '--format', 'json'] },
      { args: ['signers', TWO, ...COMPANY, '--cost', 'bo=4,chen=3', '--cost', 'farid=0.25', '--most', '2'] },
      {
        args: [
          'signers',
          unsigned,
          ...COMPANY,
          '--fewest',
          'people',
          '--holder',
          'dalia=zoe,amara=zoe,farid=zoe',
          '--format=json',
        ],
      },
    ])
    const farid = JSON.parse(preferred?.stdout ?? '')
    expect(farid.best.cost).to.equal(0)
    expect(farid.aliases[farid.best.signers[0]]).to.equal('farid')
    expect(priced?.stdout).to.match(/→ sign next: farid\n/)
    expect(priced?.stdout).to.match(/Or instead\n {2}eko · cost 1\n {2}chen · cost 3\n {2}and 1 more\n/)
    const zoe = JSON.parse(people?.stdout ?? '') as Told
    // The customer signs inside; outside, one person holds all three keys.
    expect(zoe.best!.cost).to.equal(2)
    expect(
      zoe
        .best!.signers.slice(1)
        .map((key) => zoe.aliases[key])
        .toSorted(),
    ).to.deep.equal(['amara', 'dalia', 'farid'])
  })

  it('says what each has to hand over, and for which list', async () => {
    const [bump, payload, swap] = await runCliAll([
      { args: ['signers', 'examples/company/fee-bump.only-outer.rejected.xdr', ...COMPANY] },
      {
        args: [
          'signers',
          'examples/disclosure/payment.without-disclosure.rejected.xdr',
          '--account',
          'examples/disclosure/account.quorate.yaml',
        ],
      },
      {
        args: [
          'signers',
          'examples/swap/claim.without-preimage.rejected.xdr',
          '--account',
          'examples/swap/account.quorate.yaml',
        ],
      },
    ])
    expect(bump?.stdout).to.match(/1 customer \S+ +signs the hash of the inner transaction\n/)
    expect(bump?.stdout).to.match(/2 bo \S+ +signs the hash of the fee bump\n/)
    expect(flat(bump?.stdout)).to.include('the fee bump is signed after its inner transaction is complete')
    expect(bump?.stdout).to.include('void: it signs the inner signatures as they were')
    expect(payload?.stdout).to.match(/1 promise \S+ +signs its payload\n/)
    expect(swap?.stdout).to.include('1 of alice or the preimage of lock')
  })

  it('notes a sequence number that is used, where the account says its own', async () => {
    const [, horizon] = await runCliAll([
      { args: ['--version'] },
      {
        args: [
          'signers',
          'examples/joint/payment.ok.xdr',
          '--network',
          'testnet',
          '--account',
          'examples/horizon/joint.json',
        ],
      },
    ])
    expect(flat(horizon?.stdout)).to.match(/! it would be refused all the same: its sequence number \d+ /)
    expect(horizon?.exit).to.equal(0)
  })

  it('in a batch agrees with the verdict, and with itself', async () => {
    const rows = someOf(loadVectors<{ id: string }>('core-state'))
    const answers = await batch(rows)
    const tally: Record<string, number> = {}
    for (const [i, answer] of answers.entries()) {
      expect(answer.id).to.equal(rows[i]!.id)
      expect(answer.complete, answer.id).to.equal(answer.verdict === 'authorized')
      expect(answer.completions[0], answer.id).to.deep.equal(answer.best?.signers)
      expect(answer.impossible === null, answer.id).to.equal(answer.best !== null)
      if (answer.complete) expect(answer.completions, answer.id).to.deep.equal([[]])
      const state = answer.complete ? 'complete' : answer.best === null ? 'impossible' : 'unfinished'
      tally[state] = (tally[state] ?? 0) + 1
    }
    expect(tally).to.deep.equal(
      ofAll(
        { complete: 2612, unfinished: 369, impossible: 19 },
        { complete: 525, unfinished: 71, impossible: 4 },
      ),
    )
  })

  it('in a batch asks only whom a line calls available, and lists no more than it is told', async () => {
    const row = loadVectors<{ id: string; validate: { code: string } }>('core-state').find(
      ({ validate }) => validate.code === 'txBAD_AUTH',
    )!
    const [all] = await batch([row])
    const [nobody, first] = await batch(
      [
        { ...row, available: [] },
        { ...row, available: all!.best!.signers },
      ],
      '--most',
      '1',
    )
    expect(all?.completions.length).to.be.above(0)
    expect(nobody?.impossible?.[0]?.kind).to.equal('not-enough-weight')
    expect(first?.best?.signers).to.deep.equal(all?.best?.signers)
    expect(first?.completions.length).to.equal(1)
    const [unknown] = await batch([{ ...row, accounts: [], closedWorld: false }])
    expect(unknown?.dependsOn.length).to.be.above(0)
  })
})
