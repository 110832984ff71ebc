import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { exampleFile, IN_ADVANCE, SECRET_HASH } from '../../../src/advice/lint/example-file.js'
import { lint, RULES, type Finding } from '../../../src/advice/lint/index.js'
import { lintInputOf } from '../../support/build/lint-input.js'
import { policyFrom } from '../../support/build/policy.js'

const found = (text: string, rule: string): readonly Finding[] =>
  lint(RULES)(lintInputOf(policyFrom(text))).filter((finding) => finding.rule === rule)

const pathsOf = (findings: readonly Finding[]) =>
  findings.flatMap(({ fix }) => (O.isSome(fix) ? fix.value.edits.map(({ path }) => path) : []))

const grouped = (signers: string, thresholds: string): string =>
  [
    'quorate: 1',
    'keys: { anna: {anna}, bruno: {bruno}, carla: {carla}, dora: {dora}, emil: {emil} }',
    'groups: { board: [anna, bruno, carla, dora] }',
    'accounts:',
    '  vault:',
    '    address: {vault}',
    '    master: 0',
    `    signers: ${signers}`,
    `    thresholds: ${thresholds}`,
    '',
  ].join('\n')

describe('a little weight', () => {
  const signers = { anna: 4, bruno: 4, emil: 1 }

  it('is of no use beside people who need none of it', () => {
    expect(found(exampleFile({ signers, thresholds: [4, 4, 4] }), 'dummy-signer')).to.have.lengthOf(1)
  })

  it('matters beside a transaction that was authorized in advance', () => {
    const text = exampleFile({
      signers: { ...signers, rent: 3 },
      keys: { rent: IN_ADVANCE[0] },
      thresholds: [4, 4, 4],
    })
    expect(found(text, 'dummy-signer')).to.deep.equal([])
  })

  it('matters beside a secret that is out', () => {
    const text = exampleFile({
      signers: { ...signers, lock: 3 },
      keys: { lock: SECRET_HASH },
      thresholds: [4, 4, 4],
    })
    expect(found(text, 'dummy-signer')).to.deep.equal([])
  })
})

describe('an edit', () => {
  it('removes a signer who stands by itself', () => {
    const text = grouped('{ board: 2, emil: 1 }', '{ low: 4, medium: 4, high: 6 }')
    expect(pathsOf(found(text, 'dummy-signer'))).to.deep.equal([['accounts', 'vault', 'signers', 'emil']])
  })

  it('never changes the weight of a group, not even to an equal rule', () => {
    const text = grouped('{ board: 20 }', '{ low: 40, medium: 40, high: 60 }')
    const findings = found(text, 'weights-not-minimal')
    expect(findings).to.have.lengthOf(1)
    expect(pathsOf(findings)).to.deep.equal([])
  })

  it('switches the master key off where it is written', () => {
    const text = exampleFile({
      master: 1,
      signers: { anna: 2, bruno: 2, carla: 2, dora: 2 },
      thresholds: [4, 4, 6],
    })
    expect(pathsOf(found(text, 'dummy-signer'))).to.deep.equal([['accounts', 'vault', 'master']])
    const inMap = text.replace('master: 1', 'master: { weight: 1 }')
    expect(pathsOf(found(inMap, 'dummy-signer'))).to.deep.equal([['accounts', 'vault', 'master', 'weight']])
  })
})

describe('an account from a preset', () => {
  const preset = (name: string, parts: string): string =>
    [
      'quorate: 1',
      'keys: { anna: {anna}, bruno: {bruno}, carla: {carla} }',
      'accounts:',
      '  vault:',
      '    address: anna',
      `    preset: ${name}`,
      `    with: ${parts}`,
      '',
    ].join('\n')

  for (const [name, parts] of [
    ['joint', '{ keys: [bruno, carla] }'],
    ['expense', '{ keys: [bruno, carla] }'],
    ['company', '{ keys: [bruno, carla], m: 1 }'],
    ['custom-currency', '{}'],
  ] as const)
    it(`as ${name} is meant: nothing but the loss of a key is told`, () => {
      const text = preset(name, parts)
      const rules = lint(RULES)(lintInputOf(policyFrom(text)))
        .filter(({ severity }) => severity !== 'note')
        .map(({ rule }) => rule)
      expect(rules.filter((rule) => rule !== 'one-key-loss-locks' && rule !== 'unused-name')).to.deep.equal(
        [],
      )
    })
})
