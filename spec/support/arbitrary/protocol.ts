/** Protocol and phase: all that Quorate judges, the newest more often, where there is more to judge. */
import * as fc from 'fast-check'
import type { Phase } from '../../reference/checker.js'

export const phase: fc.Arbitrary<Phase> = fc.constantFrom('validate', 'apply')

/** A protocol at which a phase is judged: 8 or 10 to 28. */
export const protocolFor = (of: Phase): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: of === 'validate' ? 8 : 10, max: 28 }) },
    { weight: 3, arbitrary: fc.integer({ min: 19, max: 28 }) },
    { weight: 1, arbitrary: fc.constant(28) },
  )
