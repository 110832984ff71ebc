/** The independent second opinion: claims decided once more, by nothing that decided them first. */
export { recheck } from './recheck.js'
export { recheckConflict, recheckRemedies, recheckRemedy, type Decide } from './remedy.js'
export { recheckAll } from './recheck-all.js'
