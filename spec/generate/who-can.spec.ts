import { expect } from 'chai'
import * as fc from 'fast-check'
import type { Configuration } from '../../src/advice/plan/index.js'
import { masterWeight, signerWeight } from '../support/arbitrary/weight.js'
import { survey, summarize } from './who-can.js'
import { whoCanTable } from './who-can-table.js'

const configuration: fc.Arbitrary<Configuration> = fc.record({
  master: masterWeight.map((weight) => ({ alias: 'master', weight })),
  thresholds: fc.record({
    low: fc.integer({ min: 0, max: 4 }),
    medium: fc.integer({ min: 0, max: 6 }),
    high: fc.integer({ min: 0, max: 8 }),
  }),
  signers: fc
    .array(signerWeight, { maxLength: 4 })
    .map((weights) => weights.map((weight, index) => ({ alias: `key-${String(index)}`, weight }))),
})

describe('generate: who can do what', () => {
  it('says what every set can do, in each row that the set is in', () => {
    fc.assert(
      fc.property(configuration, (one) => {
        const asked = survey(one)
        const { idle, classes, rows } = summarize(asked)
        expect([...idle, ...classes.flat()].toSorted()).to.deep.equal(asked.names.toSorted())
        for (const [bits, answers] of asked.answers.entries()) {
          const set = asked.names.filter((_, index) => (bits >> index) & 1)
          const counts = classes.map((members) => members.filter((name) => set.includes(name)).length)
          const mine = rows.filter((row) =>
            row.counts.every(({ least, most }, at) => counts[at]! >= least && counts[at]! <= most),
          )
          expect(mine).to.not.have.lengthOf(0)
          for (const row of mine) expect(row.answers).to.deep.equal(answers)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is a table that people can read', () => {
    const one: Configuration = {
      master: { alias: 'owner', weight: 3 },
      thresholds: { low: 0, medium: 2, high: 3 },
      signers: ['ann', 'bo', 'cy', 'di'].map((alias) => ({ alias, weight: 1 })),
    }
    expect(whoCanTable(summarize(survey(one))).split('\n')).to.deep.equal([
      '| Who signs | Low | Medium | High |',
      '| --- | --- | --- | --- |',
      '| nobody | no | no | no |',
      '| any 1 of the 4 keys | yes | no | no |',
      '| any 2 of the 4 keys | yes | yes | no |',
      '| any 3 or more of the 4 keys, with or without `owner` | yes | yes | yes |',
      '| `owner`, with or without others | yes | yes | yes |',
    ])
  })
})
