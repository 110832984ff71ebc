import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { about, at, failure } from '../../../src/kernel/model/failure.js'

describe('failure', () => {
  it('carries help only where there is some', () => {
    expect(failure('code', 'message').help).to.deep.equal(O.none)
    expect(failure('code', 'message', 'do this').help).to.deep.equal(O.some('do this'))
  })

  it('keeps the subject and the position that it was given first: they are the nearest', () => {
    const first = { line: 1, column: 2 }
    const placed = at({ line: 9, column: 9 })(at(first)(failure('code', 'message')))
    expect(placed.position).to.deep.equal(O.some(first))
    const named = about('a file')(about('a field')(failure('code', 'message')))
    expect(named.subject).to.deep.equal(O.some('a field'))
  })
})
