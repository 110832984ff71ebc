/** `quorate check` as builds call it: what it answers, how it ends, and what it refuses. */
import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { MAIN, runCli, type CliResult } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'
import { firm, PEOPLE, PROMISES } from './check-policies.js'

/** No seed of anybody: the checksum is wrong, and it is refused for its form. */
const SEED = `S${'A'.repeat(55)}`

const DAY = ['--today', '2026-11-21']

/** Claims alone: what rules find of small examples is told in other specs. */
const promised = (...claims: readonly string[]): readonly string[] => [
  'assert:',
  ...claims.map((claim, at) => `  - { id: promise-${String(at + 1)}, on: firm, claim: ${claim} }`),
]

const horizonOf = (address: string): string =>
  JSON.stringify({
    account_id: address,
    thresholds: { low_threshold: 1, med_threshold: 1, high_threshold: 1 },
    signers: [{ key: address, weight: 1, type: 'ed25519_public_key' }],
  })

describe('quorate check', () => {
  let folder: TemporaryFolder

  beforeEach(() => {
    folder = temporaryFolder({ 'people.quorate.yaml': PEOPLE, 'firm.quorate.yaml': firm() })
  })
  afterEach(() => {
    folder.remove()
  })

  const check = (...args: readonly string[]): Promise<CliResult> =>
    runCli({ args: ['check', ...DAY, ...args], cwd: folder.path })

  /** Every piece stands in the text, whatever is wrapped. */
  const tells = (text: string, ...pieces: readonly string[]): void => {
    const flat = text.replace(/\s+/g, ' ')
    for (const piece of pieces) expect(flat).to.include(piece)
  }

  it('0: everything holds; an import is part of who imports it', async () => {
    const { stdout, stderr, exit } = await check()
    expect([exit, stderr]).to.deep.equal([0, ''])
    tells(stdout, '1 file', '1 account', '2 hold')
  })

  it('1: a violated claim names the people', async () => {
    folder.write({ 'firm.quorate.yaml': firm({ medium: 3, high: 3 }) })
    const { stdout, exit } = await check()
    expect(exit).to.equal(1)
    tells(stdout, 'two-pay', 'violated', 'one-lost', 'firm.quorate.yaml')
  })

  it('1: a claim that could not be broken promises nothing', async () => {
    folder.write({
      'firm.quorate.yaml': firm({ more: promised('{ survives: { lose: 4, by: key }, for: high }') }),
    })
    const lost = await check()
    expect(lost.exit).to.equal(1)
    folder.write({
      'firm.quorate.yaml': firm({ more: promised('{ any: 4, of: [anna, bruno, carla], can: medium }') }),
    })
    const { stdout, exit } = await check()
    expect(exit).to.equal(1)
    tells(stdout, 'vacuous')
  })

  it('1: a test that fails', async () => {
    folder.write({
      'firm.quorate.yaml': firm({
        more: ['tests:', '  - { name: one pays, on: firm, signed: [anna], op: payment, expect: allow }'],
      }),
    })
    const { stdout, exit } = await check()
    expect(exit).to.equal(1)
    tells(stdout, 'one pays', 'failed')
  })

  it('4: what cannot be decided is not fine, and not wrong either', async () => {
    const claim = '{ withstands: { steal: 1, by: vendor }, for: high }'
    folder.write({ 'firm.quorate.yaml': firm({ more: promised(claim) }) })
    const { stdout, exit } = await check()
    expect(exit).to.equal(4)
    tells(stdout, 'unknown', 'no-metadata', 'anna')
    folder.write({
      'firm.quorate.yaml': firm({ more: promised(claim, '{ any: 1, of: [anna], can: high }') }),
    })
    expect((await check()).exit).to.equal(1)
  })

  it('1 or 0 by --fail-on, for what rules find', async () => {
    folder.write({
      'firm.quorate.yaml': firm({
        signers: '{ anna: 2, bruno: 2, carla: 2, dora: 1 }',
        medium: 4,
        high: 4,
        more: [],
      }),
    })
    expect((await check('--rule', 'dummy-signer')).exit).to.equal(0)
    const { stdout, exit } = await check('--rule', 'dummy-signer', '--fail-on', 'warning')
    expect(exit).to.equal(1)
    tells(stdout, 'warning[dummy-signer]', 'dora')
    expect((await check('--skip', 'dummy-signer', '--fail-on', 'warning')).stdout).not.to.include(
      '[dummy-signer]',
    )
  })

  it('a place that goes with several keys is told once', async () => {
    folder.write({
      'firm.quorate.yaml': firm({
        signers: '{ team: 1 }',
        high: 3,
        more: ['groups:', '  team: [anna, bruno, carla]'],
      }),
    })
    const { stdout } = await check('--rule', 'one-key-loss-locks')
    expect(stdout.match(/without it nobody reaches high/g)).to.have.lengthOf(1)
  })

  describe('bad input ends with 2', () => {
    const ROWS: readonly (readonly [
      name: string,
      files: Readonly<Record<string, string | Uint8Array>>,
      code: string,
    ])[] = [
      [
        'a strictness error',
        { 'firm.quorate.yaml': firm().replace('master: 0', 'master: "0"') },
        'weight-not-a-number',
      ],
      ['an unknown section', { 'firm.quorate.yaml': `${firm()}assertions: []\n` }, 'unknown-key'],
      ['a secret seed', { 'firm.quorate.yaml': `${firm()}# ${SEED}\n` }, 'secret-seed'],
      ['no text at all', { 'firm.quorate.yaml': new Uint8Array([0xff, 0xfe, 0, 1, 2, 3]) }, 'not-text'],
      ['an empty file', { 'firm.quorate.yaml': '\n' }, 'empty-input'],
      ['a cycle', { 'people.quorate.yaml': `${PEOPLE}imports: [firm.quorate.yaml]\n` }, 'import-cycle'],
      [
        'two files, one account',
        { 'other.quorate.yaml': firm({ account: 'other', more: [] }) },
        'account-twice',
      ],
      [
        'an import that is not there',
        { 'firm.quorate.yaml': firm().replace('people.', 'folk.') },
        'file-not-found',
      ],
    ]
    for (const [name, files, code] of ROWS)
      it(name, async () => {
        folder.write(files)
        const { stdout, stderr, exit } = await check('--format', 'text', '--format', 'sarif=out.sarif')
        expect(exit).to.equal(2)
        expect(stdout + stderr).to.include(`[${code}]`)
        expect(stdout + stderr + folder.read('out.sarif')).not.to.include(SEED)
        expect(folder.read('out.sarif')).to.include(code)
      })

    it('both places of an account that two files define', async () => {
      folder.write({ 'other.quorate.yaml': firm({ account: 'other', more: [] }) })
      tells((await check()).stdout, 'firm.quorate.yaml:5:3', 'other.quorate.yaml:5:3')
    })

    it('one address on two networks, which are two accounts: each is checked by itself, before and after', async () => {
      const onPublic = firm({ account: 'other', more: [] }).replace('network: testnet', 'network: public')
      folder.write({
        'other/other.quorate.yaml': onPublic,
        'other/people.quorate.yaml': PEOPLE,
        'test/firm.quorate.yaml': firm(),
        'test/people.quorate.yaml': PEOPLE,
      })
      const { stdout, exit } = await check('other', 'test')
      expect(exit).to.equal(2)
      expect(stdout).to.include('[account-on-two-networks]').and.not.include('account-twice')
      tells(
        stdout,
        '`firm` of `testnet` has the address of `other` of `public`',
        'other/other.quorate.yaml:5:3',
      )
      folder.commit('both')
      for (const [name, network] of [
        ['other', 'public'],
        ['test', 'testnet'],
      ] as const) {
        const alone = await check(name, '--base', 'HEAD', '--not-looser')
        expect(alone.exit, `${network} ${alone.stdout}`).to.equal(0)
      }
    })

    it('a link that leads out', async () => {
      const outside = temporaryFolder({ 'secret.quorate.yaml': PEOPLE })
      try {
        symlinkSync(join(outside.path, 'secret.quorate.yaml'), join(folder.path, 'link.quorate.yaml'))
        const { stderr, exit } = await check()
        expect([exit, stderr]).to.satisfy(
          ([code, text]: [number, string]) => code === 2 && text.includes('[link-outside]'),
        )
      } finally {
        outside.remove()
      }
    })

    const USAGE: readonly (readonly [name: string, args: readonly string[], says: string])[] = [
      ['two reports for one stream', ['--format', 'json', '--format', 'sarif'], '[usage]'],
      ['two reports for one file', ['--format', 'json=a', '--format', 'sarif=a'], '[usage]'],
      ['two reports for one file, by two names', ['--format', 'json=a', '--format', 'sarif=./a'], '[usage]'],
      [
        'a report over the baseline',
        ['--format', 'json=./b', '--baseline', 'b', '--create-baseline'],
        '[usage]',
      ],
      ['a report that is called -', ['--format', 'json=-'], '[usage]'],
      ['a rule that is asked and skipped', ['--rule', 'improper', '--skip', 'improper'], '[usage]'],
      ['accounts that no rule looks at', ['--rule', 'improper', '--state', 'known'], '[usage]'],
      ['a report over a policy', ['--format', 'json=firm.quorate.yaml'], '[usage]'],
      ['no such format', ['--format', 'xml'], '[usage]'],
      ['no such folder for a report', ['--format', 'json=no/such/report'], '[file-not-written]'],
      ['no such day', ['--today', '2026-02-30'], '[usage]'],
      ['no such rule', ['--rule', 'dummy-signr'], 'did you mean `dummy-signer`'],
      ['a rule of the reader', ['--skip', 'secret-seed'], '[rule-of-reading]'],
      ['a baseline without a file', ['--create-baseline'], '[usage]'],
      ['no such baseline', ['--baseline', 'none.json'], '[file-not-found]'],
      ['no such file', ['nothing.quorate.yaml'], '[file-not-found]'],
      ['standard input that is fixed', ['-', '--fix'], '[usage]'],
      ['no git', ['--base', 'main'], '[not-a-repository]'],
      ['a seed on the command line', ['--base', SEED], '[secret-seed]'],
    ]
    for (const [name, args, says] of USAGE)
      it(name, async () => {
        const days = args.includes('--today') ? [] : DAY
        const { stdout, stderr, exit } = await runCli({ args: ['check', ...days, ...args], cwd: folder.path })
        expect([exit, stdout]).to.deep.equal([2, ''])
        expect(stderr).to.include(says)
        expect(stderr).not.to.include(SEED)
      })

    it('nothing to check', async () => {
      const empty = temporaryFolder()
      const { stderr, exit } = await runCli({ args: ['check'], cwd: empty.path })
      expect(exit).to.equal(2)
      expect(stderr).to.include('[no-policy-files]')
      empty.remove()
    })
  })

  describe('--base', () => {
    const COMPARED = [...PROMISES, '  - { id: no-new-power, on: "*", claim: { not-looser-than: base } }']

    beforeEach(() => {
      folder.write({ 'firm.quorate.yaml': firm({ more: COMPARED }) })
      folder.commit('two of three')
    })

    it('stops the commit that lets a new pair of people move funds, by their names', async () => {
      folder.write({
        'firm.quorate.yaml': firm({ more: COMPARED, signers: '{ anna: 1, bruno: 1, carla: 1, dora: 1 }' }),
      })
      folder.commit('dora comes in')
      const { stdout, exit } = await check('--base', 'HEAD~1')
      expect(exit).to.equal(1)
      tells(stdout, 'no-new-power', 'violated', 'together reach medium on firm, and cannot before the change')
      expect(stdout).to.match(/dora and \w+ together reach|\w+ and dora together reach/)
      expect((await check('--base', 'HEAD')).exit).to.equal(0)
    })

    it('finds an account that moved to another file, under another name', async () => {
      folder.write({
        'moved/firm.quorate.yaml': firm({
          account: 'company',
          signers: '{ anna: 1, bruno: 1, carla: 1, dora: 1 }',
          more: ['assert:', '  - { id: no-new-power, on: "*", claim: { not-looser-than: base } }'],
        }),
        'moved/people.quorate.yaml': PEOPLE,
      })
      folder.git('rm', '-q', 'firm.quorate.yaml', 'people.quorate.yaml')
      const { stdout, exit } = await check('--base', 'main')
      expect(exit).to.equal(1)
      tells(stdout, 'cannot before the change')
    })

    it('reads imports as they were', async () => {
      // The same names stand for other people now: who came in is new, and nobody else.
      const { anna, dora } = Object.fromEntries(
        [...PEOPLE.matchAll(/^ {2}(\w+): \{ key: (\w+)/gm)].map(([, name, key]) => [name, key]),
      ) as { anna: string; dora: string }
      folder.write({
        'people.quorate.yaml': PEOPLE.replace(anna, 'X').replace(dora, anna).replace('X', dora),
      })
      const { stdout, exit } = await check('--base', 'HEAD')
      expect(exit).to.equal(1)
      tells(stdout, 'cannot before the change')
    })

    it('a file that was not there has no base: its accounts are new', async () => {
      folder.write({
        'firm.quorate.yaml': firm({ more: COMPARED }),
        'shop.quorate.yaml': firm({ account: 'shop', more: [] })
          .replace(/address: \w+/, 'address: dora')
          .concat('assert:\n  - { id: new, on: shop, claim: { not-looser-than: base } }\n'),
      })
      const { exit } = await check('--base', 'HEAD')
      expect(exit).to.equal(0)
    })

    it('does not take an account for new where something could not be read', async () => {
      folder.write({ 'broken.quorate.yaml': 'quorate: 1\nkeys: [\n' })
      folder.commit('broken')
      folder.write({
        'broken.quorate.yaml': firm({ account: 'shop', more: [] })
          .replace(/address: \w+/, 'address: dora')
          .concat('assert:\n  - { id: new, on: shop, claim: { not-looser-than: base } }\n'),
      })
      const { stdout, exit } = await check('--base', 'HEAD')
      expect(exit).to.equal(4)
      tells(stdout, 'base-unreadable', '`broken.quorate.yaml`, which cannot be read as of `HEAD`')
    })

    it('refuses what is no revision, and what could be an option', async () => {
      for (const [ref, code] of [
        ['nope', 'unknown-revision'],
        ['--output=x', 'bad-revision'],
        ['HEAD:firm.quorate.yaml', 'bad-revision'],
        ['main..HEAD', 'bad-revision'],
        ['^main', 'bad-revision'],
      ] as const) {
        const { stdout, stderr, exit } = await check(`--base=${ref}`)
        expect([exit, stdout], ref).to.deep.equal([2, ''])
        expect(stderr).to.include(`[${code}]`)
      }
    })

    it('refuses a word that is a revision and a path', async () => {
      mkdirSync(join(folder.path, 'main'))
      const { stderr, exit } = await check('--base', 'main')
      expect(exit).to.equal(2)
      expect(stderr).to.include('[base-ambiguous]')
    })

    it('ends with 2 where there is no git', async () => {
      const { stderr, exit } = await runCli({
        args: ['check', ...DAY, '--base', 'main'],
        cwd: folder.path,
        env: { PATH: '/nonexistent' },
      })
      expect(exit).to.equal(2)
      expect(stderr).to.include('[no-git]')
    })

    it('takes files and folders as well', async () => {
      folder.write({ 'before/a.quorate.yaml': firm({ more: [] }), 'before/people.quorate.yaml': PEOPLE })
      const now = firm({ more: COMPARED, signers: '{ anna: 1, bruno: 1, carla: 1, dora: 1 }' })
      folder.write({ 'firm.quorate.yaml': now })
      for (const base of ['before', 'before/a.quorate.yaml'])
        expect((await check('firm.quorate.yaml', '--base', base)).exit, base).to.equal(1)
    })
  })

  describe('ignores and baselines', () => {
    const loose = (more: readonly string[] = []): string =>
      firm({ signers: '{ anna: 2, bruno: 2, carla: 2, dora: 1 }', medium: 4, high: 4, more })
    const only = ['--rule', 'dummy-signer', '--rule', 'stale-ignore', '--fail-on', 'warning']

    it('a rule that has nothing to look at is not asked, and makes no ignore stale', async () => {
      const ignored = ['ignore:', '  - { rule: ledger-drift, on: firm, reason: the change is under way }']
      folder.write({ 'firm.quorate.yaml': firm({ more: [...PROMISES, ...ignored] }) })
      const quiet = await check()
      expect(quiet.exit, quiet.stdout).to.equal(0)
      const asked = await check('--rule', 'ledger-drift')
      expect(asked.exit).to.equal(2)
      tells(asked.stderr, 'rule-needs-input', '`ledger-drift` cannot be asked without `--state`')
    })

    it('an ignore is for a time, and for something', async () => {
      const ignoring = (until: string, rule = 'dummy-signer'): string =>
        loose(['ignore:', `  - { rule: ${rule}, on: firm, reason: dora trains, until: ${until} }`])
      folder.write({ 'firm.quorate.yaml': ignoring('2026-11-21') })
      expect((await check(...only)).exit).to.equal(0)
      folder.write({ 'firm.quorate.yaml': ignoring('2026-11-20') })
      const expired = await check(...only)
      expect(expired.exit).to.equal(1)
      tells(expired.stdout, 'stale-ignore', 'ended on 2026-11-20', 'dummy-signer')
      folder.write({
        'firm.quorate.yaml': firm({
          more: ['ignore:', '  - { rule: dummy-signer, on: firm, reason: dora trains }'],
        }),
      })
      const unused = await check('--rule', 'dummy-signer', '--rule', 'stale-ignore')
      expect(unused.exit).to.equal(1)
      tells(unused.stdout, 'stale-ignore', 'of no use')
    })

    it('a baseline takes in what is there, and nothing new', async () => {
      folder.write({ 'firm.quorate.yaml': loose() })
      expect((await check(...only, '--baseline', 'known.json', '--create-baseline')).exit).to.equal(0)
      const list = folder.read('known.json')
      expect((JSON.parse(list) as { baseline: unknown[] }).baseline).to.have.length(1)
      expect((await check(...only, '--baseline', 'known.json')).exit).to.equal(0)

      const again = await check(...only, '--baseline', 'known.json', '--create-baseline')
      expect(again.exit).to.equal(2)
      expect(again.stderr).to.include('[baseline-exists]')

      // A second one is new, and pruning does not take it in.
      folder.write({
        'shop.quorate.yaml': firm({
          account: 'shop',
          signers: '{ anna: 2, bruno: 2, carla: 1 }',
          medium: 4,
          high: 4,
          more: [],
        }).replace(/address: \w+/, 'address: dora'),
      })
      const grown = await check(...only, '--baseline', 'known.json', '--prune-baseline')
      expect(grown.exit).to.equal(1)
      tells(grown.stdout, 'carla', 'shop')
      expect(folder.read('known.json')).to.equal(list)
    })

    it('a baseline entry that is not needed is a finding, until it is pruned', async () => {
      folder.write({ 'firm.quorate.yaml': loose() })
      await check(...only, '--baseline', 'known.json', '--create-baseline')
      folder.write({ 'firm.quorate.yaml': firm() })
      const stale = await check(...only, '--baseline', 'known.json')
      expect(stale.exit).to.equal(1)
      tells(stale.stdout, 'stale-baseline', 'known.json:2:', 'see: quorate check --help')
      expect((await check(...only, '--baseline', 'known.json', '--prune-baseline')).exit).to.equal(0)
      expect(JSON.parse(folder.read('known.json'))).to.deep.equal({ quorate: 1, baseline: [] })
    })

    it('a baseline never hides claims and tests', async () => {
      folder.write({ 'firm.quorate.yaml': firm({ medium: 3, high: 3 }) })
      expect((await check('--baseline', 'known.json', '--create-baseline')).exit).to.equal(1)
      expect(folder.read('known.json')).not.to.include('two-pay')
      expect((await check('--baseline', 'known.json')).exit).to.equal(1)
    })

    it('no baseline is written where a file could not be read', async () => {
      folder.write({ 'broken.quorate.yaml': 'quorate: 2\n' })
      expect((await check('--baseline', 'known.json', '--create-baseline')).exit).to.equal(2)
      expect(existsSync(join(folder.path, 'known.json'))).to.equal(false)
    })
  })

  describe('reports', () => {
    it('go to several files at once, whole, and say the same', async () => {
      folder.write({ 'firm.quorate.yaml': firm({ medium: 3, high: 3 }) })
      const files = ['json', 'jsonl', 'sarif', 'junit', 'github', 'markdown'] as const
      const { stdout, exit } = await check(...files.flatMap((name) => ['--format', `${name}=out.${name}`]))
      expect(exit).to.equal(1)
      tells(stdout, 'two-pay', 'exit 1')
      for (const name of files) expect(folder.read(`out.${name}`), name).to.include('two-pay')
      for (const name of ['json', 'sarif']) JSON.parse(folder.read(`out.${name}`))
      expect(folder.git('-c', 'init.defaultBranch=main', 'init', '-q')).to.equal('')
      const left = folder.git('ls-files', '--others').split('\n')
      expect(left.filter((name) => name.endsWith('.tmp'))).to.deep.equal([])
    })

    it('stay as they were where the check cannot be made', async () => {
      folder.write({ 'out.json': 'before' })
      expect((await check('--format', 'json=out.json', '--base', 'nope')).exit).to.equal(2)
      expect(folder.read('out.json')).to.equal('before')
    })

    it('a folder that cannot be written is never a clean end', async function () {
      if (process.getuid?.() === 0) return this.skip()
      chmodSync(folder.path, 0o555)
      const { exit } = await check('--format', 'json=out.json')
      chmodSync(folder.path, 0o755)
      expect(exit).to.equal(2)
    })

    it('are JSON for programs, failures too', async () => {
      const { stdout } = await check('--format', 'json')
      expect(JSON.parse(stdout)).to.have.property('formatVersion')
      const { stderr } = await check('--format', 'json', '--base', 'nope')
      expect((JSON.parse(stderr) as { errors: { code: string }[] }).errors[0]?.code).to.equal(
        'not-a-repository',
      )
    })
  })

  it('reads standard input under a name of its own', async () => {
    const { stdout, exit } = await runCli({
      args: ['check', ...DAY, '-', '--stdin-filename', 'new.quorate.yaml'],
      cwd: folder.path,
      input: firm({ medium: 3, high: 3 }),
    })
    expect(exit).to.equal(1)
    tells(stdout, 'new.quorate.yaml:')
  })

  it('compares with the ledger, and with stellar.toml', async () => {
    folder.write({
      'state.quorate.yaml.txt': firm({ high: 3, more: [] }).replace(
        'imports: [people.quorate.yaml]\n',
        PEOPLE.replace('quorate: 1\n', ''),
      ),
      'stellar.toml': `ACCOUNTS = ["${/dora: \{ key: (\w+)/.exec(PEOPLE)?.[1] ?? ''}"]\n`,
    })
    const { stdout } = await check(
      'firm.quorate.yaml',
      '--state',
      'state.quorate.yaml.txt',
      '--stellar-toml',
      'stellar.toml',
    )
    tells(stdout, 'ledger-drift', 'stellar-toml', 'no policy says who controls it')
  })

  it('says which accounts it could not compare with the ledger, and refuses a state of none of them', async () => {
    const stranger = horizonOf(/dora: \{ key: (\w+)/.exec(PEOPLE)?.[1] ?? '')
    const own = horizonOf(/address: (\w+)/.exec(firm({ more: [] }))?.[1] ?? '')
    folder.write({ 'stranger.json': stranger, 'own.json': own })
    const none = await check('firm.quorate.yaml', '--state', 'stranger.json')
    expect([none.exit, none.stdout]).to.deep.equal([2, ''])
    expect(none.stderr).to.include('[other-account]').and.to.include('stranger.json')

    folder.write({
      'second.quorate.yaml': firm({ account: 'second', more: [] }).replace(
        /address: \w+/,
        `address: ${/dora: \{ key: (\w+)/.exec(PEOPLE)?.[1] ?? ''}`,
      ),
    })
    const some = await check('--state', 'own.json', '--rule', 'ledger-drift', '--verbose')
    tells(some.stdout, 'second is not among the accounts of the ledger that are given')
  })

  describe('--fix', () => {
    const loose = firm({
      signers: '{ anna: 2, bruno: 2, carla: 2, dora: 1 } # dora trains',
      medium: 4,
      high: 4,
      more: [],
    })
    const only = ['firm.quorate.yaml', '--rule', 'dummy-signer', '--fail-on', 'warning']

    it('puts right what is proved, once', async () => {
      folder.write({ 'firm.quorate.yaml': loose })
      const first = await check(...only, '--fix')
      expect(first.exit, first.stdout + first.stderr).to.equal(0)
      expect(first.stderr).to.include('fixed firm.quorate.yaml: remove signer dora')
      const text = folder.read('firm.quorate.yaml')
      expect(text).to.include('{ anna: 2, bruno: 2, carla: 2 } # dora trains')
      const second = await check(...only, '--fix')
      expect([second.exit, second.stderr, folder.read('firm.quorate.yaml')]).to.deep.equal([0, '', text])
    })

    it('shows it as a diff that git applies, and changes nothing itself', async () => {
      folder.write({ 'firm.quorate.yaml': loose })
      const { stdout, exit } = await check(...only, '--fix-dry-run')
      expect(exit).to.equal(1)
      expect(folder.read('firm.quorate.yaml')).to.equal(loose)
      folder.write({ 'fix.diff': stdout })
      folder.git('apply', 'fix.diff')
      expect(folder.read('firm.quorate.yaml')).to.include('{ anna: 2, bruno: 2, carla: 2 } # dora trains')
    })
  })

  it('--watch checks again when a file changes, and ends with its last answer', async function () {
    this.timeout(20_000)
    const child = spawn(process.execPath, [MAIN, 'check', ...DAY, '--watch'], { cwd: folder.path })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    const ended = new Promise<number | null>((done) => child.on('close', done))
    const waits = async (times: number): Promise<void> => {
      while (err.split('waiting for changes').length <= times)
        await new Promise((done) => setTimeout(done, 20))
    }
    await waits(1)
    tells(out, 'exit 0')
    folder.write({ 'firm.quorate.yaml': firm({ medium: 3, high: 3 }) })
    await waits(2)
    tells(out, 'exit 1')
    // Nobody looks at a terminal, so nothing is cleared.
    expect(out).not.to.include('\u001b')
    child.kill('SIGINT')
    expect(await ended).to.equal(1)
  })
})
