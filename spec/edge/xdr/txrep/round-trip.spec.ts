import { expect } from 'chai'
import * as fc from 'fast-check'
import { Reader } from '../../../../src/edge/xdr/reader.js'
import { readValue, type State } from '../../../../src/edge/xdr/txrep/read-fields.js'
import { type GeneratedType } from '../../../../src/edge/xdr/txrep/shape.js'
import { Sink } from '../../../../src/edge/xdr/txrep/sink.js'
import { splitLines } from '../../../../src/edge/xdr/txrep/split-lines.js'
import { Lines, writeValue } from '../../../../src/edge/xdr/txrep/write-lines.js'
import { toHex } from '../../../../src/kernel/model/index.js'
import { right } from '../fixture.js'
import { bytesFor, nameOf, reachable, switchesOf, unionBytes, type Draw } from './library.js'

/** A value of a type, below a name as it would have inside a transaction. */
const textOf = (type: GeneratedType, bytes: Uint8Array): string => {
  const lines = new Lines(Infinity)
  const reader = new Reader(bytes)
  writeValue(lines, reader, type, 'x')
  expect(reader.remainingBytes()).to.equal(0)
  return lines.text()
}

const expectSame = (type: GeneratedType, bytes: Uint8Array): void => {
  const text = textOf(type, bytes)
  const state: State = { fields: right(splitLines(text)), sink: new Sink(), line: 0, depth: 0 }
  const stop = readValue(state, type, 'x')
  expect(stop?.message, text).to.equal(undefined)
  expect([...state.fields.keys()]).to.deep.equal([])
  expect(toHex(state.sink.written()), text).to.equal(toHex(bytes))
}

const drawing = (g: fc.GeneratorValue): Draw => {
  return (below) => g(fc.nat, below - 1)
}

describe('txrep: every type of the library', () => {
  const named = reachable().filter((type) => nameOf(type) !== undefined)

  it('reaches all that a transaction can hold', () => {
    expect(named.length).to.be.greaterThan(120)
  })

  it('gives back the same bytes for random values of every struct and union', () => {
    for (const type of named)
      fc.assert(
        fc.property(fc.gen(), (g) => {
          expectSame(type, bytesFor(type, drawing(g)))
        }),
        { numRuns: 10 },
      )
  })

  it('gives back the same bytes for every arm of every union', () => {
    let arms = 0
    for (const type of named)
      for (const on of switchesOf(type)) {
        arms += 1
        fc.assert(
          fc.property(fc.gen(), (g) => {
            expectSame(type, unionBytes(type, on, drawing(g)))
          }),
          { numRuns: 5 },
        )
      }
    expect(arms).to.be.greaterThan(130)
  })
})
