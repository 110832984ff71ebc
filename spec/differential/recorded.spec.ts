import { expect } from 'chai'
import { engineAnswer } from './engine.js'
import { compareWithRecorded, JUDGED_FILES, TALLIES } from './tally.js'

describe('engine: recorded verdicts of stellar-core', () => {
  for (const name of JUDGED_FILES)
    for (const phase of ['validate', 'apply'] as const)
      it(`agrees with ${name}, ${phase}: codes, operations, used signatures, checks`, () => {
        expect(compareWithRecorded(engineAnswer, name, phase)).to.deep.equal(TALLIES[name][phase])
      })
})
