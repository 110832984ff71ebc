import { expect } from 'chai'
import { linesMatching, privatePlaces } from './private-places.js'
import { drawers, hasDefaultExport, lineCount, notKebab, roomsWithoutSpec } from './tree-rules.js'

describe('house: tree rules', () => {
  it('know kebab-case', () => {
    const good = [
      'src/kernel/model/account-id.ts',
      'spec/kernel/model/account-id.spec.ts',
      'src/edge/sep10/a.ts',
    ]
    const bad = ['src/kernel/model/accountId.ts', 'src/Kernel/a.ts', 'src/a/account_id.ts', 'src/a/-a.ts']
    expect(notKebab([...good, ...bad])).to.deep.equal(bad)
  })

  it('know drawers', () => {
    const bad = ['src/kernel/utils/a.ts', 'src/a/helpers.ts', 'spec/common/a.spec.ts', 'src/a/util.ts']
    expect(drawers(['src/a/common-signer.ts', ...bad])).to.deep.equal(bad)
  })

  it('count lines', () => {
    expect(['', 'a', 'a\n', 'a\nb', 'a\n\n'].map(lineCount)).to.deep.equal([1, 1, 1, 2, 2])
  })

  it('know default exports', () => {
    expect(hasDefaultExport('const a = 1\nexport default a')).to.equal(true)
    expect(hasDefaultExport('export { a, b as default }')).to.equal(true)
    expect(hasDefaultExport("export const text = 'export default'")).to.equal(false)
  })

  it('know rooms without a spec', () => {
    const paths = [
      'src/kernel/model/a.ts',
      'src/kernel/engine/b.ts',
      'src/app/cli/c.ts',
      'src/kernel/index.ts',
      'spec/kernel/model/other.spec.ts',
      'spec/kernel/engine/fixture.ts',
    ]
    expect(roomsWithoutSpec(paths)).to.deep.equal({ 'spec/kernel/engine/': ['src/kernel/engine/b.ts'] })
  })
})

describe('house: private places', () => {
  const found = (root: string, text: string) => linesMatching(privatePlaces(root), text)
  const [home, users] = [['', 'home', 'ann', ''].join('/'), ['', 'Users', 'ann', ''].join('/')]

  it('are the checkout, its parent, and homes', () => {
    const text = `see /place/quorate/src\n"/place/other"\nfile:///place/x\n${home}x\n${users}x`
    expect(found('/place/quorate', text)).to.deep.equal([1, 2, 3, 4, 5])
  })

  it('are not the tails of longer paths, nor ordinary parents', () => {
    expect(found('/src/app', '../src/app ./src/app a/src/app /src/apple')).to.deep.equal([])
    expect(found('/tmp/quorate', 'mktemp makes /tmp/x')).to.deep.equal([])
    expect(found('/place/quorate', 'https://place/quorate /places a/place')).to.deep.equal([])
  })
})
