/** Explanations of whatever happens in the small world of random cases. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import { explain } from '../../../src/kernel/engine/index.js'
import { question } from '../../support/arbitrary/question.js'
import { auditOf, prove } from './situation.js'

describe('explanation of random envelopes', () => {
  it('calls used exactly what the network marks, each with a check that counted it', () =>
    fc.assert(
      fc.property(question, ({ view, envelope, protocol, phase }) => {
        const verdict = auditOf(protocol, phase, view, envelope)
        for (const { judgement, signatures } of explain(prove)(envelope)(verdict).lists) {
          expect(signatures.map(({ fate }) => fate._tag === 'Used')).to.deep.equal(judgement.used)
          for (const { fate } of signatures)
            if (fate._tag === 'Used')
              expect(fate.by.map(({ check }) => judgement.checks[check]?.reached)).to.include(true)
        }
      }),
      { numRuns: 200 },
    ))
})
