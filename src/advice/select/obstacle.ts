/** Obstacles: why no further signature can authorize an envelope, by name and numbers. */
import * as O from 'fp-ts/lib/Option.js'
import {
  MAX_SIGNATURES,
  type AccountId,
  type Judgement,
  type OperationRequirement,
  type RefusalReason,
  type Requirement,
  type ResultCode,
  type Signer,
  type SignerKey,
} from '../../kernel/index.js'
import type { Demand, ListName } from './demand.js'
import { reachedIn, type Survey } from './survey.js'

/** What stands in the way. */
export type Obstacle =
  /** The form of the envelope is refused, whoever signs. */
  | { readonly _tag: 'Form'; readonly list: ListName; readonly reason: RefusalReason }
  /** The account that must agree does not exist, and nobody can act for it. */
  | { readonly _tag: 'NoAccount'; readonly list: ListName; readonly account: AccountId }
  /** The protocol does not know the operation. */
  | { readonly _tag: 'NotSupported'; readonly requirement: OperationRequirement }
  /** All who are needed have signed, and the network refuses the operations all the same. */
  | { readonly _tag: 'OperationsFail'; readonly code: ResultCode; readonly operations: readonly number[] }
  /** An extra signer that is the hash of a transaction can never be that of this one (CAP-21). */
  | { readonly _tag: 'ExtraSignerIsPreAuthTx'; readonly key: SignerKey }
  /** Everyone who could still sign is too light together. */
  | NotEnoughWeight
  /** Some list would need more signatures than it can hold. */
  | {
      readonly _tag: 'TooManySignatures'
      readonly list: ListName
      readonly atLeast: number
      readonly most: number
    }
  /** Weights were added differently, and are not judged here. */
  | { readonly _tag: 'OldProtocol'; readonly protocol: number; readonly since: number }

/** The numbers of a requirement that cannot be met. */
export interface NotEnoughWeight {
  readonly _tag: 'NotEnoughWeight'
  readonly list: ListName
  readonly requirement: Requirement
  readonly needed: number
  /** By the signatures that are there, and by this transaction's own hash. */
  readonly reached: number
  /** Who could still add weight. */
  readonly available: readonly Signer[]
  /** Who could, were they available. */
  readonly unavailable: readonly Signer[]
  /** Signers that are the hash of another transaction, and so never of this one. */
  readonly otherTransactions: readonly Signer[]
}

/** Asks whether a key may be counted on. */
export type IsAvailable = (key: SignerKey) => boolean

const notEnough = (survey: Survey, demand: Demand, isAvailable: IsAvailable): O.Option<NotEnoughWeight> => {
  const aim = survey.aims[survey.demands.indexOf(demand)]
  if (aim === undefined) throw new Error('invariant: a demand of a survey has its numbers there')
  const proved = new Set(survey.proving.flatMap(({ signers }) => signers.map(({ key }) => key.strkey)))
  const open = demand.signers.filter(({ key }) => key._tag !== 'PreAuthTx' && !proved.has(key.strkey))
  const available = open.filter(({ key }) => isAvailable(key) && aim.worthOf(key) > 0)
  const reached = reachedIn(survey, aim)
  const most = available.reduce((sum, { key }) => sum + aim.worthOf(key), reached)
  if (most >= aim.needed) return O.none
  return O.some({
    _tag: 'NotEnoughWeight',
    list: survey.list,
    requirement: demand.requirement,
    needed: demand.needed,
    reached,
    available,
    unavailable: open.filter(({ key }) => !isAvailable(key) && aim.worthOf(key) > 0),
    otherTransactions: demand.signers.filter(
      (one) => one.key._tag === 'PreAuthTx' && !demand.preAuthorized.includes(one),
    ),
  })
}

const refusalsIn = (list: ListName, { fault, checks }: Judgement): readonly Obstacle[] => {
  if (O.isSome(fault) && fault.value._tag === 'Form')
    return [{ _tag: 'Form', list, reason: fault.value.reason }]
  const obstacles = checks.flatMap(({ requirement, outcome }): readonly Obstacle[] => {
    if (requirement._tag === 'ExtraSigners')
      return requirement.keys
        .filter((key) => key._tag === 'PreAuthTx')
        .map((key) => ({ _tag: 'ExtraSignerIsPreAuthTx', key }))
    if (outcome._tag === 'NoAccount') return [{ _tag: 'NoAccount', list, account: requirement.account }]
    return outcome._tag === 'NotSupported' && requirement._tag === 'Operation'
      ? [{ _tag: 'NotSupported', requirement }]
      : []
  })
  // Every operation of a missing source finds it missing: said once.
  return obstacles.filter(
    (one, at) =>
      one._tag !== 'NoAccount' ||
      obstacles.findIndex((other) => other._tag === 'NoAccount' && other.account === one.account) === at,
  )
}

/** Everything that no signature of an available signer can overcome in a list. */
export const obstaclesIn =
  (isAvailable: IsAvailable) =>
  (survey: Survey): readonly Obstacle[] => {
    const refusals = refusalsIn(survey.list, survey.judgement)
    const named = refusals.some(({ _tag }) => _tag === 'ExtraSignerIsPreAuthTx')
    return [
      ...refusals,
      ...survey.demands.flatMap((demand) => {
        if (named && demand.account === 'extra signers') return []
        const missing = notEnough(survey, demand, isAvailable)
        return O.isSome(missing) ? [missing.value] : []
      }),
    ]
  }

/** Too many signatures for a list. */
export const tooMany = (list: ListName, atLeast: number): Obstacle => ({
  _tag: 'TooManySignatures',
  list,
  atLeast,
  most: MAX_SIGNATURES,
})
