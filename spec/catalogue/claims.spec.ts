import { expect } from 'chai'
import { CLAIM_FORMS, type Answer, type ClaimForm } from '../../src/advice/policy/index.js'
import { claimIds, claimIndex } from '../generate/claim-index.js'
import { claimPages } from '../generate/claim-pages.js'
import { decideExample } from '../generate/example-claim.js'
import { formatted } from '../generate/formatted.js'
import { has, read } from '../support/repository.js'

/** Forms that anything can be said to: no vacuous and no unknown example can be made. */
const ALWAYS_DECIDED: readonly string[] = [
  'reachable',
  'nested',
  'proper',
  'strong',
  'no-deadlock',
  'no-dummies',
  'equals',
  'stricter-than',
  'looser-than',
  'not-looser-than',
  'power',
]

const isNoAnswer = (tag: Answer['_tag']): boolean => tag === 'Vacuous' || tag === 'Unknown'

const identity = ({ id, tag }: ClaimForm): string => (tag === 'Compare' ? id : tag)

describe('catalogue: claims', () => {
  it('are named as their files, each once', () => {
    expect(CLAIM_FORMS.map(({ id }) => id)).to.deep.equal(claimIds())
    expect(new Set(CLAIM_FORMS.map(identity)).size).to.equal(CLAIM_FORMS.length)
  })

  it('are all in the index', async () => {
    for (const { path, text } of await claimIndex())
      expect(await formatted(path, text), path).to.equal(read(path))
  })

  it('have pages, and the pages are current', async () => {
    const pages = await claimPages()
    expect(pages.map(({ path }) => path)).to.deep.equal([
      'docs/claims/README.md',
      ...CLAIM_FORMS.map(({ id }) => `docs/claims/${id}.md`),
    ])
    for (const { path, text } of pages) {
      expect(has(path), path).to.equal(true)
      expect(await formatted(path, text), `${path}: run \`npm run generate\``).to.equal(read(path))
    }
  })

  for (const { id, summary, meaning, rationale, syntax, examples } of CLAIM_FORMS) {
    it(`${id} says in a line what it is, and why anybody wants it`, () => {
      expect(summary).to.match(/^[a-z].*[^.]$/)
      for (const text of [meaning, rationale]) expect(text).to.match(/^[A-Z].*\.$/)
      expect(syntax).to.not.have.lengthOf(0)
      for (const line of syntax) expect(line).to.match(/^\{ .* \}$/)
    })

    it(`${id} has examples that hold and that do not`, () => {
      const expected = examples.map(({ expect: tag }) => tag)
      expect(expected).to.include.members(['Holds', 'Violated'])
      if (!ALWAYS_DECIDED.includes(id)) expect(expected.some(isNoAnswer), id).to.equal(true)
    })

    for (const example of examples)
      it(`${id}: ${example.says}`, () => {
        expect(example.says).to.match(/[^.]$/)
        const { answer, told } = decideExample(example)
        expect(answer._tag, told).to.equal(example.expect)
      })
  }
})
