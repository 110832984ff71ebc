/**
 * The independent second opinion on claims. A claim is decided once more by other means, every sum of an
 * answer is added up again, and people who are said to refute a claim have to do so by its definition.
 * An answer that fails is a fault of ours and no answer, so it throws.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Answer, Certificate, Counterexample, Tolerated } from '../answer.js'
import type { Asked } from '../asked.js'
import { levelOf, type Claim } from '../claim.js'
import { asksFor } from './asks-for.js'
import { isCertifiedBy } from './certifies.js'
import { fallOf } from './fall.js'
import { insist } from './invariant.js'
import { isRefutedBy } from './refutes.js'
import { rivalOf } from './rivals.js'
import { recheckTolerated } from './tolerated.js'
import { verdictAgain, type Verdict } from './verdict.js'
import { grantsOf, reaches } from './weighed.js'
import { insistOnExhibit, ownAt } from './well-formed.js'

const insistOnCertificate = (asked: Asked, claim: Claim, shown: Certificate): void => {
  insist(shown.level === levelOf(claim), 'it is of another level')
  for (const exhibit of shown.exhibits) insistOnExhibit(asked, claim, exhibit)
  insist(isCertifiedBy(asked, claim, shown), 'what is shown has nothing to do with the claim')
}

const insistOnCounterexample = (asked: Asked, claim: Claim, shown: Counterexample): void => {
  insist(claim._tag === 'Nested' || shown.level === levelOf(claim), 'it is of another level')
  for (const exhibit of shown.exhibits) insistOnExhibit(asked, claim, exhibit)
  insist(isRefutedBy(asked, claim, shown), 'not all who are shown refute the claim')
  for (const one of shown.demands) {
    insist(asksFor(asked, claim, one), 'a demand is not one of the claim')
    insist(reaches(ownAt(asked, one.level), one.keys) !== (one.must === 'win'), 'a demand is met')
  }
}

/** Whether more weight for everybody makes no group of the claim lose: then the ends decide. */
const isDecidedByEnds = (claim: Claim): boolean =>
  O.isSome(fallOf(claim)) || ['Can', 'Cannot', 'Needs', 'Every', 'Reachable'].includes(claim._tag)

/** What has to be answered: where it depends on what somebody may be granted, it is not known. */
const expected = (asked: Asked, claim: Claim): readonly Verdict[] => {
  const rival = claim._tag === 'Compare' ? rivalOf(asked, claim.other) : undefined
  const accounts = [asked.account, ...(rival?._tag === 'Found' ? [rival.account] : [])]
  const { circumstances, isAll } = grantsOf(...accounts.map(({ account }) => account))
  const verdicts = new Set(circumstances.map((one) => verdictAgain({ ...asked, circumstances: one }, claim)))
  const [only] = verdicts
  if (verdicts.has('TooLong') || only === undefined) return ['TooLong']
  return verdicts.size === 1 && (isAll || isDecidedByEnds(claim)) ? [only] : ['Unknown']
}

const UNCHECKED: Answer = {
  _tag: 'Unknown',
  why: {
    code: 'gave-up',
    says: 'it was found to hold, but checking that took too many steps',
    help: 'write the formula so that no key stands twice, or name fewer places for each key',
    keys: [],
  },
}

/** Passes an answer on if it is right, and throws if it is not. */
export const recheck =
  (asked: Asked) =>
  (claim: Claim) =>
  (answer: Answer): Answer => {
    const verdicts = expected(asked, claim)
    const isTooLong = verdicts.includes('TooLong')
    const gaveUp = answer._tag === 'Unknown' && answer.why.code === 'gave-up'
    // What nobody could check is not known. Who refutes a claim is checked without deciding it.
    if (isTooLong && answer._tag === 'Holds') return UNCHECKED
    insist(
      gaveUp || isTooLong || verdicts.includes(answer._tag),
      `it was found to be ${answer._tag}, and by other means ${verdicts.join(' or ')}`,
    )
    switch (answer._tag) {
      case 'Holds':
        insistOnCertificate(asked, claim, answer.certificate)
        return answer
      case 'Violated': {
        const { counterexample } = answer
        insistOnCounterexample(asked, claim, counterexample)
        const tolerated = O.chain((one: Tolerated) => recheckTolerated(asked, claim, one))(
          counterexample.tolerated,
        )
        return O.isSome(tolerated) === O.isSome(counterexample.tolerated)
          ? answer
          : { ...answer, counterexample: { ...counterexample, tolerated } }
      }
      case 'Vacuous':
      case 'Unknown':
        return answer
    }
  }
