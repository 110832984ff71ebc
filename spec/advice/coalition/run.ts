/**
 * Every measure against its definition on as many random games as one likes:
 *
 *   npx tsx spec/advice/coalition/run.ts --count 10000 --seed 1
 *
 * A third are single games of up to 12 players, a third pairs of rules, a third keys with copies. Ends
 * with 1 at the first difference, and prints the smallest game that shows it.
 */
import * as fc from 'fast-check'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { agreeOn, agreeOnPair, agreeOnUnits } from './agree.js'
import { arbitraryGame, arbitraryHolding, arbitraryPair } from './arbitrary-game.js'

const { values } = parseArgs({
  options: { count: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
})

const count = Math.ceil(Number(values.count) / 3)
const seed = Number(values.seed)
const started = performance.now()

const check = <A>(what: string, property: fc.IProperty<[A]>): void => {
  try {
    fc.assert(property, { numRuns: count, seed })
    console.log(`${what}: ${count} agree, ${((performance.now() - started) / 1000).toFixed(0)} s`)
  } catch (difference) {
    console.error(`${what}: ${difference instanceof Error ? difference.message : String(difference)}`)
    process.exitCode = 1
  }
}

check('games to 12 players', fc.property(arbitraryGame(12), agreeOn))
check(
  'pairs of rules to 12 players',
  fc.property(arbitraryPair(12), ([a, b]) => agreeOnPair(a, b)),
)
check(
  'keys with copies, to 12 players and 7 places',
  fc.property(arbitraryHolding(12), ([g, units]) => agreeOnUnits(g, units)),
)
