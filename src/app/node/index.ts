/** The world, as Node gives it. */
export { nodeDrafts } from './drafts.js'
export { ed25519 } from './ed25519.js'
export { nodeFiles } from './files.js'
export { nodeFolders } from './folders.js'
export { gitRevisions } from './git.js'
export { streamOutput } from './output.js'
export { sameSecret } from './same-secret.js'
export { nodeWatcher } from './watcher.js'
