/** Accounts under every measure at once. */
export * from './account-analysis.js'
export * from './level-analysis.js'
export * from './reach.js'
