/** Verdicts as a symbol, a word, and the role that colour gives them. */
import type { Answer, Tested } from '../../../advice/policy/index.js'
import type { Role } from '../styled.js'

/** How a verdict looks. */
export interface Look {
  readonly symbol: string
  readonly word: string
  readonly role: Role
}

export const ANSWER_LOOKS: Readonly<Record<Answer['_tag'], Look>> = {
  Holds: { symbol: '✓', word: 'holds', role: 'good' },
  Violated: { symbol: '✗', word: 'violated', role: 'bad' },
  Vacuous: { symbol: '∅', word: 'vacuous', role: 'bad' },
  Unknown: { symbol: '?', word: 'unknown', role: 'warn' },
}

export const TEST_LOOKS: Readonly<Record<Tested['outcome'], Look>> = {
  Passed: { symbol: '✓', word: 'passed', role: 'good' },
  Failed: { symbol: '✗', word: 'failed', role: 'bad' },
  Unknown: { symbol: '?', word: 'unknown', role: 'warn' },
}
