/** Weights from wishes. */
export type { Rule } from './rule.js'
export { synthesize, STANDARD_EFFORT, type Synthesis } from './synthesize.js'
export { synthesizeFromClaims, type FromClaims } from './from-claims.js'
export { insteadFor, type Instead, type Possible } from './instead.js'
export { isTrade, type Side, type Trade } from './trade.js'
export { keysOfWishes, type Wish, type Wishes } from './wish.js'
