import { expect } from 'chai'
import { judge, type Answer, type Phase, type Question } from '../reference/checker.js'
import { scenarioEnvelope, scenarioView, type CoreScenario, type Expected } from '../support/core-scenario.js'
import { countOf, loadVectors } from '../support/vectors.js'
import { engineAnswer } from './engine.js'

/** An operation that failed for a reason of its own was authorized. */
const failedByItself = ({ ops }: Expected): boolean => ops !== undefined && !ops.includes('opBAD_AUTH')

const compare = (answer: Answer, expected: Expected, message: string): void => {
  expect(answer.code, message).to.equal(failedByItself(expected) ? 'txSUCCESS' : expected.tx)
  if (expected.firstOp !== undefined) expect(answer.operations[0], message).to.equal(expected.firstOp)
  if (expected.ops !== undefined && !failedByItself(expected))
    expect(answer.operations, message).to.deep.equal(expected.ops)
}

const questionsOf = (scenario: CoreScenario): readonly { asked: Question; expected: Expected }[] =>
  scenario.expected.flatMap((expected) => {
    const [first, last] = expected.protocols
    const phases: readonly Phase[] = ['validate', 'apply']
    return phases.flatMap((phase) => {
      const from = Math.max(first, phase === 'validate' ? 8 : 10)
      const protocols = Array.from({ length: Math.max(0, Math.min(last, 28) - from + 1) }, (_, i) => from + i)
      return protocols.map((protocol) => ({
        asked: {
          envelope: scenarioEnvelope(scenario, protocol),
          view: scenarioView(scenario),
          protocol,
          phase,
        },
        expected,
      }))
    })
  })

describe("engine and reference: situations of stellar-core's unit tests", () => {
  for (const scenario of loadVectors<CoreScenario>('core-scenarios'))
    it(`${scenario.id}: ${scenario.section}`, () => {
      for (const { asked, expected } of questionsOf(scenario)) {
        const where = `protocol ${asked.protocol}, ${asked.phase}`
        compare(judge(asked), expected, `reference, ${where}`)
        compare(engineAnswer(asked), expected, `engine, ${where}`)
      }
    })

  it('were judged under every protocol that Quorate knows', () => {
    const judged = loadVectors<CoreScenario>('core-scenarios').flatMap(questionsOf)
    // 21 protocols on submission and 19 when applied; one situation begins at protocol 12.
    expect(judged).to.have.length((countOf['core-scenarios'] - 1) * (21 + 19) + 17 + 17)
  })
})
