/** Mends of whatever goes wrong in the small world of random cases, made and judged again. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import { mendsOf } from '../../../src/kernel/engine/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { questionOf, questionRecipe } from '../../support/arbitrary/question.js'
import { mended, SIGNINGS, withSignature } from './mended.js'
import { judge, prove } from './situation.js'

describe('mends of random envelopes', () => {
  // Where the hash ends in zeros one signature proves two signers, and a stand-in proves only one.
  const ordinary = questionRecipe.filter(({ hashEndsInZeros }) => !hashEndsInZeros).map(questionOf)

  it('do what they say, and leave out no signature that alone would do', () => {
    const seen: Record<string, number> = { DropSignatures: 0, AddSignature: 0, CorrectHint: 0 }
    fc.assert(
      fc.property(ordinary, ({ view, envelope, protocol, phase }) => {
        const verdict = judge(protocol, phase, view, envelope)
        if (verdict._tag !== 'Rejected') return
        const mends = mendsOf({ protocol: protocol as Protocol, phase, prove })(view)(envelope)(verdict)
        for (const mend of mends) {
          seen[mend._tag] = (seen[mend._tag] ?? 0) + 1
          const after = mended(envelope, mend, SIGNINGS)
          expect(judge(protocol, phase, view, after)._tag, mend._tag).to.equal('Authorized')
        }
        if (envelope._tag === 'FeeBump') return
        const offered = mends.flatMap((mend) =>
          mend._tag === 'AddSignature' ? [mend.signer.key.strkey] : [],
        )
        const enough = withSignature(envelope, SIGNINGS).filter(
          (after) => judge(protocol, phase, view, after)._tag === 'Authorized',
        )
        expect(offered.length > 0).to.equal(enough.length > 0)
      }),
      { numRuns: 120, seed: 1 },
    )
    expect(Math.min(...Object.values(seen))).to.be.above(0)
  })
})
