import { expect } from 'chai'
import { engineAnswer } from './engine.js'
import { compareWithRecorded, TALLIES } from './tally.js'

describe('engine: recorded verdicts of stellar-core', () => {
  for (const name of ['core-verdicts', 'core-probes'] as const)
    for (const phase of ['validate', 'apply'] as const)
      it(`agrees with ${name}, ${phase}: codes, operations, used signatures, every check`, () => {
        expect(compareWithRecorded(engineAnswer, name, phase)).to.deep.equal(TALLIES[name][phase])
      })
})
