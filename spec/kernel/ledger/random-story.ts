/**
 * Random stories: a small world of accounts that sign for themselves and for each other, and envelopes
 * one after the other. Most are signed by whoever they act for, and have the next sequence number.
 */
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import type { Submission } from '../../../src/kernel/ledger/index.js'
import type { LedgerView, Operation } from '../../../src/kernel/model/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope, feeBump } from '../../support/build/envelope.js'
import { beginSponsoring } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { actor, existing, NAMES, who, type Make } from './random-operation.js'
import { endSponsoring } from './told.js'

/** One thing that is done, for somebody; sometimes at the cost of somebody else. */
interface Deed {
  readonly make: Make
  readonly from: string
  readonly sponsor: string | undefined
}

const operationsOf = ({ make, from, sponsor }: Deed): readonly Operation[] =>
  sponsor === undefined || sponsor === from
    ? [make(from)]
    : [beginSponsoring(from, sponsor), make(from), endSponsoring(from)]

interface Step {
  readonly source: string
  readonly deeds: readonly Deed[]
  /** How far the sequence number is from the next, as each step takes one. */
  readonly skipped: bigint
  readonly unsigned: string | undefined
  readonly stranger: string | undefined
  readonly payer: string | undefined
}

const stepOf = (make: fc.Arbitrary<Make>): fc.Arbitrary<Step> =>
  fc.record({
    source: existing,
    deeds: fc.array(
      fc.record({
        make,
        from: actor,
        sponsor: fc.oneof(fc.constant(undefined), fc.constant(undefined), actor),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    skipped: fc.constantFrom(0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 1n, -1n),
    unsigned: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: who }),
    stranger: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: who }),
    payer: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: actor }),
  })

const submissionOf = (step: Step, protocol: number, sequence: bigint, index: number): Submission => {
  const { source, deeds, unsigned, stranger, payer } = step
  const signers = new Set([source, ...deeds.flatMap(({ from, sponsor }) => [from, sponsor ?? from])])
  if (unsigned !== undefined) signers.delete(unsigned)
  if (stranger !== undefined) signers.add(stranger)
  const operations = deeds.flatMap(operationsOf)
  const inner = envelope({
    source,
    operations,
    sequence,
    // Otherwise one that is refused would take all that come after it along.
    ...(protocol >= 19 ? { minSequence: 0n } : {}),
    signatures: [...signers].map((one) => by(one)),
  })
  return {
    envelope:
      payer === undefined
        ? inner
        : feeBump({
            feeSource: payer,
            fee: inner.transaction.fee * 2n + 200n,
            inner,
            signatures: payer === unsigned ? [] : [by(payer)],
          }),
    ledgerSequence: O.some(1_000_000 + index),
    closeTime: O.some(1_600_000_000n + 5n * BigInt(index)),
  }
}

/** A world, and what is submitted to it. */
export interface RandomStory {
  readonly protocol: number
  readonly view: LedgerView
  readonly steps: readonly Submission[]
}

const shared = fc.record({
  medium: fc.constantFrom(0, 0, 1),
  high: fc.constantFrom(0, 0, 1, 2),
  signers: fc.uniqueArray(fc.constantFrom('alice', 'bilal', 'carol'), { maxLength: 2 }),
  balance: fc.constantFrom(100_0000000n, 100_0000000n, 100_0000000n, 3_0000000n),
})

const anyView: fc.Arbitrary<LedgerView> = fc.tuple(shared, shared, shared, shared).map((all) =>
  world(
    ...all.map(({ signers, balance, ...rest }, i) =>
      account({
        of: NAMES[i]!,
        ...rest,
        signers: signers.map((one) => [one, 1] as const),
        state: { balance },
      }),
    ),
  ),
)

const protocolOf = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 14, max: 18 }) },
  { weight: 4, arbitrary: fc.integer({ min: 19, max: 28 }) },
)

/** Stories of so many steps, of operations such as are drawn. */
export const storyOf = (
  make: fc.Arbitrary<Make>,
  constraints: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<RandomStory> =>
  fc.tuple(protocolOf, anyView, fc.array(stepOf(make), constraints)).map(([protocol, view, steps]) => {
    const next = new Map<string, bigint>()
    return {
      protocol,
      view,
      steps: steps.map((step, index) => {
        const sequence = (next.get(step.source) ?? 101n) + step.skipped
        next.set(step.source, sequence + 1n)
        return submissionOf(step, protocol, sequence, index)
      }),
    }
  })
