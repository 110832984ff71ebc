/** Progress: how far each requirement is, and who could add how much. */
import { isPreAuthorized, type Requirement, type Signer } from '../../kernel/index.js'
import { weightOf, type ListName } from './demand.js'
import type { Survey } from './survey.js'

/** How far one requirement is. Requirements on accounts that are not known have none. */
export interface Progress {
  readonly list: ListName
  readonly requirement: Requirement
  readonly needed: number
  /** The weight of everyone who has signed, also where that is more than needed, and of `preAuthorized`. */
  readonly reached: number
  readonly isMet: boolean
  /** Signers that are the hash of this very envelope. */
  readonly preAuthorized: readonly Signer[]
  readonly signed: readonly Signer[]
  /** Who has not signed, with the weight that each would add. */
  readonly wanting: readonly Signer[]
}

/** The progress of every requirement of a list whose account is known. */
export const progressIn = ({ list, hash, judgement, proving }: Survey): readonly Progress[] => {
  const proved = new Set(proving.flatMap(({ signers }) => signers.map(({ key }) => key.strkey)))
  return judgement.checks.flatMap(({ requirement, outcome }): readonly Progress[] => {
    if (outcome._tag !== 'Checked') return []
    const { needed, signers } = outcome
    const preAuthorized = signers.filter(({ key }) => isPreAuthorized(hash, key))
    const signed = signers.filter(({ key }) => proved.has(key.strkey))
    const reached = weightOf(preAuthorized) + weightOf(signed)
    const isMet = preAuthorized.length + signed.length > 0 && reached >= needed
    const wanting = signers.filter(({ key }) => key._tag !== 'PreAuthTx' && !proved.has(key.strkey))
    return [{ list, requirement, needed, reached, isMet, preAuthorized, signed, wanting }]
  })
}
