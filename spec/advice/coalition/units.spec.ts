import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  keysAsUnits,
  lockoutChance,
  lossTolerance,
  lostCopyChance,
  singleEvents,
  stolenCopyChance,
  theftChance,
  theftTolerance,
  toleranceGrid,
  unitGame,
  vetoPlayers,
  type Units,
} from '../../../src/advice/coalition/index.js'
import type { Game } from '../../../src/kernel/model/index.js'
import { mOfN, named } from './named-game.js'

const places = (of: Readonly<Record<string, readonly string[]>>): Units => ({
  kind: 'location',
  of: new Map(Object.entries(of)),
})

const tolerated = (units: Units, game: Game): readonly (number | string)[] =>
  [lossTolerance, theftTolerance].map((toleranceOf) => {
    const told = toleranceOf(units)(game)
    return told._tag === 'Known' ? told.tolerated : told._tag
  })

const home = places({ A: ['home'], B: ['home'], C: ['bank'], D: ['office'], E: ['provider'] })

describe('coalition: units', () => {
  it('3 of 5: the 36 states of lost and stolen', () => {
    const game = mOfN(3, 5)
    const grid = toleranceGrid(keysAsUnits(game))(game)
    const rows = grid._tag === 'Known' ? grid.rows : []
    expect(rows.flat()).to.have.lengthOf(36)
    for (const { lost, stolen, canAct, isSafe } of rows.flat()) {
      expect(canAct, `${lost} lost`).to.equal(lost <= 2 ? 'Yes' : 'No')
      expect(isSafe, `${stolen} stolen`).to.equal(stolen <= 2 ? 'Yes' : 'No')
    }
    expect(rows.flat().filter(({ canAct, isSafe }) => canAct === 'Yes' && isSafe === 'Yes')).to.have.lengthOf(
      9,
    )
  })

  it('two of five keys at home: fire and burglary are survived; three, and neither is', () => {
    const eventAt = (units: Units) => {
      const told = singleEvents(units)(mOfN(3, 5))
      return told._tag === 'Known' ? told.events.find(({ unit }) => unit === 'home') : undefined
    }
    expect(eventAt(home)).to.deep.equal({
      unit: 'home',
      lost: ['A', 'B'],
      stolen: ['A', 'B'],
      locks: false,
      betrays: false,
    })
    const three = places({ A: ['home'], B: ['home'], C: ['home'], D: ['office'], E: ['provider'] })
    expect(eventAt(three)).to.include({ locks: true, betrays: true })
    expect(tolerated(home, mOfN(3, 5))).to.deep.equal([1, 1])
    expect(tolerated(three, mOfN(3, 5))).to.deep.equal([0, 0])
  })

  it('tells the smallest event that breaks it', () => {
    const loss = lossTolerance(home)(mOfN(3, 5))
    expect(loss._tag === 'Known' && O.isSome(loss.breaking) && loss.breaking.value).to.deep.equal({
      units: ['home', 'bank'],
      keys: ['A', 'B', 'C'],
    })
  })

  it('2 of 3 of phone, hardware and provider: phone and provider are enough', () => {
    const holders: Units = {
      kind: 'holder',
      of: new Map([
        ['phone', ['vendor']],
        ['hardware', ['owner']],
        ['provider', ['vendor']],
      ]),
    }
    const game = named(2, { phone: 1, hardware: 1, provider: 1 })
    expect(tolerated(holders, game)).to.deep.equal([0, 0])
    const byHolder = unitGame(holders)(game)
    expect(byHolder._tag === 'Known' && vetoPlayers(byHolder.game)).to.deep.equal(['vendor'])
  })

  it('backups lower loss and raise theft, of a single key and of 3 of 5', () => {
    const one = named(1, { A: 1 })
    expect(tolerated(places({ A: ['home'] }), one)).to.deep.equal([0, 0])
    expect(tolerated(places({ A: ['home', 'bank', 'office'] }), one)).to.deep.equal([2, 0])

    const chances = (copies: number, game: Game): readonly [number, number] => [
      lockoutChance(() => lostCopyChance(0.05, copies))(game),
      theftChance(() => stolenCopyChance(0.05, copies))(game),
    ]
    for (const game of [one, mOfN(3, 5)]) {
      const [[lossBefore, theftBefore], [lossAfter, theftAfter]] = [chances(1, game), chances(3, game)]
      expect(lossAfter).to.be.lessThan(lossBefore)
      expect(theftAfter).to.be.greaterThan(theftBefore)
    }
  })

  it('a copy in one more place: that place alone now betrays', () => {
    const copied = places({ A: ['home'], B: ['home'], C: ['bank', 'home'], D: ['office'], E: ['provider'] })
    expect(tolerated(copied, mOfN(3, 5))).to.deep.equal([1, 0])
    expect(unitGame(copied)(mOfN(3, 5))).to.deep.equal({ _tag: 'Copies', kind: 'location', keys: ['C'] })
  })

  it('says which keys lack a unit, unless they weigh nothing', () => {
    const some = places({ A: ['home'], C: [], D: ['office'] })
    const unknown = { _tag: 'Unknown', kind: 'location', keys: ['B', 'C', 'E'] }
    const game = mOfN(3, 5)
    for (const measure of [lossTolerance, theftTolerance, toleranceGrid, singleEvents, unitGame])
      expect(measure(some)(game)).to.deep.equal(unknown)
    expect(tolerated(places({ A: ['home'] }), named(1, { A: 1, B: 0 }))).to.deep.equal([0, 0])
  })

  it('is broken from the start where nobody can act, or everybody can', () => {
    const nobody = named(1, Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`S${i}`, 0])))
    expect(tolerated(keysAsUnits(nobody), nobody)).to.deep.equal(['Broken', 0])
    const everybody = named(0, { A: 1 })
    expect(tolerated(keysAsUnits(everybody), everybody)).to.deep.equal([1, 'Broken'])
  })

  it('decides 21 keys with three copies each over 24 places', () => {
    const game = mOfN(11, 21)
    const of = Object.fromEntries(
      game.players.map(({ id }, i) => [id, [i, i + 1, i * 7].map((place) => `place ${place % 24}`)]),
    )
    const [loss, theft] = [lossTolerance(places(of))(game), theftTolerance(places(of))(game)]
    expect(theft._tag === 'Known' && theft.exact).to.equal(true)
    // The search for the smallest loss may give up; then it says so, and what it proved.
    expect(loss._tag === 'Known' && loss.tolerated)
      .to.be.a('number')
      .and.greaterThan(3)
  })

  it('says what it proved where there are too many copies to search, and no more', () => {
    const game = mOfN(15, 21)
    const of = Object.fromEntries(
      game.players.map(({ id }, i) => [id, [7, 11, 13, 17].map((step) => `place ${(i * step + step) % 60}`)]),
    )
    const loss = lossTolerance(places(of))(game)
    expect(loss)
      .to.include({ _tag: 'Known', exact: false })
      .and.have.property('breaking')
      .that.deep.equals(O.none)
    const proved = loss._tag === 'Known' ? loss.tolerated : -1
    const grid = toleranceGrid(places(of))(game)
    const answers = grid._tag === 'Known' ? grid.rows.map((row) => row[0]!.canAct) : []
    expect(answers.slice(proved, proved + 2)).to.deep.equal(['Yes', 'Unknown'])
  }).timeout(30_000)
})
