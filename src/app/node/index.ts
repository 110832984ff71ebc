/** The world, as Node gives it. */
export { ed25519 } from './ed25519.js'
export { nodeFiles } from './files.js'
export { streamOutput } from './output.js'
