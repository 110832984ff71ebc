/**
 * What a refutation demands of other rules. Of claims that are nothing but inequalities the refutation
 * says it itself; of some others it can be read off the sets that are shown, as far as it goes.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Counterexample, Demand, Exhibit } from '../answer.js'
import { demand } from '../asserted.js'
import type { Claim } from '../claim.js'

const wins = ({ sum, quota }: Exhibit): boolean => sum >= quota

/** Whether the fewest who can act are fewer than they should be. */
const areTooFew = (
  claim: Extract<Claim, { readonly _tag: 'Signatures' }>,
  { tolerated }: Counterexample,
): boolean => O.isSome(tolerated) && O.isSome(claim.atLeast) && tolerated.value.holds < claim.atLeast.value

/** Demands that every rule meets that keeps the claim; none where nothing of the kind is known. */
export const demandsIn = (claim: Claim, refutation: Counterexample): readonly Demand[] => {
  const { demands, exhibits, level } = refutation
  const [first] = exhibits
  if (demands.length > 0 || first?.rule !== 'own') return demands
  // Who can act here and not there must not; who can act there and not here must.
  if (claim._tag === 'Compare') return [demand(level, wins(first) ? 'lose' : 'win', first.keys)]
  return claim._tag === 'Signatures' && areTooFew(claim, refutation)
    ? [demand(level, 'lose', first.keys)]
    : []
}

/** Demands of which every rule that keeps the claim meets at least one; none where nothing of the kind is known. */
export const choicesIn = (claim: Claim, { exhibits, level }: Counterexample): readonly Demand[] => {
  const [one, other] = exhibits
  if (one === undefined || other === undefined) return []
  switch (claim._tag) {
    case 'Proper':
      return [demand(level, 'lose', one.keys), demand(level, 'lose', other.keys)]
    case 'Strong':
    case 'NoDeadlock':
      return [demand(level, 'win', one.keys), demand(level, 'win', other.keys)]
    case 'Nested':
      return [demand(level, 'lose', one.keys), demand(level === 'High' ? 'Medium' : 'Low', 'win', other.keys)]
    case 'Can':
    case 'Cannot':
    case 'Needs':
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'Every':
    case 'Signatures':
    case 'Compare':
    case 'NoDummies':
    case 'Interchangeable':
    case 'Ranks':
    case 'Power':
    case 'NoDictator':
    case 'NoVeto':
    case 'Reachable':
      return []
  }
}

/** Whether refutations of the claim can say what every rule has to do. */
export const canDemand = ({ _tag }: Claim): boolean => _tag === 'Compare' || _tag === 'Signatures'
