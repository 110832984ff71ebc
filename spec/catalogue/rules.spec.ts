import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { isSameRule, RULES, SEVERITIES, type Rule, type RuleExample } from '../../src/advice/lint/index.js'
import { edited, editsOf, tryExample, tryText, type TriedExample } from '../generate/example-rule.js'
import { formatted } from '../generate/formatted.js'
import { ruleIds, ruleIndex } from '../generate/rule-index.js'
import { rulePages } from '../generate/rule-pages.js'
import { policyText } from '../support/build/policy.js'
import { has, read } from '../support/repository.js'

const accountsOf = ({ input }: TriedExample) =>
  O.isSome(input) ? [...input.value.policy.accounts.values()] : []

const isComment = (line: string): boolean => line.trimStart().startsWith('#')

const holdsFindings = (rule: Rule, tried: TriedExample): void => {
  for (const { rule: id, severity, says, help, evidence, place } of tried.findings) {
    expect(id).to.equal(rule.id)
    // The severity of a rule is the worst that it finds.
    expect(SEVERITIES.indexOf(severity)).to.be.at.least(SEVERITIES.indexOf(rule.severity))
    expect(says).to.match(/\.$/)
    expect(help).to.match(/^[^A-Z].*[^.]$/)
    expect(evidence).to.not.have.lengthOf(0)
    expect(place.position.line).to.be.at.least(1)
  }
}

const holdsFixed = (rule: Rule, { given }: RuleExample, tried: TriedExample, fixed: string): void => {
  expect(edited(tried.text, editsOf(tried.findings))).to.equal(fixed)
  const lines = fixed.split('\n')
  for (const comment of tried.text.split('\n').filter(isComment)) expect(lines).to.include(comment)
  const again = tryText(rule, fixed, given)
  expect(O.isSome(again.input), 'can be read').to.equal(true)
  expect(editsOf(again.findings), 'fixing twice').to.deep.equal([])
}

const holdsEqual = (rule: Rule, { given }: RuleExample, tried: TriedExample): void => {
  const after = tryText(rule, edited(tried.text, editsOf(tried.findings, 'equivalent')), given)
  const [before, changed] = [accountsOf(tried), accountsOf(after)]
  expect(changed.map(({ name }) => name)).to.deep.equal(before.map(({ name }) => name))
  before.forEach(({ account, name }, at) =>
    expect(isSameRule(account, changed[at]!.account), name).to.equal(true),
  )
}

describe('catalogue: rules', () => {
  it('are named as their files, each once', () => {
    expect(RULES.map(({ id }) => id)).to.deep.equal(ruleIds())
  })

  it('are all in the index', async () => {
    for (const { path, text } of await ruleIndex())
      expect(await formatted(path, text), path).to.equal(read(path))
  })

  it('keep failures of their own', () => {
    const codes = RULES.flatMap((rule) => (rule._tag === 'Reading' ? rule.codes : []))
    expect(new Set(codes).size).to.equal(codes.length)
  })

  it('have pages, and the pages are current', async () => {
    const pages = await rulePages()
    expect(pages.map(({ path }) => path)).to.deep.equal([
      'docs/rules/README.md',
      ...RULES.map(({ id }) => `docs/rules/${id}.md`),
    ])
    for (const { path, text } of pages) {
      expect(has(path), path).to.equal(true)
      expect(await formatted(path, text), `${path}: run \`npm run generate\``).to.equal(read(path))
    }
  }).timeout(20_000)

  for (const rule of RULES) {
    const { id, summary, rationale, examples } = rule
    describe(id, () => {
      it('says in a line what is found, and why it matters', () => {
        expect(summary).to.match(/^[a-z].*[^.]$/)
        expect(rationale).to.match(/^[A-Z].*\.$/)
      })

      it('has an example in which it finds something, and one in which it finds nothing', () => {
        expect(examples.filter(({ finds }) => finds.length > 0)).to.not.have.lengthOf(0)
        expect(examples.filter(({ finds }) => finds.length === 0)).to.not.have.lengthOf(0)
      })

      for (const example of examples)
        it(example.says, () => {
          const tried = tryExample(rule, example)
          expect(tried.says).to.have.lengthOf(example.finds.length)
          example.finds.forEach((part, at) => expect(tried.says[at]).to.include(part))
          if (rule._tag === 'Reading') expect(rule.codes).to.include.members([...tried.codes])
          else expect(tried.codes).to.deep.equal([])
          holdsFindings(rule, tried)
          if (editsOf(tried.findings).length > 0 || example.fixed !== undefined)
            holdsFixed(rule, example, tried, policyText(example.fixed ?? 'no fix is shown'))
          if (rule._tag === 'Lint') holdsEqual(rule, example, tried)
        })
    })
  }
})
