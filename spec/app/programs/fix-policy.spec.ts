import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { lint, RULES, staleIgnores, suppress, type Finding } from '../../../src/advice/lint/index.js'
import type { Policy } from '../../../src/advice/policy/index.js'
import { fixPolicy, type Fixed } from '../../../src/app/programs/fix-policy.js'
import type { PolicyFiles } from '../../../src/app/programs/load-policy.js'
import { whyNotProved } from '../../../src/app/programs/proved-change.js'
import { failure } from '../../../src/kernel/model/index.js'
import { EXAMPLE_DAY, lintInputOf } from '../../support/build/lint-input.js'
import { policyFrom, policyText } from '../../support/build/policy.js'

const FILE = 'firm.quorate.yaml'

const filesOf = (texts: Readonly<Record<string, string>>): PolicyFiles => ({
  readText: (path) => async () => {
    const text = texts[path]
    return text === undefined ? E.left(failure('file-not-found', path)) : E.right(policyText(text))
  },
  realPath: (path) => async () => E.right(path),
})

/** Only some rules, so that other rules do not change what these specs are about. */
const finding =
  (...ids: readonly string[]) =>
  (policy: Policy): readonly Finding[] => {
    const found = lint(RULES.filter(({ id }) => ids.includes(id)))(lintInputOf(policy))
    const { judged, used } = suppress(policy, EXAMPLE_DAY)(found)
    const stale = ids.includes('stale-ignore') ? staleIgnores(policy, EXAMPLE_DAY, used) : []
    return [...judged.filter(({ ignored }) => O.isNone(ignored)).map((one) => one.finding), ...stale]
  }

const fixed = async (
  texts: Readonly<Record<string, string>>,
  find: (policy: Policy) => readonly Finding[],
): Promise<Fixed> => {
  const result = await fixPolicy({ files: filesOf(texts) })({ file: FILE, find })()
  if (E.isLeft(result)) throw new Error(result.left.map(({ message }) => message).join('\n'))
  return result.right
}

const textOf = ({ text }: Fixed): string => (O.isSome(text) ? text.value.after : 'as it was')

const firm = (signers: string, ...more: readonly string[]): string => `# the firm
quorate: 1
keys:
  anna: {anna}
  bruno: {bruno} # since spring
  carla: {carla}
accounts:
  firm:
    address: {firm}
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 } # two of us
    signers: ${signers}
${more.map((line) => `${line}\n`).join('')}`

const ALL = '{ anna: 1, bruno: 1, carla: 1 }'

/** A fix of which something else is true than what it says. */
const lying =
  (effect: 'equivalent' | 'improvement', edit: Partial<Finding> & { readonly to: number }) =>
  (policy: Policy): readonly Finding[] => {
    const account = policy.accounts.get('firm')!
    return [
      {
        rule: 'lying',
        severity: 'warning',
        account: O.some('firm'),
        place: account.place,
        says: 'Nothing is so.',
        help: 'do not believe it',
        exhibits: [],
        related: [],
        evidence: [String(edit.to)],
        fix:
          account.account.thresholds.medium === edit.to
            ? O.none
            : O.some({
                says: 'set medium',
                effect,
                edits: [
                  {
                    file: FILE,
                    path: ['accounts', 'firm', 'thresholds', 'medium'],
                    _tag: 'Set',
                    to: edit.to,
                  },
                ],
              }),
      },
    ]
  }

