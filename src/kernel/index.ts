/** The kernel: decides. Pure, without a library of any chain, and fit for a browser. */
export * from './engine/index.js'
export * from './ledger/index.js'
export * from './model/index.js'
export * from './protocol/index.js'
export * from './signature/index.js'
