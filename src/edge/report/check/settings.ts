/** What the formats of `check` are given: the catalogues of the rules and the claims, and the page. */
import type { Rule } from '../../../advice/lint/index.js'
import type { Claim, ClaimForm } from '../../../advice/policy/index.js'
import type { Paint } from '../styled.js'

/** Rules and forms of claims, and a claim in a few words. */
export interface CheckCatalogue {
  readonly rules: readonly Rule[]
  readonly forms: readonly ClaimForm[]
  readonly says: (claim: Claim) => string
}

/** What every format may ask for; `paint`, `width` and `verbose` are for the text alone. */
export interface CheckSettings {
  readonly catalogue: CheckCatalogue
  readonly paint: Paint
  /** Columns. */
  readonly width: number
  /** Whether claims that hold are told with why they hold. */
  readonly verbose: boolean
}
