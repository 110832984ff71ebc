/** Whom a claim speaks of: keys that it names, and groups of which it says that they can act, or cannot. */
import type { Coalition } from '../../../kernel/model/index.js'
import type { Claim } from '../claim.js'
import { isSatisfiedBy, keysIn, type Formula } from '../formula.js'
import { isPartOfJustEnough } from './formula-extremes.js'
import type { Weighed } from './weighed.js'

/** The keys that a claim names: they may be shown though they are no signers, and weigh nothing. */
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

type Spoken = Extract<Claim, { readonly _tag: 'Can' | 'Cannot' | 'Needs' | 'Every' | 'Power' }>

/** Who is no signer may be there or not: it makes no difference. */
const satisfies = (own: Weighed, formula: Formula, keys: Coalition, others: boolean): boolean =>
  isSatisfiedBy((key) => (own.weightOf.has(key) ? keys.includes(key) : others))(formula)

/** Whether these are a group of which the claim says something. */
export const isSpokenOf = (own: Weighed, claim: Spoken, keys: Coalition): boolean => {
  switch (claim._tag) {
    case 'Can':
      return satisfies(own, claim.who, keys, true)
    case 'Cannot':
      return isPartOfJustEnough(new Set(keys), claim.who)
    case 'Needs':
      return keys.filter((key) => claim.of.keys.includes(key)).length < claim.count
    case 'Every':
      return !satisfies(own, claim.has, keys, false)
    case 'Power':
      return keys.every((key) => claim.of.keys.includes(key))
  }
}
