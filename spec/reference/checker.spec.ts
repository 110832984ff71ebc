import { expect } from 'chai'
import { compareWithRecorded, JUDGED_FILES, TALLIES } from '../differential/tally.js'
import { judge } from './checker.js'

describe('reference: recorded verdicts of stellar-core', () => {
  for (const name of JUDGED_FILES)
    for (const phase of ['validate', 'apply'] as const)
      it(`agrees with ${name}, ${phase}: codes, operations, used signatures, checks`, () => {
        expect(compareWithRecorded(judge, name, phase)).to.deep.equal(TALLIES[name][phase])
      })
})
