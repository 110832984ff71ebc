import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { DEFAULT_PROTOCOL, parseProtocol, type Phase } from '../../../src/kernel/protocol/version.js'

const RANGES: Readonly<Record<Phase, readonly [number, number]>> = { validate: [8, 28], apply: [10, 28] }

describe('protocol versions', () => {
  for (const phase of ['validate', 'apply'] as const) {
    const [first, last] = RANGES[phase]

    it(`can be judged from ${first} to ${last}: ${phase}`, () => {
      const all = Array.from({ length: 40 }, (_, i) => i - 2)
      expect(all.filter((value) => E.isRight(parseProtocol(phase)(value)))).to.deep.equal(
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      )
    })

    it(`are whole numbers: ${phase}`, () => {
      for (const value of [12.5, NaN, Infinity, -0.5])
        expect(parseProtocol(phase)(value)).to.have.nested.property('left.code', 'unsupported-protocol')
    })

    it(`are refused with the range that there is: ${phase}`, () => {
      expect(parseProtocol(phase)(7))
        .to.have.nested.property('left.message')
        .that.includes(`${first} to ${last}`)
    })

    it(`are what is meant where nothing is said: ${phase}`, () => {
      expect(parseProtocol(phase)(DEFAULT_PROTOCOL)).to.deep.equal(E.right(27))
    })
  }
})
