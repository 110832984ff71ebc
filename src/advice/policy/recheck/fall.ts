/** The claims about units, all as one: so many units fall, and somebody can act, or cannot. */
import * as O from 'fp-ts/lib/Option.js'
import type { Claim } from '../claim.js'
import type { Fall } from './unit-exhibit.js'

/** What a claim promises of units; none where it speaks of none. */
export const fallOf = (claim: Claim): O.Option<Fall> => {
  switch (claim._tag) {
    case 'Survives':
      return O.some({ kind: claim.by, event: 'lost', count: claim.lose, shows: 'rest' })
    case 'Withstands':
      return O.some({ kind: claim.by, event: 'stolen', count: claim.steal, shows: 'taken' })
    case 'Recovers':
      return O.some({ kind: claim.by, event: 'stolen', count: claim.steal, shows: 'rest' })
    case 'NoDictator':
      return O.some({ kind: claim.by, event: 'stolen', count: 1, shows: 'taken' })
    case 'NoVeto':
      return O.some({ kind: claim.by, event: 'lost', count: 1, shows: 'rest' })
    case 'Can':
    case 'Cannot':
    case 'Needs':
    case 'Every':
    case 'Signatures':
    case 'Compare':
    case 'Proper':
    case 'Strong':
    case 'NoDeadlock':
    case 'NoDummies':
    case 'Interchangeable':
    case 'Ranks':
    case 'Power':
    case 'Reachable':
    case 'Nested':
      return O.none
  }
}
