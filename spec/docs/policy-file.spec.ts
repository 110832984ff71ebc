/** The page of the policy file: every example is read, together with the first one. */
import { expect } from 'chai'
import { isLeft } from 'fp-ts/lib/Either.js'
import { parse } from 'yaml'
import { readPolicy, readPolicyPart } from '../../src/edge/source/index.js'
import { textOf } from './block.js'
import { blocksIn } from './documents.js'

type Sections = Readonly<Record<string, unknown>>

const isMap = (value: unknown): value is Sections =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first example with another section, or with more entries in one. */
const together = (first: Sections, other: Sections): Sections => ({
  ...first,
  ...Object.fromEntries(
    Object.entries(other).map(([name, section]) => {
      const before = first[name]
      return [name, isMap(before) && isMap(section) ? { ...before, ...section } : section]
    }),
  ),
})

describe('docs: the policy file', () => {
  const [whole, ...sections] = blocksIn('docs/policy-file.md').filter(({ language }) => language === 'yaml')
  const first = parse(textOf(whole!)) as Sections

  it('begins with a policy', () => {
    expect(readPolicy(textOf(whole!), 'a')._tag).to.equal('Right')
    expect(sections.length).to.be.above(8)
  })

  for (const block of sections)
    it(`has an example at line ${block.line} that goes with it`, () => {
      const text = JSON.stringify(together(first, parse(textOf(block)) as Sections))
      const read = textOf(block).startsWith('imports') ? readPolicyPart(text, 'a') : readPolicy(text, 'a')
      expect(isLeft(read) ? read.left.map(({ message }) => message) : []).to.deep.equal([])
    })
})
