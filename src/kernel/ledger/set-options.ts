/**
 * SetOptions, the operation that changes who may do what (stellar-core `SetOptionsOpFrame.cpp`).
 *
 * Nothing here asks whether the account stays usable: thresholds above every weight, a master weight of
 * 0 with no signer left, all are accepted, by the network and so by us. Warnings are another room's.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { MAX_WEIGHT, type Account, type AccountId, type Bytes, type SetOptions } from '../model/index.js'
import { holds, type Protocol } from '../protocol/index.js'
import { fail, succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { changeSigner } from './signers.js'
import { assuming, find, put, withState, type World } from './world.js'

/** Account flags (xdr `AccountFlags`). */
const AUTH_REVOCABLE = 2
const AUTH_IMMUTABLE = 4
const AUTH_CLAWBACK = 8

/** Printable ASCII, as the network wants texts (`isStringValid`). */
const isPlainText = (bytes: Bytes): boolean => bytes.every((byte) => byte >= 0x20 && byte < 0x7f)

const isBadSigner = (
  protocol: Protocol,
  source: AccountId,
  { key, weight }: { key: SignerOf; weight: number },
): boolean => {
  if (key._tag === 'Ed25519' && key.strkey === source) return true
  if (holds(protocol)('weightCap') && weight > MAX_WEIGHT) return true
  return key._tag === 'SignedPayload' && (!holds(protocol)('payloadSigner') || key.payload.length === 0)
}

type SignerOf = Extract<SetOptions['signer'], { readonly _tag: 'Some' }>['value']['key']

/** What is wrong with a SetOptions whatever the ledger holds; its code (`doCheckValid`). */
export const setOptionsFault = (
  protocol: Protocol,
  source: AccountId,
  operation: SetOptions,
): O.Option<string> => {
  const { setFlags, clearFlags, signer, homeDomain } = operation
  const knownFlags = holds(protocol)('clawback') ? 0xf : 0x7
  const flags = (option: O.Option<number>): number => (O.isSome(option) ? option.value : 0)
  const isUnknown = (bits: number): boolean => (bits & ~knownFlags) !== 0
  if (isUnknown(flags(setFlags)) || isUnknown(flags(clearFlags))) return O.some('SET_OPTIONS_UNKNOWN_FLAG')
  if ((flags(setFlags) & flags(clearFlags)) !== 0) return O.some('SET_OPTIONS_BAD_FLAGS')
  const weights = [
    operation.masterWeight,
    operation.lowThreshold,
    operation.mediumThreshold,
    operation.highThreshold,
  ]
  if (weights.some((weight) => O.isSome(weight) && weight.value > MAX_WEIGHT))
    return O.some('SET_OPTIONS_THRESHOLD_OUT_OF_RANGE')
  if (O.isSome(signer) && isBadSigner(protocol, source, signer.value)) return O.some('SET_OPTIONS_BAD_SIGNER')
  if (O.isSome(homeDomain) && !isPlainText(homeDomain.value)) return O.some('SET_OPTIONS_INVALID_HOME_DOMAIN')
  return O.none
}

/** The flags after the operation, or the code of why they cannot change. */
const flagsAfter = (
  protocol: Protocol,
  before: number,
  { clearFlags, setFlags }: SetOptions,
): E.Either<{ readonly code: string; readonly flags: number }, number> => {
  let flags = before
  for (const [change, next] of [
    [clearFlags, (bits: number) => flags & ~bits],
    [setFlags, (bits: number) => flags | bits],
  ] as const) {
    if (O.isNone(change)) continue
    if (change.value !== 0 && (flags & AUTH_IMMUTABLE) !== 0)
      return E.left({ code: 'SET_OPTIONS_CANT_CHANGE', flags })
    flags = next(change.value)
  }
  return holds(protocol)('clawback') && (flags & AUTH_CLAWBACK) !== 0 && (flags & AUTH_REVOCABLE) === 0
    ? E.left({ code: 'SET_OPTIONS_AUTH_REVOCABLE_REQUIRED', flags })
    : E.right(flags)
}

const orKeep = (change: O.Option<number>, before: number): number =>
  O.isSome(change) ? change.value : before

const withWeights = (account: Account, operation: SetOptions): Account => ({
  ...account,
  masterWeight: orKeep(operation.masterWeight, account.masterWeight),
  thresholds: {
    low: orKeep(operation.lowThreshold, account.thresholds.low),
    medium: orKeep(operation.mediumThreshold, account.thresholds.medium),
    high: orKeep(operation.highThreshold, account.thresholds.high),
  },
})

const accountIn = (world: World, id: AccountId): Account => {
  const found = find(world, id)
  if (found._tag !== 'Known') throw new Error('invariant: SetOptions runs on a known account')
  return found.account
}

/** Runs a SetOptions that has no static fault (`doApply`), in the network's order of effects. */
export const applySetOptions = (
  { header, world, source }: OperationContext,
  operation: SetOptions,
): OperationResult => {
  const { inflationDestination, signer } = operation
  let reached = world
  if (O.isSome(inflationDestination)) {
    const destination = find(world, inflationDestination.value)
    if (destination._tag === 'Absent') return fail('SET_OPTIONS_INVALID_INFLATION', world)
    if (destination._tag === 'NotFetched')
      reached = assuming(reached, { _tag: 'AccountNotFetched', account: inflationDestination.value })
  }
  const account = accountIn(reached, source)
  const before = O.isSome(account.state) ? account.state.value.flags : 0
  const flags = flagsAfter(header.protocol, before, operation)
  if (E.isLeft(flags))
    return fail(
      flags.left.code,
      put(
        reached,
        withState(account, () => ({ flags: flags.left.flags })),
      ),
    )
  reached = put(
    reached,
    withWeights(
      withState(account, () => ({ flags: flags.right })),
      operation,
    ),
  )
  if (O.isNone(signer)) return succeed('SET_OPTIONS_SUCCESS', reached)
  const changed = changeSigner(header, reached, source, signer.value)
  if (E.isRight(changed)) return succeed('SET_OPTIONS_SUCCESS', changed.right)
  switch (changed.left) {
    case 'TooManySigners':
      return fail('SET_OPTIONS_TOO_MANY_SIGNERS', reached)
    case 'LowReserve':
      return fail('SET_OPTIONS_LOW_RESERVE', reached)
    case 'opTOO_MANY_SUBENTRIES':
    case 'opTOO_MANY_SPONSORING':
      return fail(changed.left, reached)
  }
}
