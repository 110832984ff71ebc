import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { exampleFile } from '../../../src/advice/lint/example-file.js'
import {
  fingerprintOf,
  lint,
  RULES,
  staleIgnores,
  suppress,
  type Finding,
} from '../../../src/advice/lint/index.js'
import { EXAMPLE_DAY, lintInputOf } from '../../support/build/lint-input.js'
import { policyFrom } from '../../support/build/policy.js'

const firm = (more: readonly string[] = []): string =>
  exampleFile({ signers: { anna: 3, bruno: 1, carla: 1 }, thresholds: [2, 2, 3], more })

const ignoring = (...entries: readonly string[]): string =>
  firm(['ignore:', ...entries.map((entry) => `  - { ${entry}, reason: "we know of it" }`)])

const found = (text: string): readonly Finding[] => lint(RULES)(lintInputOf(policyFrom(text)))

const judged = (text: string) => {
  const policy = policyFrom(text)
  const { judged: all, used } = suppress(policy, EXAMPLE_DAY)(found(text))
  return {
    open: all.filter(({ ignored }) => O.isNone(ignored)).map(({ finding }) => finding.rule),
    hidden: all.filter(({ ignored }) => O.isSome(ignored)).map(({ finding }) => finding.rule),
    stale: staleIgnores(policy, EXAMPLE_DAY, used),
    used,
  }
}

describe('lint', () => {
  it('tells in the order of the file, then of the rules', () => {
    const places = found(firm()).map(({ place, rule }) => [place.position.line, place.position.column, rule])
    expect(places.length).to.be.above(1)
    const sorted = places.toSorted(([a = 0, b = 0, c = ''], [d = 0, e = 0, f = '']) =>
      a !== d ? Number(a) - Number(d) : b !== e ? Number(b) - Number(e) : c < f ? -1 : 1,
    )
    expect(places).to.deep.equal(sorted)
  })

  it('tells the same whatever the order of the rules is', () => {
    const input = lintInputOf(policyFrom(firm()))
    expect(lint(RULES.toReversed())(input)).to.deep.equal(lint(RULES)(input))
  })
})

describe('ignore', () => {
  it('hides findings of its rule on its account, and nothing else', () => {
    const before = judged(firm())
    expect(before.open).to.include('single-key-high')
    const after = judged(ignoring('rule: single-key-high, on: vault'))
    expect(after.hidden).to.deep.equal(['single-key-high'])
    expect(after.open).to.deep.equal(before.open.filter((rule) => rule !== 'single-key-high'))
    expect(after.stale).to.deep.equal([])
  })

  it('holds on its last day, and not on the next', () => {
    expect(
      judged(ignoring(`rule: single-key-high, on: vault, until: ${EXAMPLE_DAY}`)).hidden,
    ).to.have.lengthOf(1)
    const late = judged(ignoring('rule: single-key-high, on: vault, until: 2026-11-20'))
    expect(late.hidden).to.deep.equal([])
    expect(late.stale.map(({ says }) => says)).to.deep.equal([
      'Ignoring single-key-high on vault ended on 2026-11-20.',
    ])
  })

  it('without an account is about the file as a whole only', () => {
    const { hidden, stale } = judged(ignoring('rule: single-key-high'))
    expect(hidden).to.deep.equal([])
    expect(stale.map(({ says }) => says)).to.deep.equal([
      'Ignoring single-key-high on the file is of no use: nothing of that kind was found.',
    ])
  })

  it('of no use is told, except of rules that were not asked', () => {
    const text = ignoring('rule: dummy-signer, on: vault')
    const { stale, used } = judged(text)
    expect(stale.map(({ rule, severity }) => [rule, severity])).to.deep.equal([['stale-ignore', 'error']])
    expect(
      staleIgnores(policyFrom(text), EXAMPLE_DAY, used, (rule) => rule !== 'dummy-signer'),
    ).to.deep.equal([])
  })

  it('cannot hide that an ignore is stale', () => {
    const { stale } = judged(
      ignoring('rule: dummy-signer, on: vault', 'rule: stale-ignore, on: vault', 'rule: stale-ignore'),
    )
    expect(stale).to.have.lengthOf(3)
  })

  it('goes with the whole section where no other entry stays', () => {
    const paths = (text: string) =>
      judged(text).stale.flatMap(({ fix }) => (O.isSome(fix) ? fix.value.edits.map(({ path }) => path) : []))
    expect(paths(ignoring('rule: dummy-signer, on: vault', 'rule: improper, on: vault'))).to.deep.equal([
      ['ignore'],
    ])
    expect(paths(ignoring('rule: single-key-high, on: vault', 'rule: improper, on: vault'))).to.deep.equal([
      ['ignore', 1],
    ])
  })
})

describe('a fingerprint', () => {
  const addressIn = (text: string) => (name: string) => policyFrom(text).accounts.get(name)?.account.id
  const of = (text: string, rule: string): string => {
    const finding = found(text).find((one) => one.rule === rule)
    if (finding === undefined) throw new Error(`nothing of ${rule} is found`)
    return fingerprintOf(finding, addressIn(text))
  }

  it('is 16 bytes in hexadecimal', () => {
    expect(of(firm(), 'single-key-high')).to.match(/^[0-9a-f]{32}$/)
  })

  it('stays when lines move and names change', () => {
    const renamed = `# Another line.\n${firm()}`
      .replace('  vault:', '  treasury:')
      .replaceAll('anna: 3', 'ann: 3')
      .replace('  anna: {anna}', '  ann: {anna}')
    expect(of(renamed, 'single-key-high')).to.equal(of(firm(), 'single-key-high'))
  })

  it('differs by rule, by account and by evidence', () => {
    const other = firm().replace('address: {vault}', 'address: {other}')
    const more = firm().replace('bruno: 1', 'bruno: 3')
    const [first] = found(firm()).filter(({ rule }) => rule === 'single-key-high')
    const asAnother = fingerprintOf({ ...first!, rule: 'single-key-medium' }, addressIn(firm()))
    const prints = [
      of(firm(), 'single-key-high'),
      asAnother,
      of(other, 'single-key-high'),
      of(more, 'single-key-high'),
    ].filter((print, at, all) => all.indexOf(print) === at)
    expect(prints).to.have.lengthOf(4)
  })
})
