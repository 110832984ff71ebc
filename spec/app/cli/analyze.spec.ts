/** `quorate analyze` as people call it: what it answers, how it ends, and what it refuses. */
import { expect } from 'chai'
import { runCli, runCliAll, runCliHere, type CliResult } from '../../support/run-cli.js'
import { horizonDump } from './horizon-dump.js'

const MODEL = (path: string): string => `examples/models/${path}.quorate.yaml`
const COMMITTEE = MODEL('committee/account')
const JOINT = 'examples/joint/account.quorate.yaml'

const analyze = (...args: readonly string[]): Promise<CliResult> => runCliHere('analyze', ...args)

/** Arguments, exit code, and what the text says. */
type Row = readonly [name: string, args: readonly string[], exit: number, ...says: readonly string[]]

const ANSWERS: readonly Row[] = [
  ['the committee, refuted', [COMMITTEE], 0, 'member1, member2 and secretary', 'Always needed     nobody'],
  [
    'its repair',
    [COMMITTEE, '--threshold', 'low=6,medium=6,high=6'],
    0,
    'the loss',
    'of chair locks the account',
  ],
  ['its repair by weights', [COMMITTEE, '--weight', 'chair=4', '--threshold', 'high=6'], 0, 'Never matters'],
  ['one of several accounts', [MODEL('tiers/account'), 'cold'], 0, 'cold · 7 signers', 'any 4 of 7 keys'],
  ['all accounts', [MODEL('tiers/account')], 0, 'hot ·', 'warm ·', 'cold ·'],
  ['an address as ACCOUNT', [JOINT, 'GA5P6ZLBDHJBZCLDHV5IRVPRT6JRE4VZD3LBQBHOQCZW7CPK2EEYZCMR'], 0, 'joint'],
  [
    'an account that nobody can use',
    ['examples/custom-currency/account.quorate.yaml', 'currency'],
    1,
    'LOW, MEDIUM and HIGH CAN NEVER BE REACHED',
    'no signer has any weight',
  ],
  [
    'a threshold above all weights',
    [JOINT, '--threshold', 'high=9'],
    1,
    'it takes 9, and all signers together weigh 3',
  ],
  [
    'a key lost of which all are needed',
    [JOINT, '--lost', 'carina'],
    1,
    'those who can still sign weigh too little',
  ],
  ['a signer removed', [JOINT, '--without', 'carina'], 1, 'carina is removed'],
  [
    'a key that joins',
    [JOINT, '--without', 'bilal', '--weight', 'founder=2'],
    0,
    'founder weighs 2 and bilal is removed',
  ],
  ['a stolen key', [JOINT, '--stolen', 'bilal'], 0, 'a thief can act as it is'],
  ['a pre-authorized account', ['examples/escrow/account.quorate.yaml', 'escrow'], 0, 'in advance'],
  ['a secret', ['examples/swap/account.quorate.yaml'], 0, 'its first use shows to everybody'],
  ['power', [COMMITTEE, '--power'], 0, 'chair: decides 5/8; share 5/12', '(Shapley-Shubik)'],
  [
    'leavers',
    [MODEL('members/four-of-six'), '--leave', 'finn,eva,dov'],
    0,
    'LOCKED: nobody can act any more',
    '2 insiders',
  ],
  [
    'units that are not known',
    [JOINT, '--by', 'vendor'],
    4,
    'no vendor is written down for founder, bilal and',
    'carina',
  ],
  ['units that are known', [MODEL('key-set/five'), '--by', 'vendor,location'], 0, 'Theft by location'],
  [
    'what is out of reach before what is unknown',
    [JOINT, '--by', 'vendor', '--lost', 'bilal'],
    1,
    'not known',
  ],
  ['an account of Horizon', ['examples/horizon/joint.json'], 0, '3 signers'],
]

