/**
 * Where `strict` and `literal` differ: the table of the guide, case by case, and no case more. That there is
 * no other kind of difference is a law of `laws.spec.ts`. The table of codes is held to the codes.
 */
import { expect } from 'chai'
import { SEP10_CODES, type ClientAnswer, type Level } from '../../../src/edge/sep10/index.js'
import { signer } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { read } from '../../support/repository.js'
import { absent, codeOf, challengeText, known, login, type Hand } from './login.js'

const PAGE = read('docs/guide/sep10.md')

/** The cells of the table under a heading, without its head. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const [, section = ''] = PAGE.split(`\n## ${heading}\n`)
  return (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')))
}

interface Case {
  readonly hands: readonly Hand[]
  readonly answer: ClientAnswer
  readonly level?: Level
}

const disabled = (medium: number, ...signers: readonly string[]): ClientAnswer =>
  known(account({ of: 'alice', master: 0, medium, signers: signers.map((name) => [name, 1] as const) }))

const CASES: Readonly<Record<string, Case>> = {
  'disabled-master-medium-0': { hands: ['alice'], answer: disabled(0, 'bob') },
  'locked-account': { hands: ['alice'], answer: disabled(0) },
  'locked-account-unsigned': { hands: [], answer: disabled(0) },
  'disabled-master-and-signer': { hands: ['alice', 'bob'], answer: disabled(1, 'bob') },
  'disabled-master-medium-1': { hands: ['alice'], answer: disabled(1, 'bob') },
  'weight-0-signer': {
    hands: ['bob'],
    answer: known({ ...account({ of: 'alice' }), signers: [signer(key('bob').signerKey, 0)] }),
  },
  'absent-account-with-a-weight': { hands: ['alice'], answer: absent, level: 2 },
}

const under = ({ hands, answer, level = 'Medium' }: Case, profile: 'strict' | 'literal'): string =>
  codeOf(login(challengeText({}, hands), answer, { level, profile }), 'authenticated')

describe('sep10: the guide', () => {
  const table = tableUnder('Two profiles')

  it('lists these differences, and no others', () => {
    expect(table.map(([name]) => name)).to.deep.equal(Object.keys(CASES))
  })

  for (const [name = '', literal, strict, why] of table)
    it(`is right about ${name}`, () => {
      const one = CASES[name]
      if (one === undefined) throw new Error(`no case for ${name}`)
      expect([under(one, 'literal'), under(one, 'strict')]).to.deep.equal([literal, strict])
      expect(literal).to.not.equal(strict)
      expect(why).to.not.equal('')
    })

  it('lists every code with its meaning', () => {
    expect(tableUnder('Codes')).to.deep.equal(Object.entries(SEP10_CODES))
  })
})
