/**
 * What was before, wherever it stood: an account that moves, or whose file gets another name, is no new
 * account. Every row is a git repository with two states, and a check of the second against the first.
 */
import { expect } from 'chai'
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { runCliHere, type CliResult } from '../../support/run-cli.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'
import { firm, PEOPLE } from './check-policies.js'

const BEFORE = firm({ more: [] })
const LOOSER = firm({ medium: 1, high: 1, more: [] })

/** The same with its keys in it. */
const alone = (text: string): string =>
  text.replace('imports: [people.quorate.yaml]\n', PEOPLE.replace('quorate: 1\n', ''))

const ADDRESS = /address: (\w+)/.exec(BEFORE)?.[1] ?? ''

type Texts = Readonly<Record<string, string | Uint8Array>>

interface Row {
  readonly says: string
  readonly before: Texts
  /** What is there now; everything else of before is gone. */
  readonly after: Texts
  /** What is checked, below the folder. */
  readonly paths?: readonly string[]
  readonly exit: number
  readonly tells?: string
}

const GAINS = 'reaches medium on firm, and cannot before the change'

const LOOSE: readonly Row[] = [
  {
    says: 'another folder, outside of the one that is checked',
    before: { 'old/firm.quorate.yaml': BEFORE, 'old/people.quorate.yaml': PEOPLE },
    after: { 'new/firm.quorate.yaml': LOOSER, 'new/people.quorate.yaml': PEOPLE },
    paths: ['new'],
    exit: 1,
    tells: GAINS,
  },
  {
    says: 'a folder whose name starts with a dot',
    before: { '.old/firm.quorate.yaml': alone(BEFORE) },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 1,
    tells: GAINS,
  },
  {
    says: 'another file name, that no policy has',
    before: { 'firm.yaml': alone(BEFORE) },
    after: { 'firm.quorate.yaml': alone(LOOSER) },
    exit: 1,
    tells: GAINS,
  },
  {
    says: 'from one name that no policy has to another',
    before: { 'firm.txt': alone(BEFORE) },
    after: { 'firm.conf': alone(LOOSER) },
    paths: ['firm.conf'],
    exit: 1,
    tells: GAINS,
  },
  {
    says: 'to a name that no policy has',
    before: { 'a/firm.quorate.yaml': alone(BEFORE) },
    after: { 'b/firm.yaml': alone(LOOSER) },
    paths: ['b/firm.yaml'],
    exit: 1,
    tells: GAINS,
  },
  {
    says: 'an account that only an import describes',
    before: {
      'old/main.quorate.yaml': 'quorate: 1\nimports: [parts/firm.inc]\n',
      'old/parts/firm.inc': alone(BEFORE),
    },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 1,
    tells: GAINS,
  },
  {
    says: 'an address that only an import knows, in a file that no policy is called like',
    before: { 'old/main': BEFORE.replace('people.quorate.yaml', 'people.inc'), 'old/people.inc': PEOPLE },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 1,
    tells: GAINS,
  },
  {
    says: 'an import from above the folder of the old file',
    before: {
      'old/deep/firm.yaml': BEFORE.replace('people.quorate.yaml', '../../people.quorate.yaml'),
      'people.quorate.yaml': PEOPLE,
    },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 1,
    tells: GAINS,
  },
  {
    says: 'a broken policy elsewhere is no trouble where the account was found',
    before: { 'old/firm.yaml': alone(BEFORE), 'x/broken.quorate.yaml': 'quorate: [' },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 1,
    tells: GAINS,
  },
]

