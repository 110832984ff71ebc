/**
 * Weights from promises: the smallest numbers with which an account keeps every promise that its policy
 * makes of it, whatever its numbers are now. Unlike a wish, a promise leaves room: who is not spoken of
 * may act or not. Signers of the account, and keys that its promises name, all weigh 1 at least, and
 * every level stays in reach. Keys that no promise tells apart weigh the same, where that can be.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  activeSignersOf,
  MAX_WEIGHT,
  THRESHOLD_LEVELS,
  thresholdAt,
  type Failure,
  type SignerKey,
} from '../../../kernel/model/index.js'
import {
  numbersQuestion,
  recheckConflict,
  type Conflict,
  type NumbersQuestion,
  type Policy,
  type PolicyAccount,
  type Row,
} from '../../policy/index.js'
import { claimsOf, failuresOf, keysFor, startOf } from './claim-start.js'
import { areLinear, classesByClaims } from './claim-classes.js'
import { pointOf, type Minimum, type Point, type Program, type Said } from './integer-program.js'
import { leastIn, type Order } from './smallest-numbers.js'
import type { Rule } from './rule.js'
import { STANDARD_EFFORT } from './synthesize.js'

/** What becomes of the promises of an account. */
export type FromClaims = {
  /** Ids of the assertions that were asked. */
  readonly asked: readonly string[]
  /** Ids of assertions that say nothing of numbers: they are vacuous, or not known. */
  readonly setAside: readonly string[]
} & (
  | { readonly _tag: 'Found'; readonly rule: Rule; readonly isSmallest: boolean }
  | { readonly _tag: 'Conflict'; readonly conflict: Conflict }
  /** Nothing was found, and it is not proved that there is nothing. */
  | { readonly _tag: 'GaveUp' }
)

type Classes = readonly (readonly string[])[]

/** Whole numbers up to 255 near the proportions of a point: enough to learn from. */
const numbersNear = ({ numerators, denominator }: Point): readonly number[] => {
  if (numerators.every((one) => one % denominator === 0n))
    return numerators.map((one) => Number(one / denominator))
  const largest = numerators.reduce((a, b) => (a > b ? a : b), denominator)
  const most = BigInt(MAX_WEIGHT)
  return numerators.map((one) => Math.max(1, Number((one * most * 2n + largest) / (largest * 2n))))
}

/** A row over keys as a row over classes, with a last number that it says nothing of. */
const overClasses = (classes: Classes, keys: readonly string[], { coefficients, least }: Row): Row => ({
  least,
  coefficients: [
    ...classes.map((of) => of.reduce((sum, key) => sum + (coefficients[keys.indexOf(key)] ?? 0), 0)),
    ...coefficients.slice(keys.length),
    0,
  ],
})

const programOf = (question: NumbersQuestion, classes: Classes): Program => {
  const { keys } = question
  const places = keys.map((key) => classes.findIndex((of) => of.includes(key)))
  return {
    unknowns: classes.length + THRESHOLD_LEVELS.length + 1,
    ask: (point): Said => {
      const numbers = numbersNear(point)
      const objected = question.ask([
        ...places.map((place) => numbers[place] as number),
        ...numbers.slice(classes.length, -1),
      ])
      if (objected._tag === 'Kept') return 'kept'
      const rows = objected.rows.map((row) => overClasses(classes, keys, row))
      return rows.length > 0 ? rows : 'refused'
    },
  }
}

/** Every weight and quota is at least 1, the greatest quota at most 255, and all together reach each level. */
const startRows = (classes: Classes): readonly Row[] => {
  const levels = THRESHOLD_LEVELS.length
  const unknowns = classes.length + levels + 1
  const row = (least: number, coefficient: (place: number) => number): Row => ({
    coefficients: Array.from({ length: unknowns }, (_, place) => coefficient(place)),
    least,
  })
  const greatest = unknowns - 1
  const is = (place: number, one: number): number => (place === one ? 1 : 0)
  const quotas = THRESHOLD_LEVELS.map((_, at) => classes.length + at)
  return [
    ...Array.from({ length: greatest }, (_, place) => row(1, (at) => is(at, place))),
    ...quotas.map((quota) => row(0, (at) => is(at, greatest) - is(at, quota))),
    ...quotas.map((quota) => row(0, (at) => (classes[at]?.length ?? 0) - is(at, quota))),
    ...classes.map((_, place) => row(0, (at) => is(at, greatest) - is(at, place))),
    row(-MAX_WEIGHT, (at) => -is(at, greatest)),
  ]
}

