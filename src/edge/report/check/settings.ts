/** What the formats of `check` are given: the catalogues of the rules and the claims, and the page. */
import type { Rule } from '../../../advice/lint/index.js'
import { CLAIM_FORMS, formOf, type Claim, type ClaimForm } from '../../../advice/policy/index.js'
import type { Paint } from '../styled.js'

/** Rules and forms of claims, and a claim in a few words. */
export interface CheckCatalogue {
  readonly rules: readonly Rule[]
  readonly forms: readonly ClaimForm[]
  readonly says: (claim: Claim) => string
}

/** The catalogue with these rules and all forms of claims. */
export const catalogueOf = (rules: readonly Rule[]): CheckCatalogue => ({
  rules,
  forms: CLAIM_FORMS,
  says: (claim) => formOf(claim).says(claim),
})

/** What every format may ask for; `paint` and `width` are for the text, `verbose` for people. */
export interface CheckSettings {
  readonly catalogue: CheckCatalogue
  readonly paint: Paint
  /** Columns. */
  readonly width: number
  /** Whether what is fine is told too: claims with why they hold, tests, suppressed findings. */
  readonly verbose: boolean
}
