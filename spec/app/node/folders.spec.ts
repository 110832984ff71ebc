import { expect } from 'chai'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { nodeFolders } from '../../../src/app/node/index.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'

describe('node: folders', () => {
  let folder: TemporaryFolder
  beforeEach(() => void (folder = temporaryFolder({ 'file.txt': 'mine', 'full/mine.txt': 'mine' })))
  afterEach(() => folder.remove())

  const create = (name: string, ...files: readonly string[]) =>
    nodeFolders().create(
      join(folder.path, name),
      files.map((file) => ({ name: file, text: `text of ${file}` })),
    )()

  const codeOf = (made: E.Either<{ readonly code: string }, void>): string =>
    E.isLeft(made) ? made.left.code : 'made'

  it('has all files', async () => {
    expect(codeOf(await create('new', 'a', 'b'))).to.equal('made')
    expect([folder.read('new/a'), folder.read('new/b')]).to.deep.equal(['text of a', 'text of b'])
  })

  it('has none where one cannot be written, and leaves nothing beside', async () => {
    const before = readdirSync(folder.path)
    expect(codeOf(await create('new', 'a', 'no/such/folder'))).to.equal('file-not-written')
    expect(codeOf(await create('new', 'a', 'a'))).to.equal('folder-not-empty')
    expect(readdirSync(folder.path)).to.deep.equal(before)
  })

  it('leaves what is there', async () => {
    expect(codeOf(await create('full', 'a'))).to.equal('folder-not-empty')
    expect(codeOf(await create('file.txt', 'a'))).to.equal('not-a-folder')
    expect(codeOf(await create('no/such/place', 'a'))).to.equal('file-not-written')
    expect([folder.read('full/mine.txt'), folder.read('file.txt')]).to.deep.equal(['mine', 'mine'])
    expect(readdirSync(folder.path).toSorted()).to.deep.equal(['file.txt', 'full'])
  })

  it('can be read by those who can read any other folder', async () => {
    await create('new', 'a')
    folder.write({ 'other/a': '' })
    const modeOf = (name: string): number => statSync(join(folder.path, name)).mode
    expect(modeOf('new')).to.equal(modeOf('other'))
    expect(modeOf('new/a')).to.equal(modeOf('other/a'))
  })
})
