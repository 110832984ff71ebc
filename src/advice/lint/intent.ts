/**
 * What people said that they want. A rule that warns of something unusual is silent where a claim says
 * that it is meant, or where a preset was chosen whose page says it.
 */
import * as O from 'fp-ts/lib/Option.js'
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../kernel/model/index.js'
import { isSatisfiedBy, keysIn, levelOf, type Claim, type Formula } from '../policy/index.js'
import type { Subject } from './subject.js'

const rank = (level: ThresholdLevel): number => THRESHOLD_LEVELS.indexOf(level)

/** Everything that is claimed of an account. */
export const claimsOf = ({ claims }: Subject): readonly Claim[] => claims

/** Whether the account was filled from a preset: somebody chose who can do what. */
export const isChosen = ({ account }: Subject): boolean => O.isSome(account.preset)

const isMet = (keys: readonly string[], formula: Formula): boolean =>
  isSatisfiedBy((key) => keys.includes(key))(formula)

/** Whether a claim says that these keys can act at a level, or at a higher one. */
export const isMeantToAct =
  (subject: Subject) =>
  (level: ThresholdLevel, keys: readonly string[]): boolean =>
    isChosen(subject) ||
    claimsOf(subject).some(
      (claim) => claim._tag === 'Can' && rank(claim.at.level) >= rank(level) && isMet(keys, claim.who),
    )

/** Whether a claim says that nobody can act without this key at a level, or at a lower one. */
export const isMeantToBeNeeded =
  (subject: Subject) =>
  (level: ThresholdLevel, key: string): boolean =>
    isChosen(subject) ||
    claimsOf(subject).some((claim) => {
      if (rank(levelOf(claim)) > rank(level)) return false
      if (claim._tag === 'Needs') return claim.of.keys.includes(key)
      return (
        claim._tag === 'Every' &&
        !isMet(
          keysIn(claim.has).filter((other) => other !== key),
          claim.has,
        )
      )
    })

/** Whether a claim says of a key that it cannot act at a level. */
export const isMeantNotToAct =
  (subject: Subject) =>
  (level: ThresholdLevel, key: string): boolean =>
    claimsOf(subject).some(
      (claim) => claim._tag === 'Cannot' && claim.at.level === level && isMet([key], claim.who),
    )

const formulasOf = (claim: Claim): readonly string[] => {
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

/** Whether a claim on the account names a key. */
export const isNamed = (subject: Subject, key: string): boolean =>
  claimsOf(subject).some((claim) => formulasOf(claim).includes(key))
