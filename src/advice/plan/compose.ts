/**
 * From one configuration to another in the fewest operations, in an order in which none can fail.
 *
 * A SetOptions changes one signer, and thresholds and the master weight beside: so there is one operation
 * for each signer that changes, and one where only the rest does. Signers go before others come: at 20
 * signers there is no other room, and what they free pays for those that come. The rest rides on the last
 * operation (stellar-core `SetOptionsOpFrame.cpp`; the order of effects does not matter inside one
 * transaction, whose signatures are judged by the account before it, CAP-2).
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import {
  failure,
  ordSigner,
  parseWeight,
  type Account,
  type Failure,
  type SetOptions,
  type SignerChange,
} from '../../kernel/model/index.js'

/** A SetOptions that sets nothing. */
export const NOTHING_SET: SetOptions = {
  _tag: 'SetOptions',
  source: O.none,
  inflationDestination: O.none,
  clearFlags: O.none,
  setFlags: O.none,
  masterWeight: O.none,
  lowThreshold: O.none,
  mediumThreshold: O.none,
  highThreshold: O.none,
  homeDomain: O.none,
  signer: O.none,
}

const weightsOf = ({ signers }: Account): ReadonlyMap<string, number> =>
  new Map(signers.map(({ key, weight }) => [key.strkey, weight]))

/** Signers of one account that satisfy a test on their weights there and in the other, in the ledger's order. */
const changesIn = (
  account: Account,
  other: Account,
  isChange: (here: number, there: number) => boolean,
  weightAfter: (here: number, there: number) => number,
): readonly SignerChange[] => {
  const there = weightsOf(other)
  return account.signers.toSorted(ordSigner.compare).flatMap(({ key, weight }) => {
    const weightThere = there.get(key.strkey) ?? 0
    return isChange(weight, weightThere) ? [{ key, weight: weightAfter(weight, weightThere) }] : []
  })
}

/** Signers that go, then those that get another weight, then those that come. */
const signerChanges = (from: Account, to: Account): readonly SignerChange[] => [
  ...changesIn(
    from,
    to,
    (before, after) => before > 0 && after === 0,
    () => 0,
  ),
  ...changesIn(
    from,
    to,
    (before, after) => before > 0 && after > 0 && before !== after,
    (_, after) => after,
  ),
  ...changesIn(
    to,
    from,
    (after, before) => before === 0 && after > 0,
    (after) => after,
  ),
]

const changed = (before: number, after: number): O.Option<number> =>
  before === after ? O.none : O.some(after)

/** Thresholds and the master weight, as far as they differ. */
const restOf = (from: Account, to: Account): SetOptions => ({
  ...NOTHING_SET,
  masterWeight: changed(from.masterWeight, to.masterWeight),
  lowThreshold: changed(from.thresholds.low, to.thresholds.low),
  mediumThreshold: changed(from.thresholds.medium, to.thresholds.medium),
  highThreshold: changed(from.thresholds.high, to.thresholds.high),
})

/** The numbers that an operation sets: since protocol 10 none above 255 is taken. */
const numbersOf = ({ signer, ...rest }: SetOptions): readonly (readonly [string, O.Option<number>])[] => [
  ['the master weight', rest.masterWeight],
  ['the low threshold', rest.lowThreshold],
  ['the medium threshold', rest.mediumThreshold],
  ['the high threshold', rest.highThreshold],
  [
    O.isSome(signer) ? `the weight of \`${signer.value.key.strkey}\`` : '',
    O.map(({ weight }: SignerChange) => weight)(signer),
  ],
]

const inRange = (operation: SetOptions): E.Either<Failure, SetOptions> =>
  pipe(
    numbersOf(operation),
    RA.traverse(E.Applicative)(([name, number]) =>
      O.isSome(number) ? parseWeight(name)(number.value) : E.right(0),
    ),
    E.map(() => operation),
  )

/**
 * The fewest operations that lead from one configuration of an account to another; none where nothing
 * differs.
 *
 * Failures: `accounts-differ`, `weight-out-of-range` (a weight from before protocol 10 that would have to
 * be written anew).
 */
export const compose =
  (from: Account) =>
  (to: Account): E.Either<Failure, readonly SetOptions[]> => {
    if (from.id !== to.id)
      return E.left(
        failure(
          'accounts-differ',
          `a plan leads from \`${from.id}\` to \`${to.id}\`: these are two accounts`,
          'name two configurations of one account',
        ),
      )
    const changes = signerChanges(from, to).map((change): SetOptions => ({
      ...NOTHING_SET,
      signer: O.some(change),
    }))
    const rest = restOf(from, to)
    const last = changes[changes.length - 1]
    const isRest = numbersOf(rest).some(([, number]) => O.isSome(number))
    const operations =
      last === undefined
        ? isRest
          ? [rest]
          : []
        : [...changes.slice(0, -1), { ...rest, signer: last.signer }]
    return RA.traverse(E.Applicative)(inRange)(operations)
  }

/** Whether two configurations have the same weights, thresholds and signers, whoever pays for them. */
export const isSameConfiguration = (a: Account, b: Account): boolean => {
  const composed = compose(a)(b)
  return E.isRight(composed) && composed.right.length === 0
}
