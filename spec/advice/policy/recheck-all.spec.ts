import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { policyOf, recheckAll, runAssertions, type Asserted } from '../../../src/advice/policy/index.js'
import { anyOf, can, cannot, policyFrom, survives } from './remedy/situation.js'

const one = policyFrom({
  weights: { anna: 1, bruno: 1, carla: 1 },
  thresholds: [1, 2, 3],
  claims: {
    pay: [can('Medium', anyOf(2, 'people', 'anna', 'bruno', 'carla')), survives('Medium', 1)],
    change: [cannot('High', anyOf(2, 'people', 'anna', 'bruno', 'carla')), survives('High', 1)],
  },
})
const [treasury] = one.accounts.values()
const policy = policyOf({
  ...one,
  accounts: new Map([...one.accounts, ['till', { ...treasury!, name: 'till' }]]),
  assertions: one.assertions.map((assertion) => ({ ...assertion, on: ['treasury', 'till'] })),
})
const answered = runAssertions(policy, O.none)

type Tamper = (all: readonly Asserted[]) => readonly Asserted[]

const first =
  (change: (asserted: Asserted) => Asserted): Tamper =>
  ([head, ...others]) => [change(head!), ...others]

const TAMPERED: Readonly<Record<string, Tamper>> = {
  'nothing at all': () => [],
  'an assertion left out': (all) => all.slice(1),
  'an account left out': (all) => all.filter(({ account }) => account === 'treasury'),
  'an assertion twice': (all) => [...all, ...all.slice(0, 1)],
  'one assertion in the place of another': (all) => [all[1]!, ...all.slice(1)],
  'another assertion of the same account': (all) => [all[2]!, ...all.slice(1)],
  'another account': first((asserted) => ({ ...asserted, account: 'till' })),
  'the claims of another assertion': (all) =>
    all.map((asserted) => ({ ...asserted, answers: all[0]!.answers })),
  'a claim left out': first((asserted) => ({ ...asserted, answers: asserted.answers.slice(1) })),
  'the last claim left out': first((asserted) => ({ ...asserted, answers: asserted.answers.slice(0, 1) })),
  'a claim twice': first(({ answers, ...more }) => ({ ...more, answers: [...answers, answers[0]!] })),
  'a claim in the place of another': first(({ answers, ...more }) => ({
    ...more,
    answers: [answers[0]!, answers[0]!],
  })),
  'a wrong answer': (all) =>
    all.map(({ answers, ...more }) => ({
      ...more,
      answers: answers.map(({ claim }) => ({ claim, answer: answered[0]!.answers[0]!.answer })),
    })),
}

describe('policy: the second opinion on everything', () => {
  it('passes on what is right, as it was', () => {
    expect(recheckAll(policy, O.none)(answered)).to.deep.equal(answered)
    expect(answered).to.have.lengthOf(4)
  })

  for (const [kind, tamper] of Object.entries(TAMPERED))
    it(`catches ${kind}`, () => {
      expect(() => recheckAll(policy, O.none)(tamper(answered))).to.throw('an answer to a claim is wrong')
    })
})
