import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { repeatedMember } from '../../../../src/edge/source/text/repeated-member.js'

describe('source: members that stand twice', () => {
  for (const [json, found] of [
    ['{"a":1,"a":1}', O.some('a')],
    ['{"a":1,"\\u0061":2}', O.some('a')],
    ['{"a":{"b":1},"b":2,"c":[{"b":1},{"b":2}]}', O.none],
    ['{"x":[{"b":1,"c":{},"b":[]}]}', O.some('b')],
    ['{"a":"a","b":"a\\":\\"","c":["a",":","{"]}', O.none],
    ['{"":1,"":2}', O.some('')],
    ['{"__proto__":1,"constructor":2,"__proto__":3}', O.some('__proto__')],
    ['[]', O.none],
    ['"a"', O.none],
    ['{"a\\\\":1,"a\\"":2, "a" : 3}', O.none],
  ] as const)
    it(json, () => {
      expect(repeatedMember(json)).to.deep.equal(found)
    })

  it('finds none in what a program wrote, and one where a member is written again', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.string(), fc.json(), (json, name, value) => {
        const [member, inner] = [JSON.stringify(name), JSON.stringify(JSON.parse(json))]
        expect(repeatedMember(inner)).to.deep.equal(O.none)
        expect(repeatedMember(`[${inner},{${member}:${inner},${member}:${value}}]`)).to.deep.equal(
          O.some(name),
        )
      }),
      { numRuns: 200 },
    )
  })
})
