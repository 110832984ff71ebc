/** Keys that a claim itself names: they may be shown though they are no signers, and weigh nothing. */
import type { Coalition } from '../../../kernel/model/index.js'
import type { Claim } from '../claim.js'
import { keysIn } from '../formula.js'

/** The keys that a claim names. */
export const spokenOf = (claim: Claim): Coalition => {
  switch (claim._tag) {
    case 'Can':
    case 'Cannot':
      return keysIn(claim.who)
    case 'Every':
      return keysIn(claim.has)
    case 'Needs':
    case 'Interchangeable':
    case 'Ranks':
    case 'Power':
      return claim.of.keys
    case 'NoDeadlock':
      return claim.between.flatMap(({ keys }) => keys)
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'Signatures':
    case 'Compare':
    case 'Proper':
    case 'Strong':
    case 'NoDummies':
    case 'NoDictator':
    case 'NoVeto':
    case 'Reachable':
    case 'Nested':
      return []
  }
}
