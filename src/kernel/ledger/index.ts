/** What are the accounts afterwards? */
export * from './advance.js'
export type { Assumption } from './assumption.js'
export * from './ledger-header.js'
export type { Otherwise } from './run-operations.js'
export { MAX_SEQUENCE } from './sequence.js'
export type { LedgerCode } from './stage.js'
export { validate, type Validation } from './validate.js'
