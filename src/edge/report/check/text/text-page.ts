/** The page that texts of a check are laid out on. */
import type { Claim } from '../../../../advice/policy/index.js'

export interface TextPage {
  readonly width: number
  readonly verbose: boolean
  /** A claim in a few words. */
  readonly says: (claim: Claim) => string
}