describe('programs: fixing a policy', () => {
  it('does what is equivalent, in as many rounds as it takes, and leaves every comment', async () => {
    const before = firm(
      '{ anna: 1, bruno: 1 }',
      'groups:',
      '  # nobody uses it',
      '  board: [carla]',
      'ignore:',
      '  - { rule: dummy-signer, on: firm, reason: long ago }',
      '  - { rule: no-promise, on: firm, reason: next week }',
    )
    const result = await fixed({ [FILE]: before }, finding('unused-name', 'no-promise', 'stale-ignore'))
    const after = firm(
      '{ anna: 1, bruno: 1 }',
      'groups: {}',
      '  # nobody uses it',
      'ignore:',
      '  - { rule: no-promise, on: firm, reason: next week }',
    ).replace('  carla: {carla}\n', '')
    expect(textOf(result)).to.equal(policyText(after))
    expect(result.done.map(({ fix }) => fix.says)).to.have.members([
      'remove the group board',
      'remove the key carla',
      'remove the entry of dummy-signer',
    ])
    expect(result.notDone).to.deep.equal([])
  })

  it('changes nothing the second time', async () => {
    const once = await fixed({ [FILE]: firm(ALL) }, finding('no-promise'))
    const twice = await fixed({ [FILE]: textOf(once) }, finding('no-promise'))
    expect([once.done.length, twice.done.length, textOf(twice)]).to.deep.equal([1, 0, 'as it was'])
  })

  it('never does what is only suggested', async () => {
    const before = firm(ALL).replace('{anna}', '{ key: {anna}, lost: 2026-01-31 }')
    const result = await fixed({ [FILE]: before }, finding('lost-key'))
    expect(result.done).to.deep.equal([])
    expect(textOf(result)).to.equal('as it was')
  })

  it('does not touch what is imported', async () => {
    const people = 'quorate: 1\nkeys: { anna: {anna}, bruno: {bruno}, carla: {carla} }\nassert: []\n'
    const claim = '{ id: lost, on: firm, claim: { survives: { lose: 1, by: key }, for: high } }'
    const main = firm(ALL, 'assert:', `  - ${claim}`)
      .replace(/keys:[^]*accounts:/, 'accounts:')
      .replace('quorate: 1\n', 'quorate: 1\nimports: [people.quorate.yaml]\n')
    const twice = people.replace('assert: []', `assert:\n  - ${claim.replace('id: lost', 'id: again')}`)
    const result = await fixed({ [FILE]: main, 'people.quorate.yaml': twice }, finding('redundant-claim'))
    expect(result.notDone.map(({ why }) => why)[0]).to.contain('a file that is imported')
    expect(textOf(result)).to.equal('as it was')
  })

  const refused: readonly (readonly [
    says: string,
    find: (policy: Policy) => readonly Finding[],
    why: string,
  ])[] = [
    ['not the same people', lying('equivalent', { to: 3 }), 'the same people can act on firm'],
    ['more people', lying('improvement', { to: 1 }), 'nobody gains anything on firm'],
    ['a number that is none', lying('equivalent', { to: 256 }), 'could not be read any more'],
  ]
  for (const [says, find, why] of refused)
    it(`leaves a fix after which there are ${says}`, async () => {
      const result = await fixed({ [FILE]: firm(ALL) }, find)
      expect(result.notDone.map((one) => one.why).join()).to.contain(why)
      expect(textOf(result)).to.equal('as it was')
    })

  it('leaves an improvement that breaks a promise', async () => {
    const claim = '  - { id: two-pay, on: firm, claim: { any: 2, of: [anna, bruno, carla], can: medium } }'
    const result = await fixed({ [FILE]: firm(ALL, 'assert:', claim) }, lying('improvement', { to: 3 }))
    expect(result.notDone.map(({ why }) => why)).to.deep.equal(['two-pay on firm would not hold any more'])
  })

  it('tells why a file cannot be read', async () => {
    const result = await fixPolicy({ files: filesOf({}) })({ file: FILE, find: () => [] })()
    expect(E.isLeft(result) && result.left[0].code).to.equal('file-not-found')
  })

  it('proves nothing of other accounts', () => {
    const [one, other] = [policyFrom(firm(ALL)), policyFrom(firm(ALL).replace('{firm}', '{other}'))]
    expect(whyNotProved(one, one, 'equivalent')).to.deep.equal(O.none)
    expect(whyNotProved(one, other, 'improvement')).to.deep.equal(O.some('the accounts would be others'))
  })
})
