/** The independent second opinion: claims decided once more, by nothing that decided them first. */
export { recheck } from './recheck.js'
export { recheckConflict } from './conflict.js'
export { recheckRemedies, recheckRemedy } from './remedy.js'
export type { Decide } from './repair.js'
export { recheckAll } from './recheck-all.js'