const NEW: readonly Row[] = [
  {
    says: 'it was nowhere',
    before: { 'README.md': 'nothing' },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    exit: 0,
  },
  {
    says: 'its address stood in files that are no policies',
    before: {
      'stellar.toml': `ACCOUNTS = ["${ADDRESS}"]`,
      'state.json': `{"id": "${ADDRESS}"}`,
      'docs/README.md': `Write this:\n\n${alone(BEFORE)}\n`,
      'workflow.yaml': `jobs:\n  quorate:\n    with: { account: ${ADDRESS} }\n`,
    },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    exit: 0,
  },
  {
    says: 'broken policies elsewhere, and no such address in the whole repository',
    before: { 'x/broken.quorate.yaml': 'quorate: 1\nimports: [' },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 0,
  },
  {
    says: 'nobody gains anything by a move',
    before: { 'old/firm.yaml': alone(BEFORE) },
    after: { 'new/firm.quorate.yaml': alone(BEFORE) },
    paths: ['new'],
    exit: 0,
  },
]

const UNKNOWN: readonly Row[] = [
  {
    says: 'a broken policy elsewhere, and the address stood somewhere',
    before: { 'old/firm.quorate.yaml': 'quorate: 1\nimports: [', 'stellar.toml': ADDRESS },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 4,
    tells: 'old/firm.quorate.yaml`, which cannot be read as of `main`',
  },
  {
    says: 'a file that is written like a policy, has the address, and cannot be read',
    before: { 'old/firm.yaml': alone(BEFORE).replace('master: 0', 'master: none') },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 4,
    tells: 'old/firm.yaml',
  },
  {
    says: 'a policy whose text is kept elsewhere (git-lfs)',
    before: {
      'old/firm.quorate.yaml': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
    },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 4,
    tells: 'old/firm.quorate.yaml',
  },
  {
    says: 'a policy that is no text',
    before: { 'old/firm.quorate.yaml': new Uint8Array([0, 71, 73, 84, 67, 82, 89, 80, 84, 0]) },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 4,
    tells: 'old/firm.quorate.yaml',
  },
  {
    says: 'two files that differ: nobody knows which counted',
    before: { 'a/firm.yaml': alone(BEFORE), 'b/firm.yaml': alone(LOOSER) },
    after: { 'new/firm.quorate.yaml': alone(LOOSER) },
    paths: ['new'],
    exit: 4,
    tells: 'stands in two places of `main`',
  },
]

