import { inspect } from 'node:util'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { THRESHOLD_LEVELS, thresholdAt } from '../../../src/kernel/model/thresholds.js'
import { parseWeight } from '../../../src/kernel/model/weight.js'

describe('weight', () => {
  for (const value of [0, 1, 127, 128, 254, 255])
    it(`may be ${value}`, () => expect(parseWeight('high')(value)).to.deep.equal(E.right(value)))

  for (const value of [-1, 256, 1.5, NaN, Infinity, 2 ** 32, '1', '', null, undefined, true, 1n, [1], {}])
    it(`may not be ${inspect(value)}`, () => {
      const read = parseWeight('high')(value)
      expect(read).to.have.nested.property('left.code', 'weight-out-of-range')
      expect(read).to.have.nested.property('left.message').that.includes('high is `')
    })
})

describe('thresholds', () => {
  it('answer each level with its own number', () => {
    const thresholds = { low: 1, medium: 2, high: 3 }
    expect(THRESHOLD_LEVELS.map((level) => thresholdAt(level)(thresholds))).to.deep.equal([1, 2, 3])
  })
})
