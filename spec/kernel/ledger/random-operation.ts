/** Operations over a small world, for whoever acts, so that they meet: they pay, make, sponsor, merge. */
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import type { Operation, OperationType } from '../../../src/kernel/model/index.js'
import {
  accountMerge,
  bumpSequence,
  createAccount,
  idOf,
  manageData,
  operation,
  payment,
  setOptions,
} from '../../support/build/operation.js'
import { key } from '../../support/build/key.js'

/** The last does not exist at first. */
export const NAMES = ['joint', 'shop', 'vault', 'bank', 'ghost'] as const

export const existing = fc.constantFrom('joint', 'shop', 'vault', 'bank')

export const who = fc.oneof(
  { weight: 5, arbitrary: existing },
  { weight: 1, arbitrary: fc.constant('ghost') },
)

/** Whoever acts or pays is there, but for one in so many. */
export const actor = fc.oneof(
  { weight: 14, arbitrary: existing },
  { weight: 1, arbitrary: fc.constant('ghost') },
)

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(1n, 5_000_000n, 1_0000000n, 20_0000000n) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 97_9999800n, 200_0000000n) },
)

const name = fc.constantFrom('first entry', 'second entry')

const options = fc.record(
  {
    inflationDestination: who,
    setFlags: fc.constantFrom(0, 1, 2, 4, 8),
    clearFlags: fc.constantFrom(0, 1),
    master: fc.constantFrom(1, 1, 1, 2, 0),
    low: fc.constantFrom(0, 0, 1),
    medium: fc.constantFrom(0, 1, 1, 2),
    high: fc.constantFrom(0, 0, 1, 1, 1, 2, 256),
    signer: fc.tuple(who, fc.constantFrom(0, 0, 1, 2)),
  },
  { requiredKeys: [] },
)

/** An operation, once it is known who acts. */
export type Make = (from: string) => Operation

/** Operations that move money and entries, and leave authority alone. */
export const withoutAuthority: fc.Arbitrary<Make> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(who, amount).map(
      ([to, n]): Make =>
        (from) =>
          payment(to, from, n),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(name, fc.constantFrom('set' as const, 'set' as const, 'delete' as const)).map(
      ([entry, action]): Make =>
        (from) =>
          manageData(entry, from, action),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<OperationType>('ManageSellOffer', 'ChangeTrust', 'PathPaymentStrictSend', 'Clawback')
      .map(
        (type): Make =>
          (from) =>
            operation(type, from),
      ),
  },
)

const target = who.chain((owner) =>
  fc.oneof(
    fc.constant({ _tag: 'Account', account: idOf(owner) } as const),
    who.map((other) => ({ _tag: 'Signer', account: idOf(owner), key: key(other).signerKey }) as const),
  ),
)

const withAuthority: fc.Arbitrary<Make> = fc.oneof(
  {
    weight: 6,
    arbitrary: options.map(
      (set): Make =>
        (from) =>
          setOptions(set, from),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(who, amount).map(
      ([to, n]): Make =>
        (from) =>
          createAccount(to, from, n),
    ),
  },
  {
    weight: 2,
    arbitrary: who.map(
      (to): Make =>
        (from) =>
          accountMerge(to, from),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0n, 103n, (1n << 63n) - 1n).map(
      (to): Make =>
        (from) =>
          bumpSequence(to, from),
    ),
  },
  {
    weight: 2,
    arbitrary: target.map((revoked): Make => (from) => ({
      _tag: 'RevokeSponsorship',
      source: O.some(idOf(from)),
      target: revoked,
    })),
  },
)

/** Operations of every kind. */
export const anyOperation: fc.Arbitrary<Make> = fc.oneof(withoutAuthority, withAuthority)
