/** What measures do at the sizes of the networks and beyond, and what the second look refuses. */
import { expect } from 'chai'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  banzhaf,
  fewestSignatures,
  MEASURES,
  minimalCount,
  minimalWinning,
  minimalWinningMasks,
  mostSignatures,
  profiles,
  proper,
  shapleyShubik,
  type Measure,
} from '../../../src/advice/coalition/index.js'
import { normalFormOf } from '../../../src/advice/coalition/normal-form.js'
import * as recheck from '../../../src/advice/coalition/recheck.js'
import { has, ROOT } from '../../support/repository.js'
import { mOfN, named } from './named-game.js'

const distinct = named(
  500_000,
  Object.fromEntries(Array.from({ length: 32 }, (_, i) => [`r${i}`, 65_535 - 331 * i * (i % 7)])),
)

describe('coalition: bounds', () => {
  it('11 of 21 has 352,716 minimal coalitions and one profile', () => {
    let count = 0
    for (const mask of minimalWinningMasks(mOfN(11, 21)).masks) count += mask === 0 ? 0 : 1
    expect(count).to.equal(352_716)
    expect(minimalCount(9)(mOfN(11, 21))).to.deep.equal({ count: 352_716, truncated: false })
    expect(profiles(9)(mOfN(11, 21)).items).to.have.lengthOf(1)
  })

  it('16 of 32 is counted by its profile, and listed up to a limit', () => {
    expect(minimalCount(9)(mOfN(16, 32)).count).to.equal(601_080_390)
    const listed = minimalWinning(10)(mOfN(16, 32))
    expect([listed.items.length, listed.truncated]).to.deep.equal([10, true])
    expect(banzhaf(mOfN(16, 32))[0]!.swings).to.equal(300_540_195)
  })

  it('a list that is exactly as long as its limit is not truncated', () => {
    expect(minimalWinning(10)(mOfN(2, 5)).truncated).to.equal(false)
    expect(minimalWinning(9)(mOfN(2, 5)).truncated).to.equal(true)
  })

  it('32 signers of 16-bit weights: exact where it can be, and honest where not', () => {
    expect(banzhaf(distinct)).to.have.lengthOf(32)
    expect(proper(distinct)._tag).to.equal('Improper')
    expect(fewestSignatures(distinct)._tag).to.equal('Some')
    expect(mostSignatures(distinct)._tag).to.equal('Some')
    expect(shapleyShubik(distinct)._tag).to.equal('TooLarge')
    expect(profiles(50)(distinct).truncated).to.equal(true)
    expect(minimalCount(50)(distinct).truncated).to.equal(true)
  })

  it('large weights with a common factor are small', () => {
    const round = named(60_000, { a: 20_000, b: 20_000, c: 20_000, d: 40_000 })
    expect(normalFormOf(round)).to.deep.equal({
      ids: ['d', 'a', 'b', 'c'],
      weights: [2, 1, 1, 1],
      quota: 3,
      total: 5,
    })
    expect(shapleyShubik(round)._tag).to.equal('Known')
  })

  it('a set that is not what was claimed is an internal fault', () => {
    const game = named(3, { a: 2, b: 1, c: 1 })
    const form = normalFormOf(game)
    for (const claim of [
      () => recheck.winning(game, ['b', 'c']),
      () => recheck.losing(game, ['a', 'b']),
      () => recheck.blocking(game, ['b']),
      () => recheck.minimalWinning(game, ['a', 'b', 'c']),
      () => recheck.minimalBlocking(game, ['a', 'b']),
      () => recheck.disjoint(['a'], ['a', 'b']),
      () => recheck.minimalWinningMask(game, form)(0b111),
      () => recheck.minimalWinningMask(game, form)(0b110),
    ])
      expect(claim).to.throw('invariant')
  })
})

describe('coalition: catalogue', () => {
  it('has unique ids, each the name of a file, and a question that begins in lower case', () => {
    const ids = MEASURES.map(({ id }) => id)
    expect(new Set(ids).size).to.equal(ids.length)
    for (const { id, summary } of MEASURES) {
      expect(has(`src/advice/coalition/${id}.ts`), id).to.equal(true)
      expect(summary).to.match(/^[a-z].*[^.?]$/)
    }
  })

  it('leaves no measure out', async () => {
    const folder = join(ROOT, 'src/advice/coalition')
    const ids = MEASURES.map(({ id }) => id)
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    for (const file of files) {
      const exported: Record<string, unknown> = await import(
        `../../../src/advice/coalition/${file.replace('.ts', '.js')}`
      )
      for (const [name, value] of Object.entries(exported))
        if (name.endsWith('Measure')) expect(ids).to.include((value as Measure).id)
    }
  })

  it('answers for games without players, that nobody wins, that everybody wins, and usual ones', () => {
    for (const game of [named(0, {}), named(1, {}), named(9, { a: 1 }), named(0, { a: 1, b: 0 }), mOfN(3, 5)])
      for (const { ask } of MEASURES) expect(ask(game)).to.not.equal(undefined)
  })
})
