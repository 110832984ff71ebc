/** Weights: mostly small, with the boundaries that a byte has, and what only old ledgers hold. */
import * as fc from 'fast-check'

/** A weight that a signer can have been given since protocol 10. */
export const signerWeight = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(1, 2, 3) },
  { weight: 2, arbitrary: fc.constantFrom(1, 127, 128, 254, 255) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 255 }) },
)

/** Stored before protocol 10, when any 32 bits were: counts 255 today, and wrapped around then. */
export const legacyWeight = fc.constantFrom(256, 300, 1000, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1)

/** A weight as it may stand in a ledger entry; 0 stands in none, and shows that nothing depends on that. */
export const storedWeight = fc.oneof(
  { weight: 40, arbitrary: signerWeight },
  { weight: 1, arbitrary: legacyWeight },
  { weight: 1, arbitrary: fc.constant(0) },
)

/** The weight of a master key: often 1, sometimes 0, which takes the key out of the list. */
export const masterWeight = fc.oneof(
  { weight: 6, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: signerWeight },
)
