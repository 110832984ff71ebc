/**
 * How long do questions about a configuration take? Run it with
 *
 *   npm run build && npx tsc -p tsconfig.bench.json && node .cache/bench/coalition.js
 *
 * Sizes are the largest that the networks know: 21 signers on Stellar (11 equal ones of 21 have the most
 * minimal coalitions of all), 32 signers of 16-bit weights on the XRP Ledger.
 */
import {
  banzhaf,
  compareWith,
  dummies,
  fewestSignatures,
  interchangeable,
  keysAsUnits,
  lossTolerance,
  minimalCount,
  minimalWinning,
  minimalWinningMasks,
  mostSignatures,
  profiles,
  proper,
  shapleyShubik,
  theftTolerance,
  vetoPlayers,
} from '../../dist/advice/coalition/index.js'
import { game, type Game } from '../../dist/kernel/model/index.js'
import { measure } from './measure.js'

const ROUNDS = Number(process.argv[2] ?? 15)

/** Numbers that look random and are the same each time. */
const scattered = (count: number, max: number): readonly number[] => {
  let state = 12345
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return 1 + ((state >>> 8) % max)
  })
}

const gameOf = (quota: number, weights: readonly number[]): Game =>
  game(
    quota,
    weights.map((weight, i) => ({ id: `signer ${i}`, weight })),
  )

const equal = gameOf(
  11,
  Array.from({ length: 21 }, () => 1),
)
const mixed = gameOf(255, scattered(21, 48))
const other = gameOf(250, scattered(21, 49))
const heavy = gameOf(255, scattered(21, 255))
const ledger = gameOf(500_000, scattered(32, 65_535))

const countOf = (masks: Iterable<number>): number => {
  let count = 0
  for (const mask of masks) count += mask === 0 ? 0 : 1
  return count
}

const firstMillion = (g: Game): number => {
  let count = 0
  for (const mask of minimalWinningMasks(g).masks) if (mask === 0 || ++count === 1_000_000) break
  return count
}

interface Row {
  readonly name: string
  readonly run: () => unknown
  readonly calls: number
  /** Milliseconds. */
  readonly aim?: number
}

const rows: readonly Row[] = [
  {
    name: '11 of 21: all minimal sets',
    run: () => countOf(minimalWinningMasks(equal).masks),
    calls: 1,
    aim: 20,
  },
  { name: '11 of 21: how many, by profiles', run: () => minimalCount(1e6)(equal), calls: 20 },
  { name: '11 of 21: profiles', run: () => profiles(100)(equal), calls: 20 },
  { name: 'mixed 21: all minimal sets', run: () => countOf(minimalWinningMasks(mixed).masks), calls: 1 },
  { name: 'mixed 21: first 1,000 sets by name', run: () => minimalWinning(1000)(mixed), calls: 2 },
  {
    name: 'mixed 21: loss tolerance',
    run: () => lossTolerance(keysAsUnits(mixed))(mixed),
    calls: 50,
    aim: 1,
  },
  {
    name: 'mixed 21: theft tolerance',
    run: () => theftTolerance(keysAsUnits(mixed))(mixed),
    calls: 50,
    aim: 1,
  },
  { name: 'mixed 21: veto', run: () => vetoPlayers(mixed), calls: 200, aim: 1 },
  { name: 'mixed 21: entailment, both ways', run: () => compareWith(other)(mixed), calls: 50, aim: 1 },
  { name: 'mixed 21: proper', run: () => proper(mixed), calls: 50, aim: 1 },
  { name: 'mixed 21: dummies', run: () => dummies(mixed), calls: 50, aim: 1 },
  { name: 'mixed 21: interchangeable', run: () => interchangeable(mixed), calls: 50, aim: 1 },
  { name: 'mixed 21: fewest signatures', run: () => fewestSignatures(mixed), calls: 50, aim: 1 },
  { name: 'mixed 21: most signatures', run: () => mostSignatures(mixed), calls: 50, aim: 1 },
  { name: 'mixed 21: Banzhaf', run: () => banzhaf(mixed), calls: 50, aim: 1 },
  { name: 'mixed 21: Shapley-Shubik', run: () => shapleyShubik(mixed), calls: 5, aim: 20 },
  { name: 'heavy 21: Shapley-Shubik', run: () => shapleyShubik(heavy), calls: 5, aim: 20 },
  { name: 'ledger 32: Banzhaf', run: () => banzhaf(ledger), calls: 1 },
  { name: 'ledger 32: proper', run: () => proper(ledger), calls: 1 },
  { name: 'ledger 32: first 1,000,000 sets', run: () => firstMillion(ledger), calls: 1 },
]

console.log(
  `minimal sets: 11 of 21 ${countOf(minimalWinningMasks(equal).masks)}, mixed ${countOf(minimalWinningMasks(mixed).masks)}; ` +
    `median of ${ROUNDS} rounds\n`,
)
const medians = measure(rows, ROUNDS)
for (const { name, aim } of rows) {
  const milliseconds = (medians.get(name) ?? Number.NaN) / 1000
  const verdict = aim === undefined ? '' : `aim: at most ${aim} ms${milliseconds <= aim ? '' : '   MISSED'}`
  console.log(`${name.padEnd(40)}${`${milliseconds.toFixed(3)} ms`.padStart(14)}   ${verdict}`)
}
