/** The sidecar: questions over HTTP, answered by the programs that the commands run. */
export { serve, type ServeRequest, type Serving } from './serve.js'
export type { WorldSettings } from './make-world.js'
export { DEFAULT_SETTINGS, type LogWhat, type Settings } from './settings.js'