/** The order of `leastIn`: the greatest quota, all weights, all quotas, each weight. */
const orderOf = (classes: Classes): Order => {
  const unknowns = classes.length + THRESHOLD_LEVELS.length + 1
  const costs = (cost: (place: number) => number): readonly number[] =>
    Array.from({ length: unknowns }, (_, place) => cost(place))
  return [
    costs((place) => (place === unknowns - 1 ? 1 : 0)),
    costs((place) => classes[place]?.length ?? 0),
    costs((place) => (place >= classes.length && place < unknowns - 1 ? 1 : 0)),
    ...classes.map((_, at) => costs((place) => (place === at ? 1 : 0))),
  ]
}

const ruleOf = (keys: readonly SignerKey[], classes: Classes, numbers: readonly number[]): Rule => {
  const [low = 1, medium = 1, high = 1] = numbers.slice(classes.length)
  const weights = new Map(classes.flatMap((of, place) => of.map((key) => [key, numbers[place]] as const)))
  return {
    weights: new Map(keys.map(({ strkey }) => [strkey, weights.get(strkey) ?? 0])),
    quotas: { Low: low, Medium: medium, High: high },
    unasked: [],
  }
}

/** The numbers of the account as it is, where they keep everything; then something is known to begin with. */
const knownIn = (
  { account }: PolicyAccount,
  classes: Classes,
  { ask }: Program,
): readonly number[] | undefined => {
  const weights = new Map(activeSignersOf(account).map(({ key, weight }) => [key.strkey, weight]))
  const quotas = THRESHOLD_LEVELS.map((level) => Math.max(1, thresholdAt(level)(account.thresholds)))
  const greatest = Math.max(...quotas)
  const ofClass = classes.map((keys) => new Set(keys.map((key) => Math.min(greatest, weights.get(key) ?? 0))))
  const numbers = [...ofClass.flatMap((all) => [...all].slice(0, 1)), ...quotas, greatest]
  return ofClass.every(({ size }) => size === 1) &&
    numbers.every((number) => number >= 1) &&
    ask(pointOf(numbers)) === 'kept'
    ? numbers
    : undefined
}

const leastFor = (
  subject: PolicyAccount,
  question: NumbersQuestion,
  classes: Classes,
  effort: number,
): Minimum => {
  const program = programOf(question, classes)
  const known = knownIn(subject, classes, program)
  return leastIn(orderOf(classes), program, startRows(classes), known, { left: effort })
}

/**
 * The smallest numbers with which an account keeps its promises.
 *
 * Failures: `no-keys`, `not-a-person`, `too-many-signers`.
 */
export const synthesizeFromClaims =
  (policy: Policy, base: O.Option<Policy>) =>
  (subject: PolicyAccount, effort = STANDARD_EFFORT): E.Either<readonly Failure[], FromClaims> => {
    const keys = keysFor(policy, subject.name, subject.account)
    const failures = failuresOf(subject, keys)
    if (failures.length > 0) return E.left(failures)
    const start = startOf(subject, keys)
    const started = { ...policy, accounts: new Map(policy.accounts).set(subject.name, start) }
    const question = numbersQuestion(started, base)(subject.name)
    const { asked, setAside } = question
    const claims = claimsOf(policy, subject.name)
    const alike = classesByClaims(policy, claims, question.keys)
    const conflict = question.conflict()
    if (O.isSome(conflict)) {
      recheckConflict(started, base)(subject.name)(conflict.value)
      return E.right({ _tag: 'Conflict', conflict: conflict.value, asked, setAside })
    }
    // Not all that is promised holds of means: then each key gets a weight of its own, if it has to.
    const each = question.keys.map((key) => [key])
    for (const classes of areLinear(claims) ? [alike] : [alike, each]) {
      const found = leastFor(subject, question, classes, effort)
      if (found.numbers !== undefined)
        return E.right({
          _tag: 'Found',
          rule: ruleOf(keys, classes, found.numbers),
          isSmallest: found.isProved,
          asked,
          setAside,
        })
    }
    return E.right({ _tag: 'GaveUp', asked, setAside })
  }
