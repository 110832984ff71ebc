import { expect } from 'chai'
import * as fc from 'fast-check'
import { accountsOf } from '../../src/kernel/engine/index.js'
import { innermostOf, type AccountId } from '../../src/kernel/model/index.js'
import { judge, type Question } from '../reference/checker.js'
import { crowdedQuestion } from '../support/arbitrary/crowded-question.js'
import { holes, withHoles } from '../support/arbitrary/ledger-view.js'
import { question } from '../support/arbitrary/question.js'
import { engineAnswer, verdictOf } from './engine.js'

const agrees = (asked: Question): void => {
  expect(engineAnswer(asked)).to.deep.equal(judge(asked))
}

/**
 * Where accounts are merged into at apply. One that was not fetched may not exist; then the merge fails
 * for reasons of its own, which the reference leaves out. The transaction fails either way, and with the
 * network's `txFAILED` the engine is right, but not by what the reference counts.
 */
const mergeDestinations = ({ envelope, phase }: Question): readonly AccountId[] =>
  phase === 'validate'
    ? []
    : innermostOf(envelope).transaction.operations.flatMap((operation) =>
        operation._tag === 'AccountMerge' ? [operation.destination] : [],
      )

describe('engine = reference', () => {
  it('on 800 random cases: codes, operations, used signatures, every check', () => {
    fc.assert(fc.property(question, agrees), { numRuns: 800 })
  })

  it('on 60 cases that come near the budget of protocol 28', () => {
    fc.assert(fc.property(crowdedQuestion, agrees), { numRuns: 60 })
  })

  it('on 600 cases with unknown accounts: what it says holds, whatever they are', () => {
    const property = fc.property(question, holes, (asked, drawn) => {
      const unknown = drawn.filter((id) => !mergeDestinations(asked).includes(id))
      const verdict = verdictOf({ ...asked, view: withHoles(unknown)(asked.view) })
      if (verdict._tag === 'Undetermined') {
        expect(unknown).to.include.members([...verdict.missing])
        expect(verdict.missing).to.not.be.empty
      } else expect(verdict.code).to.equal(judge(asked).code)
    })
    fc.assert(property, { numRuns: 600 })
  })

  it('on 600 cases where nothing that decides is unknown: there is always a verdict', () => {
    const property = fc.property(question, holes, (asked, unknown) => {
      const decide = new Set(accountsOf(asked.phase)(asked.envelope))
      const others = unknown.filter((id) => !decide.has(id))
      const verdict = verdictOf({ ...asked, view: withHoles(others)(asked.view) })
      expect(verdict._tag).to.not.equal('Undetermined')
    })
    fc.assert(property, { numRuns: 600 })
  })
})
