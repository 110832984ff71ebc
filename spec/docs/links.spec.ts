import { expect } from 'chai'
import { anchorsOf, slugOf } from './headings.js'
import { linksOf, whyBroken } from './links.js'

describe('docs runner: headings', () => {
  const table: readonly [heading: string, slug: string][] = [
    ['Quick start', 'quick-start'],
    ['What `verify` says, and why', 'what-verify-says-and-why'],
    ['A [link](b.md) & more', 'a-link--more'],
    ['3. snake_case', '3-snake_case'],
    ['Größe', 'größe'],
  ]
  for (const [heading, slug] of table)
    it(`\`${heading}\` is #${slug}`, () => {
      expect(slugOf(heading)).to.equal(slug)
    })

  it('are numbered where they repeat, and not read from code', () => {
    const text = '# A\n## A ##\n```sh\n# no\n```\n<a id="own"></a>\n#no'
    expect([...anchorsOf(text)]).to.deep.equal(['a', 'a-1', 'own'])
  })
})

describe('docs runner: links', () => {
  it('are found with their lines, and not in code', () => {
    const text =
      '[a](a.md) ![b](<b.png>)\n`[no](no.md)` [c](c.md "title")\n\n[d]: d.md#e\n```sh\n[no](no.md)\n```'
    expect(linksOf(text)).to.deep.equal([
      { target: 'a.md', line: 1 },
      { target: 'b.png', line: 1 },
      { target: 'c.md', line: 2 },
      { target: 'd.md#e', line: 4 },
    ])
  })

  const files: Readonly<Record<string, string>> = { 'docs/a.md': '# One', 'README.md': '# Two', examples: '' }
  const why = (target: string) => whyBroken('docs/a.md', { target, line: 1 }, (path) => files[path])

  it('that lead somewhere are fine', () => {
    for (const target of [
      '#one',
      '../README.md',
      '../README.md#two',
      '../examples',
      'https://a.b/c',
      'mailto:a@b',
    ])
      expect(why(target), target).to.equal(undefined)
  })

  it('that lead nowhere are named', () => {
    expect(why('b.md')).to.equal('`b.md` leads to `docs/b.md`, which does not exist')
    expect(why('#two')).to.equal('`docs/a.md` has no heading for `#two`')
    expect(why('../README.md#one')).to.equal('`README.md` has no heading for `#one`')
    expect(why('/README.md')).to.match(/make it relative/)
  })
})
