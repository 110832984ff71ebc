import { expect } from 'chai'
import { compareWithRecorded, TALLIES } from '../differential/tally.js'
import { judge } from './checker.js'

describe('reference: recorded verdicts of stellar-core', () => {
  for (const name of ['core-verdicts', 'core-probes'] as const)
    for (const phase of ['validate', 'apply'] as const)
      it(`agrees with ${name}, ${phase}: codes, operations, used signatures, every check`, () => {
        expect(compareWithRecorded(judge, name, phase)).to.deep.equal(TALLIES[name][phase])
      })
})
