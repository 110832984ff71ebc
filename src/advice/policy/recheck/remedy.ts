/** Remedies checked: what could be done about violated assertions, and what had better not be done. */
import * as O from 'fp-ts/lib/Option.js'
import type { Asserted, Remedy } from '../asserted.js'
import type { Policy } from '../policy.js'
import { recheckConflict } from './conflict.js'
import { insist } from './invariant.js'
import { insistOnRepair, insistOnSpoiled, outcomeOf, type Decide } from './repair.js'

/** Passes a remedy on if it is right, and throws if it is not. */
export const recheckRemedy =
  (decide: Decide) =>
  (policy: Policy, base: O.Option<Policy>) =>
  (asserted: Asserted) =>
  (remedy: Remedy): Remedy => {
    switch (remedy._tag) {
      case 'Repair':
        insistOnRepair(outcomeOf(decide, policy, base, asserted, remedy.changes), remedy.changes)
        break
      case 'Conflict':
        insist(
          remedy.conflict.assertions.includes(asserted.assertion.id),
          'a conflict is not about the assertion',
        )
        recheckConflict(policy, base)(asserted.account)(remedy.conflict)
        break
      case 'NotFound':
        break
    }
    return remedy
  }

/** The same for all that was asserted, each with what could be done about it, and what had better not be. */
export const recheckRemedies =
  (decide: Decide) =>
  (policy: Policy, base: O.Option<Policy>) =>
  (all: readonly Asserted[]): readonly Asserted[] =>
    all.map((one) => {
      for (const { change, breaks } of one.spoiled)
        insistOnSpoiled(outcomeOf(decide, policy, base, one, [change]), breaks)
      return { ...one, remedy: O.map(recheckRemedy(decide)(policy, base)(one))(one.remedy) }
    })
