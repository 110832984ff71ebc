/** What the network decided, as tables by protocol version. */
export * from './gates.js'
export * from './operation-support.js'
export * from './result-code.js'
export * from './threshold-level.js'
export * from './version.js'
