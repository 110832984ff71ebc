/** The edge: adapts. Bytes, foreign JSON and files to the model, and findings into other people's formats. */
export * from './xdr/index.js'
export * from './source/index.js'
export * from './sep10/index.js'
export * from './soroban/index.js'
export * from './report/index.js'
