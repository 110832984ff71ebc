import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { commitOf } from '../../../src/app/node/git-commit.js'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.js'

describe('the commit that a word means', () => {
  let folder: TemporaryFolder
  let [first, second] = ['', '']

  before(() => {
    folder = temporaryFolder({ a: '1' })
    folder.commit('first')
    first = folder.git('rev-parse', 'HEAD').trim()
    folder.git('update-ref', 'refs/remotes/origin/main', first)
    folder.git('commit', '-q', '--allow-empty', '-m', 'second')
    second = folder.git('rev-parse', 'HEAD').trim()
  })
  after(() => folder.remove())
  afterEach(() => {
    for (const tag of folder.git('tag').split('\n').filter(Boolean)) folder.git('tag', '-d', tag)
  })

  const meant = async (revision: string): Promise<string> => {
    const commit = await commitOf(folder.path, revision)
    return E.isLeft(commit) ? commit.left.code : commit.right.id
  }

  it('is the one that git says', async () => {
    expect(await meant('origin/main')).to.equal(first)
    expect(await meant('main')).to.equal(second)
    expect(await meant('main~1')).to.equal(first)
    expect(await meant('@')).to.equal(second)
    expect(await meant(first)).to.equal(first)
    expect(await meant('gone')).to.equal('unknown-revision')
  })

  it('is not what a tag of the name of a branch says', async () => {
    folder.git('tag', 'origin/main')
    expect(folder.git('rev-parse', '--quiet', '--verify', 'origin/main').trim(), 'git itself').to.equal(
      second,
    )
    for (const word of ['origin/main', 'origin/main~0', 'origin/main^{commit}', 'origin/main@{0}'])
      expect(await meant(word), word).to.equal('revision-ambiguous')
    expect(await meant('refs/remotes/origin/main')).to.equal(first)
    expect(await meant('refs/tags/origin/main')).to.equal(second)
  })

  it('is the same by two names of one commit', async () => {
    folder.git('tag', 'main')
    expect(await meant('main')).to.equal(second)
  })
})