describe('quorate check --base, and where accounts were', () => {
  let folder: TemporaryFolder

  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder.remove())

  const flat = ({ stdout, stderr }: CliResult): string => (stdout + stderr).replace(/\s+/g, ' ')

  /** Nobody may gain power; of the rules one is asked that finds nothing here. */
  const check = (paths: readonly string[], ...more: readonly string[]): Promise<CliResult> => {
    const named = paths.map((path) => join(folder.path, path))
    return runCliHere(
      'check',
      ...named,
      '--base',
      'main',
      '--not-looser',
      '--rule',
      'dropped-promise',
      ...more,
    )
  }

  const commit = (files: Texts): void => {
    folder.write(files)
    folder.commit('before')
  }

  const leave = (files: Texts): void => {
    folder.git('rm', '-rq', '--ignore-unmatch', '.')
    mkdirSync(folder.path, { recursive: true })
    folder.write(files)
  }

  const rows = (all: readonly Row[]): void => {
    for (const { says, before, after, paths = ['.'], exit, tells = '' } of all)
      it(says, async () => {
        commit(before)
        leave(after)
        const ran = await check(paths)
        expect(ran.exit, flat(ran)).to.equal(exit)
        expect(flat(ran)).to.include(tells)
      })
  }

  describe('1: looser than it was', () => rows(LOOSE))
  describe('0: new, or as it was', () => rows(NEW))
  describe('4: what it was is not known', () => rows(UNKNOWN))

  it('4: it may have been in a submodule that is gone', async () => {
    const inner = temporaryFolder({ 'firm.quorate.yaml': alone(BEFORE) })
    try {
      inner.commit('inner')
      folder.write({ 'README.md': 'outer' })
      folder.commit('outer')
      folder.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.path, 'policies')
      folder.commit('before')
      folder.write({ 'new/firm.quorate.yaml': alone(LOOSER) })
      // As long as it is there, nothing came from it.
      expect((await check(['new'])).exit).to.equal(0)
      folder.git('rm', '-qf', 'policies')
      const ran = await check(['new'])
      expect(ran.exit).to.equal(4)
      expect(flat(ran)).to.include('may have been in').and.include('policies')
      // A policy in a submodule is compared with the revision of that repository, which has none of that name.
      folder.git('reset', '-q', '--hard')
      folder.git('-c', 'protocol.file.allow=always', 'submodule', 'update', '-q')
      folder.write({ 'policies/firm.quorate.yaml': alone(LOOSER) })
      const within = await check(['policies'])
      expect(flat(within)).to.include(GAINS)
    } finally {
      inner.remove()
    }
  })

  it('links: what they led to is found where it is, and one that led out is not taken for nothing', async () => {
    folder.write({ 'real.yaml': alone(BEFORE) })
    symlinkSync('real.yaml', join(folder.path, 'firm.quorate.yaml'))
    folder.commit('before')
    leave({ 'firm.quorate.yaml': alone(LOOSER) })
    const inside = await check(['.'])
    expect([inside.exit, flat(inside).includes(GAINS)]).to.deep.equal([1, true])

    leave({ 'stellar.toml': ADDRESS })
    rmSync(join(folder.path, 'firm.quorate.yaml'))
    symlinkSync('../elsewhere.yaml', join(folder.path, 'firm.quorate.yaml'))
    folder.git('add', '-A')
    folder.git('commit', '-qm', 'a link that leads out')
    leave({ 'new/firm.quorate.yaml': alone(LOOSER) })
    const outside = await check(['new'])
    expect([outside.exit, flat(outside).includes('firm.quorate.yaml')]).to.deep.equal([4, true])
  })

  it('2: a clone without history has no base', async () => {
    commit({ 'old/firm.yaml': alone(BEFORE) })
    folder.git('commit', '-q', '--allow-empty', '-m', 'more')
    const shallow = temporaryFolder()
    try {
      shallow.git('clone', '-q', '--depth', '1', `file://${folder.path}`, 'clone')
      const clone = join(shallow.path, 'clone')
      shallow.write({ 'clone/new/firm.quorate.yaml': alone(LOOSER) })
      const ran = await runCliHere('check', join(clone, 'new'), '--base', 'HEAD~1', '--not-looser')
      expect(ran.exit).to.equal(2)
      expect(flat(ran)).to.include('[unknown-revision]').and.include('fetch-depth: 0')
    } finally {
      shallow.remove()
    }
  })

  it('a clone without texts is no reason to take an account for new', async () => {
    commit({ 'old/firm.yaml': alone(BEFORE) })
    const partial = temporaryFolder()
    try {
      folder.git('config', 'uploadpack.allowFilter', 'true')
      partial.git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${folder.path}`, 'clone')
      partial.write({ 'clone/new/firm.quorate.yaml': alone(LOOSER) })
      const ran = await runCliHere(
        ...['check', join(partial.path, 'clone', 'new'), '--base', 'origin/main', '--not-looser'],
      )
      expect(ran.exit, flat(ran)).to.equal(2)
      expect(flat(ran)).to.include('[git-failed]').and.include('clone without `--filter`')
    } finally {
      partial.remove()
    }
  })

  it('paths are those of the folder that one is in', async () => {
    const here = process.cwd()
    commit({ 'a/old/firm.yaml': alone(BEFORE), 'a/b/c/README.md': 'deep' })
    leave({ 'a/b/new/firm.quorate.yaml': alone(LOOSER) })
    mkdirSync(join(folder.path, 'a/b/c'), { recursive: true })
    const ask = (...args: readonly string[]): Promise<CliResult> =>
      runCliHere('check', ...args, '--base', 'main', '--not-looser', '--rule', 'dropped-promise')
    try {
      process.chdir(join(folder.path, 'a/b/c'))
      for (const path of ['../new', '../new/firm.quorate.yaml', '..']) {
        const ran = await ask(path)
        expect([ran.exit, flat(ran).includes(GAINS)], path).to.deep.equal([1, true])
      }
    } finally {
      process.chdir(here)
    }
  })

  describe('an account that is in no file any more', () => {
    const SHOP = alone(firm({ account: 'shop', more: [] })).replace(/address: \w+/, 'address: dora')

    it('is told, and is an error where nobody may gain power over any account', async () => {
      commit({ 'p/firm.quorate.yaml': alone(BEFORE), 'p/shop.quorate.yaml': SHOP })
      leave({ 'p/firm.quorate.yaml': alone(BEFORE) })
      const path = join(folder.path, 'p')
      const told = await runCliHere('check', path, '--base', 'main', '--skip', 'no-promise')
      expect(told.exit).to.equal(0)
      expect(flat(told)).to.include('warning[account-gone]: shop (').and.include('p/shop.quorate.yaml')
      const ran = await check(['p'])
      expect([ran.exit, flat(ran).includes('error[account-gone]: shop (')]).to.deep.equal([1, true])
      for (const format of ['json', 'jsonl', 'sarif', 'junit', 'github', 'markdown']) {
        const { stdout } = await check(['p'], '--format', format)
        expect(stdout, format).to.include('shop')
      }
    })

    it('is given up on purpose by a baseline, which tells of it when it comes back', async () => {
      commit({ 'p/firm.quorate.yaml': alone(BEFORE), 'p/shop.quorate.yaml': SHOP })
      leave({ 'p/firm.quorate.yaml': alone(BEFORE) })
      const list = ['--baseline', join(folder.path, 'known.json')]
      expect((await check(['p'], ...list, '--create-baseline')).exit).to.equal(0)
      expect((await check(['p'], ...list)).exit).to.equal(0)
      folder.git('add', '-A')
      folder.git('commit', '-qm', 'without the shop')
      expect((await check(['p'], ...list)).exit).to.equal(0)
      folder.write({ 'p/shop.quorate.yaml': SHOP.replaceAll(': 2', ': 1') })
      const back = await check(['p'], ...list)
      expect(back.exit).to.equal(1)
      expect(flat(back)).to.include('that was given up, and it is checked again')
    })

    it('is not told of files that are not checked, nor while a file cannot be read', async () => {
      commit({ 'p/firm.quorate.yaml': alone(BEFORE), 'p/shop.quorate.yaml': SHOP })
      const one = await check(['p/firm.quorate.yaml'])
      expect([one.exit, flat(one).includes('account-gone')]).to.deep.equal([0, false])
      folder.write({ 'p/shop.quorate.yaml': 'quorate: [' })
      const broken = await check(['p'])
      expect([broken.exit, flat(broken).includes('account-gone')]).to.deep.equal([2, false])
    })

    it('is told of a file that was named and has it no more', async () => {
      commit({ 'firm.yaml': alone(BEFORE) })
      folder.write({ 'firm.yaml': SHOP })
      const ran = await check(['firm.yaml'])
      expect([ran.exit, flat(ran).includes('error[account-gone]: firm (')]).to.deep.equal([1, true])
    })
  })

  it('starts git a few times, however many files there are', async function () {
    this.timeout(20_000)
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`data/${String(at % 50)}/${String(at)}.json`, `{"at": ${at}}`]),
    )
    commit({ ...many, 'old/firm.yaml': alone(BEFORE) })
    const wrapper = temporaryFolder({
      git: '#!/bin/sh\necho x >> "$COUNT"\nPATH="$REAL" exec git "$@"\n',
      count: '',
    })
    leave({ ...many, 'new/firm.quorate.yaml': alone(LOOSER) })
    const { PATH } = process.env
    try {
      chmodSync(join(wrapper.path, 'git'), 0o755)
      Object.assign(process.env, { REAL: PATH, COUNT: join(wrapper.path, 'count') })
      process.env['PATH'] = `${wrapper.path}:${PATH ?? ''}`
      expect((await check(['new'])).exit).to.equal(1)
      expect(wrapper.read('count').split('\n').length - 1).to.be.at.most(9)
    } finally {
      process.env['PATH'] = PATH
      delete process.env['REAL']
      delete process.env['COUNT']
      wrapper.remove()
    }
  })
})
