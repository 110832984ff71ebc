/**
 * Advice: reasons. The rooms are namespaces, because good words mean different things in them: the fewest
 * signatures of `coalition` are a set of people, those of `select` a price.
 *
 * ```ts
 * import { coalition } from 'quorate/advice'
 *
 * const game = { quota: 3, players: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, weight: 1 })) }
 * const theft = coalition.theftTolerance(coalition.keysAsUnits(game))(game)
 * console.log(theft._tag === 'Known' ? theft.tolerated : theft._tag)
 * // => 2
 * ```
 */
export * as coalition from './coalition/index.js'
export * as lint from './lint/index.js'
export * as plan from './plan/index.js'
export * as policy from './policy/index.js'
export * as select from './select/index.js'
