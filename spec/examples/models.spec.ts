/** What the pages of the models say, asked of the measures themselves. */
import { expect } from 'chai'
import {
  gameAt,
  keysAsUnits,
  lossTolerance,
  profiles,
  theftTolerance,
  toleranceGrid,
  vetoPlayers,
  type Tolerance,
} from '../../src/advice/coalition/index.js'
import { unitsOf } from '../../src/app/programs/analyze.js'
import { readAccountSource } from '../../src/edge/source/index.js'
import { THRESHOLD_LEVELS, type Game } from '../../src/kernel/model/index.js'
import { isRight } from 'fp-ts/lib/Either.js'
import { filesUnder, read } from '../support/repository.js'

const model = (path: string) => {
  const source = readAccountSource(read(`examples/models/${path}.quorate.yaml`), path)
  if (!isRight(source)) throw new Error(`${path}: ${source.left[0].message}`)
  const { accounts, aliases, metadata } = source.right
  const named = (game: Game): Game => ({
    ...game,
    players: game.players.map(({ id, weight }) => ({ id: aliases.get(id) ?? id, weight })),
  })
  return {
    games: accounts.map((one) => gameAt('Medium')(one).game),
    named: accounts.map((one) => named(gameAt('Medium')(one).game)),
    levels: accounts.map((one) => THRESHOLD_LEVELS.map((level) => gameAt(level)(one).game.quota)),
    units: unitsOf(metadata),
  }
}

const only = <A>(list: readonly A[]): A => {
  const [first] = list
  if (first === undefined) throw new Error('nothing there')
  return first
}

const tolerated = (tolerance: Tolerance): number | string =>
  tolerance._tag === 'Known' ? tolerance.tolerated : tolerance._tag

/** By key, and for each kind that is known: loss and theft. */
const tolerances = (path: string): Readonly<Record<string, readonly [number | string, number | string]>> => {
  const { games, units } = model(path)
  const game = only(games)
  return Object.fromEntries(
    [keysAsUnits(game), ...units].map((one) => [
      one.kind,
      [tolerated(lossTolerance(one)(game)), tolerated(theftTolerance(one)(game))],
    ]),
  )
}

const ROWS: readonly (readonly [string, string, number, number])[] = [
  ['key-set/five', 'key', 2, 2],
  ['key-set/five', 'vendor', 2, 2],
  ['key-set/five', 'location', 2, 2],
  ['key-set/five', 'holder', 0, 0],
  ['key-set/three', 'key', 1, 1],
  ['key-set/single', 'location', 0, 0],
  ['key-set/single-with-backups', 'location', 2, 0],
  ['members/account', 'key', 1, 2],
  ['members/three-of-six', 'key', 3, 2],
  ['members/four-of-six', 'key', 2, 3],
  ['executive/account', 'key', 1, 1],
  ['committee/account', 'key', 1, 1],
  ['geographic/account', 'location', 1, 2],
]

describe('examples: models', () => {
  for (const [path, kind, loss, theft] of ROWS)
    it(`${path} by ${kind}: ${String(loss)} lost, ${String(theft)} stolen`, () =>
      expect(tolerances(path)[kind]).to.deep.equal([loss, theft]))

  it('lets phone and provider act with 2 of 3, and not with 3 of 5', () => {
    const groups = (path: string): readonly number[] =>
      profiles(10)(only(model(path).named)).items.map((terms) =>
        terms.reduce((sum, { count }) => sum + count, 0),
      )
    expect([groups('key-set/three'), groups('key-set/five')]).to.deep.equal([[2], [3]])
  })

  it('refutes that the chair is always involved', () => {
    const game = only(model('committee/account').named)
    expect(vetoPlayers(game)).to.deep.equal([])
    expect(vetoPlayers({ ...game, quota: 6 })).to.deep.equal(['chair'])
    expect(tolerated(lossTolerance(keysAsUnits(game))({ ...game, quota: 6 }))).to.equal(0)
  })

  it('has the 36 states of the 3-of-5 grid', () => {
    const grid = toleranceGrid(keysAsUnits(only(model('key-set/five').games)))(
      only(model('key-set/five').games),
    )
    if (grid._tag !== 'Known') throw new Error('no grid')
    const cells = grid.rows.flat()
    expect(cells).to.have.length(36)
    for (const { lost, stolen, canAct, isSafe } of cells)
      expect([canAct, isSafe]).to.deep.equal([lost <= 2 ? 'Yes' : 'No', stolen <= 2 ? 'Yes' : 'No'])
  })

  it('gives the cold account more than the warm one, and that more than the hot one', () => {
    const { levels } = model('tiers/account')
    expect(levels.map((one) => one[1])).to.deep.equal([2, 3, 5])
  })

  it('are all in the table above, or have a reason not to be', () => {
    const files = filesUnder('examples/models').filter((path) => path.endsWith('.yaml'))
    const asked = new Set([...ROWS.map(([path]) => `examples/models/${path}.quorate.yaml`)])
    expect(files.filter((path) => !asked.has(path))).to.deep.equal([
      'examples/models/tiers/account.quorate.yaml',
    ])
  })
})
