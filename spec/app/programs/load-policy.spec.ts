/** Loading policies: imports are found, stay in their folder, and go in no circle; files are found in folders. */
import { expect } from 'chai'
import { isLeft } from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { nodeFiles } from '../../../src/app/node/index.js'
import { findPolicyFiles } from '../../../src/app/programs/find-policy-files.js'
import { loadPolicy } from '../../../src/app/programs/load-policy.js'
import { readAccountInput } from '../../../src/app/programs/read-account-input.js'
import type { Failure } from '../../../src/kernel/model/index.js'
import { policyText } from '../../support/build/policy.js'

type Tree = Readonly<Record<string, string>>

/** A folder with files, for as long as something is done with it. */
const inFolder = async <A>(tree: Tree, run: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-policy-'))
  try {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      if (text.startsWith('-> ')) symlinkSync(text.slice(3), join(folder, path))
      else writeFileSync(join(folder, path), policyText(text))
    }
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const imports = (...paths: readonly string[]): string => `quorate: 1\nimports: [${paths.join(', ')}]\n`
const key = (name: string): string => `keys: { ${name}: {${name}} }\n`

/** `file:line:column code`, with the folder left out. */
const told =
  (folder: string) =>
  ({ code, subject, position }: Failure): string => {
    const file = O.isSome(subject) ? subject.value.replace(`${folder}/`, '') : '-'
    const at = O.isSome(position) ? `:${position.value.line}:${position.value.column}` : ''
    return `${file}${at} ${code}`
  }

const load = (tree: Tree, file = 'a.yaml', root?: string) =>
  inFolder(tree, async (folder) => {
    const policy = await loadPolicy({ files: nodeFiles() })(
      join(folder, file),
      root === undefined ? undefined : join(folder, root),
    )()
    return isLeft(policy)
      ? {
          files: [],
          keys: [],
          failures: policy.left.map(told(folder)),
          words: policy.left.map((f) => f.message),
        }
      : {
          files: policy.right.files.map((path) => path.replace(`${folder}/`, '')),
          keys: [...policy.right.keys.keys()],
          failures: [],
          words: [],
        }
  })

describe('load policy', () => {
  it('joins what is imported, each file once, the named one first', async () => {
    const tree = {
      'a.yaml': `${imports('b.yaml', 'sub/c.yaml')}${key('a')}groups: { all: [a, b, c, d] }\n`,
      'b.yaml': `${imports('sub/d.yaml')}${key('b')}`,
      'sub/c.yaml': `${imports('d.yaml', '../b.yaml')}${key('c')}`,
      'sub/d.yaml': `quorate: 1\n${key('d')}`,
    }
    const { files, keys, failures } = await load(tree)
    expect(failures).to.deep.equal([])
    expect(files).to.deep.equal(['a.yaml', 'b.yaml', 'sub/d.yaml', 'sub/c.yaml'])
    expect(keys).to.deep.equal(['a', 'b', 'd', 'c'])
  })

  const REFUSED: readonly (readonly [string, Tree, readonly string[], root?: string])[] = [
    ['a file that is not there', { 'a.yaml': imports('b.yaml') }, ['a.yaml:2:11 file-not-found']],
    ['a folder', { 'a.yaml': imports('b'), 'b/c.yaml': '' }, ['a.yaml:2:11 not-a-file']],
    ['itself', { 'a.yaml': imports('a.yaml') }, ['a.yaml:2:11 import-cycle']],
    [
      'a circle',
      { 'a.yaml': imports('b.yaml'), 'b.yaml': imports('x/c.yaml'), 'x/c.yaml': imports('../b.yaml') },
      ['x/c.yaml:2:11 import-cycle'],
    ],
    [
      'the way out',
      { 'a/a.yaml': imports('../b.yaml'), 'b.yaml': 'quorate: 1' },
      ['a/a.yaml:2:11 import-outside'],
    ],
    [
      'the way out and in again, outside',
      { 'a/a.yaml': imports('b/../../c.yaml'), 'c.yaml': 'quorate: 1' },
      ['a/a.yaml:2:11 import-outside'],
    ],
    [
      'a link that leads out',
      { 'a/a.yaml': imports('b.yaml'), 'c.yaml': 'quorate: 1', 'a/b.yaml': '-> ../c.yaml' },
      ['a/a.yaml:2:11 import-outside'],
    ],
    [
      'a folder behind a link that leads out',
      { 'a/a.yaml': imports('b/c.yaml'), 'x/c.yaml': 'quorate: 1', 'a/b': '-> ../x' },
      ['a/a.yaml:2:11 import-outside'],
    ],
    [
      'a circle through a link',
      { 'a.yaml': imports('b.yaml'), 'b.yaml': '-> a.yaml' },
      ['a.yaml:2:11 import-cycle'],
    ],
    [
      'another network',
      { 'a.yaml': `${imports('b.yaml')}network: public\n`, 'b.yaml': 'quorate: 1\nnetwork: testnet' },
      ['b.yaml:2:1 networks-differ'],
    ],
    [
      'a name twice',
      { 'a.yaml': `${imports('b.yaml')}${key('a')}`, 'b.yaml': 'quorate: 1\nkeys: { a: {b} }' },
      ['b.yaml:2:9 name-twice'],
    ],
    [
      'a key by two names',
      { 'a.yaml': `${imports('b.yaml')}${key('a')}`, 'b.yaml': 'quorate: 1\nkeys: { b: {a} }' },
      ['b.yaml:2:9 key-twice'],
    ],
    [
      'a group and a key of one name',
      { 'a.yaml': `${imports('b.yaml')}${key('a')}`, 'b.yaml': 'quorate: 1\ngroups: { a: [] }' },
      ['b.yaml:2:11 name-clash'],
    ],
    [
      'a file without a version',
      { 'a.yaml': imports('b.yaml'), 'b.yaml': 'keys: {}' },
      ['b.yaml:1:1 missing-key'],
    ],
    [
      'what is wrong with several files',
      {
        'a.yaml': `${imports('b.yaml', 'c.yaml')}x: 1\n`,
        'b.yaml': 'quorate: 1\ny: 1',
        'c.yaml': 'quorate: 1\nz: 1',
      },
      ['a.yaml:3:1 unknown-key', 'b.yaml:2:1 unknown-key', 'c.yaml:2:1 unknown-key'],
    ],
  ]
  for (const [name, tree, failures] of REFUSED)
    it(`refuses ${name}`, async () => {
      const file = 'a.yaml' in tree ? 'a.yaml' : 'a/a.yaml'
      expect((await load(tree, file)).failures).to.deep.equal(failures)
    })

  it('names the ring', async () => {
    const { words } = await load({ 'a.yaml': imports('b.yaml'), 'b.yaml': imports('a.yaml') })
    expect(words[0]).to.match(/`[^`]*a\.yaml` → `[^`]*b\.yaml` → `[^`]*a\.yaml`/)
  })

  it('lets a file import from beside its folder, where that is below the root', async () => {
    const tree = { 'p/a/a.yaml': imports('../b.yaml'), 'p/b.yaml': 'quorate: 1' }
    expect((await load(tree, 'p/a/a.yaml', 'p')).failures).to.deep.equal([])
    expect((await load(tree, 'p/a/a.yaml', 'p/a')).failures).to.deep.equal(['p/a/a.yaml:2:11 import-outside'])
  })

  it('refuses a hundred and one files', async () => {
    const tree = Object.fromEntries(
      Array.from({ length: 101 }, (_, i) => [
        i === 0 ? 'a.yaml' : `f${i}.yaml`,
        i === 100 ? 'quorate: 1' : imports(`f${i + 1}.yaml`),
      ]),
    )
    expect((await load(tree)).failures).to.deep.equal(['f99.yaml:2:11 too-large'])
    const fewer = Object.fromEntries(
      Object.entries({ ...tree, 'f99.yaml': 'quorate: 1' }).filter(([name]) => name !== 'f100.yaml'),
    )
    expect((await load(fewer)).files.length).to.equal(100)
  })

  it('is followed by whoever reads accounts', async () => {
    const tree = {
      'a.yaml': `${imports('b.yaml')}accounts: { t: { address: x, master: 0, signers: { all: 1 }, thresholds: { low: 1, medium: 1, high: 1 } } }\n`,
      'b.yaml': 'quorate: 1\nkeys: { x: {x}, y: {y}, z: {z} }\ngroups: { all: [y, z] }\n',
    }
    await inFolder(tree, async (folder) => {
      const source = await readAccountInput(nodeFiles())(join(folder, 'a.yaml'))()
      if (isLeft(source)) throw new Error(source.left[0].message)
      expect(source.right.accounts[0]?.signers.length).to.equal(2)
      expect([...source.right.aliases.values()]).to.include.members(['x', 'y', 'z'])
    })
  })
})

describe('find policy files', () => {
  const TREE: Tree = {
    'b.quorate.yaml': '',
    'a.quorate.json': '',
    'sub/c.quorate.yml': '',
    'sub/other.yaml': '',
    'node_modules/d.quorate.yaml': '',
    '.git/e.quorate.yaml': '',
    linked: '-> sub',
    'sub/l.quorate.yaml': '-> ../b.quorate.yaml',
  }
  const find = (tree: Tree, paths: (folder: string) => readonly string[]) =>
    inFolder(tree, async (folder) => {
      const found = await findPolicyFiles({ files: nodeFiles() })(paths(folder))()
      const short = (path: string): string => path.replace(folder, '.')
      return isLeft(found)
        ? found.left.map(told(folder))
        : found.right.map(({ file, root }) => `${short(file)} in ${short(root)}`)
    })

  it('finds them in folders, sorted, and not twice', async () => {
    const all = [
      './a.quorate.json in .',
      './b.quorate.yaml in .',
      './sub/c.quorate.yml in .',
      './sub/l.quorate.yaml in .',
    ]
    expect(await find(TREE, (folder) => [folder])).to.deep.equal(all)
    expect(
      await find(TREE, (folder) => [`${folder}/`, join(folder, 'b.quorate.yaml'), folder]),
    ).to.deep.equal(all)
  })

  it('takes a file by any name where it is named', async () => {
    expect(await find(TREE, (folder) => [join(folder, 'sub/other.yaml')])).to.deep.equal([
      './sub/other.yaml in ./sub',
    ])
  })

  it('refuses to have found nothing', async () => {
    expect(await find({ 'x/y.yaml': '' }, (folder) => [folder])).to.deep.equal(['- no-policy-files'])
    expect(await find(TREE, (folder) => [join(folder, 'nowhere')])).to.deep.equal(['nowhere file-not-found'])
  })

  it('refuses a folder in which it has found nothing, beside others', async () => {
    const tree = { 'a/p.quorate.yaml': '', 'b/p.yaml': '' }
    expect(await find(tree, (folder) => [join(folder, 'a'), join(folder, 'b')])).to.deep.equal([
      '- no-policy-files',
    ])
  })

  it('finds names in capitals', async () => {
    expect(await find({ 'P.Quorate.YAML': '' }, (folder) => [folder])).to.deep.equal([
      './P.Quorate.YAML in .',
    ])
  })

  it('refuses a folder that is too deep to be searched', async () => {
    const way = Array.from({ length: 65 }, () => 'd').join('/')
    const tree = { 'p.quorate.yaml': '', [`${way}/x.quorate.yaml`]: '' }
    expect(await find(tree, (folder) => [folder])).to.deep.equal([`${way} folder-too-deep`])
  })

  it('refuses a link to a folder with policies that it does not come to', async () => {
    const tree = {
      'x/p.quorate.yaml': '',
      'x/out': '-> ../y',
      'x/hidden': '-> .z',
      'x/known': '-> sub',
      'x/none': '-> ../other',
      'x/sub/p.quorate.yaml': '',
      'x/.z/p.quorate.yaml': '',
      'y/p.quorate.yaml': '',
      'other/readme': '',
    }
    const found = await find(tree, (folder) => [join(folder, 'x')])
    expect([...found].sort()).to.deep.equal(['x/hidden link-outside', 'x/out link-outside'])
  })

  it('refuses a link that leads out of the folder', async () => {
    const tree = { 'x/l.quorate.yaml': '-> ../y.quorate.yaml', 'y.quorate.yaml': '' }
    expect(await find(tree, (folder) => [join(folder, 'x')])).to.deep.equal(['x/l.quorate.yaml link-outside'])
  })
})
