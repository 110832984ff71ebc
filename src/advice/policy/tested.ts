/** What became of a test. */
import type { PolicyTest } from './policy-test.js'

/** Of one test. */
export interface Tested {
  readonly test: PolicyTest
  /** `Unknown`, where the engine cannot tell. */
  readonly outcome: 'Passed' | 'Failed' | 'Unknown'
  /** What the engine said, in one sentence: what was expected, what came, how much weight is missing. */
  readonly says: string
}
