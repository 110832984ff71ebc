/**
 * An account at a level, added up once more: plainly, from its signers and its thresholds, without the
 * game that everything else is decided by. A threshold of 0 counts as 1; a master key of weight 0 is no
 * signer; an envelope holds 20 signatures.
 */
import {
  MAX_SIGNATURES,
  MAX_WEIGHT,
  type Account,
  type Coalition,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import type { Circumstances } from '../../coalition/index.js'

/** Who can sign anything, with weights, and what has to be reached. */
export interface Weighed {
  readonly level: ThresholdLevel
  readonly ids: Coalition
  /** In the order of `ids`. */
  readonly weights: readonly number[]
  readonly weightOf: ReadonlyMap<string, number>
  readonly total: number
  /** What is still to be reached; more than everything where an envelope is too short for all signatures. */
  readonly quota: number
  /** The same as the account says it, however many signatures that takes. */
  readonly needed: number
}

interface Entry {
  readonly id: string
  readonly weight: number
  readonly kind: 'once' | 'public' | 'own'
}

const kindOf = (tag: string): Entry['kind'] =>
  tag === 'PreAuthTx' ? 'once' : tag === 'Ed25519' ? 'own' : 'public'

const entriesOf = ({ id, masterWeight, signers }: Account): readonly Entry[] => {
  const others = signers.map(({ key, weight }): Entry => ({
    id: key.strkey,
    weight: Math.min(weight, MAX_WEIGHT),
    kind: kindOf(key._tag),
  }))
  // The master key of an account is the key that the account is named by.
  return masterWeight > 0 ? [{ id, weight: masterWeight, kind: 'own' }, ...others] : others
}

/** The sum of some numbers. */
export const sumOf = (numbers: readonly number[]): number => {
  let sum = 0
  for (const one of numbers) sum += one
  return sum
}

/** The sum of the largest so many. */
export const heaviest = (count: number, numbers: readonly number[]): number =>
  sumOf([...numbers].sort((a, b) => b - a).slice(0, Math.max(0, count)))

/** The sum of the smallest so many. */
export const lightest = (count: number, numbers: readonly number[]): number =>
  sumOf([...numbers].sort((a, b) => a - b).slice(0, Math.max(0, count)))

const thresholdOf = ({ thresholds }: Account, level: ThresholdLevel): number =>
  level === 'Low' ? thresholds.low : level === 'Medium' ? thresholds.medium : thresholds.high

/** An account at a level, under some circumstances. */
export const weighedAt =
  ({ disclosed, preAuthorized }: Circumstances) =>
  (level: ThresholdLevel) =>
  (account: Account): Weighed => {
    const entries = entriesOf(account)
    const needed = Math.max(1, thresholdOf(account, level))
    const approvals = entries.filter(({ kind, id }) => kind === 'once' && preAuthorized.includes(id))
    const approved = Math.max(0, ...approvals.map(({ weight }) => weight))
    const signing = entries.filter(({ kind }) => kind !== 'once')
    const isPublic = ({ kind, id }: Entry): boolean => kind === 'public' && disclosed.includes(id)
    const own = signing.filter((entry) => !isPublic(entry))
    const granted = approved + sumOf(signing.filter(isPublic).map(({ weight }) => weight))
    const weights = own.map(({ weight }) => weight)
    const total = sumOf(weights)
    const inOneEnvelope =
      approved +
      heaviest(
        MAX_SIGNATURES,
        signing.map(({ weight }) => weight),
      )
    const isTooMuch = total + granted >= needed && inOneEnvelope < needed
    const left = Math.max(0, needed - granted)
    return {
      level,
      ids: own.map(({ id }) => id),
      weights,
      weightOf: new Map(own.map(({ id, weight }) => [id, weight])),
      total,
      quota: isTooMuch ? total + 1 : left,
      needed: left,
    }
  }

/** What some keys weigh, each counted once; who is no signer weighs nothing. */
export const weighs = ({ weightOf }: Weighed, keys: Iterable<string>): number => {
  let sum = 0
  for (const key of new Set(keys)) sum += weightOf.get(key) ?? 0
  return sum
}

/** Whether these can act. */
export const reaches = (weighed: Weighed, keys: Iterable<string>): boolean =>
  weighs(weighed, keys) >= weighed.quota

/** Whether these can act, and none of them can be spared. */
export const isMinimal = (weighed: Weighed, keys: Coalition): boolean =>
  reaches(weighed, keys) &&
  keys.every(
    (key) =>
      !reaches(
        weighed,
        keys.filter((other) => other !== key),
      ),
  )

/** Who is left without these. */
export const without = ({ ids }: Weighed, keys: Coalition): Coalition =>
  ids.filter((id) => !keys.includes(id))

/** Sets of more than so many disclosable keys are not all looked at. */
const MOST_DISCLOSABLE = 6

const setsOf = (keys: Coalition): readonly Coalition[] => {
  const [first, ...others] = keys
  return first === undefined ? [[]] : setsOf(others).flatMap((set) => [set, [first, ...set]])
}

/** Everything that may be granted, and whether nothing was left out. */
export interface Grants {
  readonly circumstances: readonly Circumstances[]
  readonly isAll: boolean
}

/** One approved transaction at a time, or none; of the keys that can be disclosed, any of them. */
export const grantsOf = (...accounts: readonly Account[]): Grants => {
  const entries = accounts.flatMap(entriesOf)
  const of = (kind: Entry['kind']): Coalition => [
    ...new Set(entries.filter((entry) => entry.kind === kind).map(({ id }) => id)),
  ]
  const [once, open] = [of('once'), of('public')]
  const isAll = open.length <= MOST_DISCLOSABLE
  const approvals = [[], ...once.map((id) => [id])]
  const disclosures = isAll ? setsOf(open) : [[], open]
  return {
    circumstances: approvals.flatMap((preAuthorized) =>
      disclosures.map((disclosed) => ({ disclosed, preAuthorized })),
    ),
    isAll,
  }
}
