import { expect } from 'chai'
import * as fc from 'fast-check'
import { judge } from '../../reference/checker.js'
import { crowdedQuestion } from './crowded-question.js'
import { question } from './question.js'

const SEED = 20_250_101

const shares = (codes: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return new Map([...counts].map(([code, count]) => [code, (100 * count) / codes.length]))
}

describe('support: random cases', () => {
  const cases = fc.sample(question, { numRuns: 5000, seed: SEED })

  it('spread over what the network can say: no great code under 8 of 100', () => {
    const spread = shares(cases.map((asked) => judge(asked).code))
    for (const code of [
      'txSUCCESS',
      'txBAD_AUTH',
      'txBAD_AUTH_EXTRA',
      'txFAILED',
      'txFEE_BUMP_INNER_SUCCESS',
      'txFEE_BUMP_INNER_FAILED',
    ])
      expect(spread.get(code), code).to.be.above(8)
  })

  it('meet every other code too', () => {
    const codes = new Set(
      cases.flatMap((asked) => {
        const { code, operations, inner } = judge(asked)
        return [code, ...operations, ...(inner === undefined ? [] : [inner.code, ...inner.operations])]
      }),
    )
    expect([...codes]).to.include.members([
      'txNO_ACCOUNT',
      'txNOT_SUPPORTED',
      'txMALFORMED',
      'txMISSING_OPERATION',
      'txSOROBAN_INVALID',
      'opBAD_AUTH',
      'opNO_ACCOUNT',
      'opNOT_SUPPORTED',
    ])
  })

  it('are the same for the same seed', () => {
    const again = fc.sample(question, { numRuns: 100, seed: SEED })
    expect(again).to.deep.equal(cases.slice(0, 100))
  })

  it('reach the budget of protocol 28, and are decided by it', () => {
    const crowded = fc.sample(crowdedQuestion, { numRuns: 100, seed: SEED })
    const decided = crowded.filter(
      (asked) => judge({ ...asked, protocol: 27 }).code !== judge({ ...asked, protocol: 28 }).code,
    )
    expect(decided.length).to.be.above(10)
  })
})
