import { expect } from 'chai'
import { PRESETS, setsOf, unconfirmed } from '../../../src/advice/plan/index.js'
import { all, any, can, cannot } from '../../../src/advice/plan/claim.js'
import { fillings, presetOf, asInDocument } from './presets.js'

describe('advice/plan: claims', () => {
  for (const preset of PRESETS)
    it(`of ${preset.id} are confirmed by the engine, whatever it is filled with`, () => {
      const filled = fillings(preset)
      expect(filled).to.not.have.lengthOf(0)
      for (const { given, configuration } of filled)
        for (const claim of [...preset.promises(given), ...preset.notProtected(given)]) {
          expect(claim.because, claim.says).to.not.have.lengthOf(0)
          expect(unconfirmed(configuration)(claim), `${claim.says}: ${JSON.stringify(given)}`).to.deep.equal(
            [],
          )
        }
    })

  it('are refused where the engine says otherwise', () => {
    const { configuration } = asInDocument(presetOf('expense'))
    const coworkers = ['diyuan', 'emil']
    const wrong = [...can([all(...coworkers)], 'merge'), ...cannot([any(1, coworkers)], 'pay')]
    expect(unconfirmed(configuration)({ says: '', means: '', because: wrong })).to.deep.equal(wrong)
    const half = can([any(1, ['owner', 'emil'])], 'merge')
    expect(unconfirmed(configuration)({ says: '', means: '', because: half })).to.deep.equal(half)
  })

  it('stand for every set that a coalition may be', () => {
    expect(setsOf([any(2, ['a', 'b', 'c']), all('d')])).to.deep.equal([
      ['a', 'b', 'd'],
      ['a', 'c', 'd'],
      ['b', 'c', 'd'],
    ])
    expect(setsOf([])).to.deep.equal([[]])
    expect(setsOf([any(0, ['a'])])).to.deep.equal([[]])
    expect(setsOf([any(2, ['a'])])).to.deep.equal([])
  })
})