const BAD: readonly Row[] = [
  [
    'a name that is no signer',
    [JOINT, '--lost', 'karina'],
    2,
    '`karina` is no signer',
    'did you mean `carina`',
    '`founder`',
  ],
  ['a leaver who is no signer', [JOINT, '--leave', 'bilal,zoe'], 2, '--leave', '`zoe`'],
  ['several wrong names at once', [JOINT, '--lost', 'x1', '--stolen', 'x2'], 2, '`x1`', '`x2`'],
  ['a weight without a number', [JOINT, '--weight', 'bilal'], 2, 'not-an-assignment', '`chair=2`'],
  ['a weight of 256', [JOINT, '--weight', 'bilal=256'], 2, '256', '0 to 255'],
  ['a level that is none', [JOINT, '--threshold', 'hgh=2'], 2, 'did you mean `high`'],
  ['a threshold below 0', [JOINT, '--threshold', 'high=-1'], 2, 'not-an-assignment'],
  ['an unknown account', [MODEL('tiers/account'), 'colb'], 2, 'unknown-account', 'did you mean `cold`'],
  [
    'a supposition without saying of which',
    [MODEL('tiers/account'), '--lost', 'hot-1'],
    2,
    'which-account',
    '`warm`',
  ],
  ['no FILE', [], 2, 'missing required argument'],
  ['a FILE that is not there', ['nowhere.yaml'], 2, 'file-not-found'],
  ['an unknown kind', [JOINT, '--by', 'planet'], 2, 'holder, device, vendor, location'],
  ['an unknown format', [JOINT, '--format', 'pdf'], 2, 'svg'],
  ['a seed as a name', [JOINT, '--lost', `S${'A'.repeat(55)}`], 2, 'secret-seed'],
]

describe('cli: analyze', () => {
  for (const [name, args, exit, ...says] of ANSWERS)
    it(`answers: ${name}`, async () => {
      const told = await analyze(...args)
      expect(told.stderr).to.equal('')
      for (const word of says) expect(told.stdout).to.include(word)
      expect(told.exit).to.equal(exit)
      for (const line of told.stdout.split('\n')) expect([...line].length, line).to.be.at.most(80)
    })

  for (const [name, args, exit, ...says] of BAD)
    it(`refuses ${name}`, async () => {
      const told = await analyze(...args)
      expect(told.stdout).to.equal('')
      for (const word of says) expect(told.stderr).to.include(word)
      expect(told.exit).to.equal(exit)
    })

  it('says the same in every format', async () => {
    const json = JSON.parse((await analyze(COMMITTEE, '--format', 'json', '--power')).stdout)
    const [low] = json.accounts[0].before.levels
    expect(low.groups.items).to.deep.equal([
      [
        { count: 1, of: ['chair'] },
        { count: 1, of: ['member1', 'member2'] },
      ],
      [
        { count: 2, of: ['member1', 'member2'] },
        { count: 1, of: ['secretary'] },
      ],
    ])
    expect([low.reach, low.veto, low.groupCount.count]).to.deep.equal(['reachable', [], 3])
    expect(json.accounts[0].after).to.equal(null)
    const { stdout: markdown } = await analyze(COMMITTEE, '--format', 'markdown', '--lost', 'chair')
    expect(markdown).to.include('| **Can act** |').and.include('member1, member2 and secretary')
    const { stdout: svg } = await analyze(COMMITTEE, '--format', 'svg')
    expect(svg)
      .to.match(/^<svg /)
      .and.include('<title ')
      .and.include('<desc ')
      .and.include('member1')
    expect(svg).to.not.match(/https?:\/\/(?!www\.w3\.org)/)
  })

  it('takes 20 signers of weight 0 out of a foreign dump', async () => {
    const [told, picture] = await runCliAll(
      ['text', 'svg'].map((format) => ({
        args: ['analyze', '-', '--format', format],
        input: horizonDump(20),
      })),
    )
    expect(told?.exit).to.equal(0)
    expect(told?.stdout).to.include('Enough alone').and.include('1 signer ·')
    expect(picture?.stdout).to.include('decides alone')
  })

  it('answers errors in JSON where JSON was asked for', async () => {
    const told = await runCli({ args: ['analyze', JOINT, '--lost', 'karina', '--format', 'json'] })
    expect(JSON.parse(told.stderr).errors[0].code).to.equal('unknown-signer')
    expect(told.exit).to.equal(2)
  })
})
