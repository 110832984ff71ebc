/** What there is to tell of weights that were looked for. */
import type * as O from 'fp-ts/lib/Option.js'
import type { FromClaims, Instead, Rule, Synthesis, Wish } from '../../../advice/plan/index.js'
import type { Tested } from '../../../advice/policy/index.js'
import type { AccountId } from '../../../kernel/model/index.js'
import type { Names } from '../names.js'

/** What the weights are for, by its name and its address. */
export interface SynthesizedAccount {
  readonly name: string
  readonly id: AccountId
}

/** What was asked for, and what came of it. */
export type Sought =
  | {
      readonly _tag: 'Wishes'
      readonly wishes: readonly Wish[]
      readonly synthesis: Synthesis
      readonly instead: Instead
    }
  | {
      readonly _tag: 'Claims'
      readonly found: FromClaims
      /** Tests of the account that the weights that were found do not pass; nobody looked for those that do. */
      readonly notPassed: readonly Tested[]
    }

/** Weights from wishes or from promises. */
export interface SynthesisReport {
  readonly names: Names
  /** None where no file says which. */
  readonly account: O.Option<SynthesizedAccount>
  readonly sought: Sought
}

/** The weights that were found, and whether nothing is smaller. */
export interface FoundRule {
  readonly rule: Rule
  readonly isSmallest: boolean
}

/** The weights, where some were found. */
export const foundIn = ({ sought }: SynthesisReport): FoundRule | undefined => {
  const found = sought._tag === 'Wishes' ? sought.synthesis : sought.found
  return found._tag === 'Found' ? found : undefined
}

/** One word for what came of it. */
export type SynthesisState = 'found' | 'impossible' | 'too-large' | 'gave-up' | 'incomplete'

/** What a script hears of. Promises that could not be asked, and tests that do not pass, make it incomplete. */
export const synthesisStateOf = ({ sought }: SynthesisReport): SynthesisState => {
  const { _tag } = sought._tag === 'Wishes' ? sought.synthesis : sought.found
  switch (_tag) {
    case 'Found':
      return sought._tag === 'Claims' && sought.found.setAside.length + sought.notPassed.length > 0
        ? 'incomplete'
        : 'found'
    case 'Impossible':
    case 'Conflict':
      return 'impossible'
    case 'TooLarge':
      return 'too-large'
    case 'GaveUp':
      return 'gave-up'
  }
}
