/** Finds what is worth a warning: about one step of a simulation, and about the steps together. */
import * as O from 'fp-ts/lib/Option.js'
import {
  accountsIn,
  equalBytes,
  innermostOf,
  lookup,
  newAccount,
  THRESHOLD_LEVELS,
  type Account,
  type AccountId,
  type Envelope,
  type LedgerView,
  type SignerKey,
} from '../model/index.js'
import { sha256 } from '../signature/index.js'
import { gainAt, isReachable } from './capacity.js'
import { MAX_SEQUENCE } from './sequence.js'
import type { Warning } from './warning.js'

const knownIn = (view: LedgerView, id: AccountId): O.Option<Account> => {
  const found = lookup(view)(id)
  return found._tag === 'Known' ? O.some(found.account) : O.none
}

/** What became of one account: reach lost, or power gained. */
const warningsOfChange = (step: number, before: Account, after: Account): readonly Warning[] => {
  const { id: account } = after
  const lost = THRESHOLD_LEVELS.filter((level) => isReachable(level)(before) && !isReachable(level)(after))
  const isLost = lost.length > 0 && THRESHOLD_LEVELS.every((level) => !isReachable(level)(after))
  const locked: readonly Warning[] = isLost
    ? [{ code: 'locked-out', step, account }]
    : lost.map((level): Warning => ({ code: 'level-out-of-reach', step, account, level }))
  const gained = THRESHOLD_LEVELS.flatMap((level): readonly Warning[] => {
    const coalition = gainAt(level)(before, after)
    return O.isSome(coalition)
      ? [{ code: 'escalation', step, account, level, coalition: coalition.value.map(({ key }) => key) }]
      : []
  })
  return [...locked, ...gained]
}

const exhausted = (step: number, { id: account, state }: Account): readonly Warning[] =>
  O.isSome(state) && state.value.sequence >= MAX_SEQUENCE
    ? [{ code: 'sequence-exhausted', step, account }]
    : []

const signersIn = (view: LedgerView): readonly { readonly account: AccountId; readonly key: SignerKey }[] =>
  accountsIn(view).flatMap(({ id: account, signers }) => signers.map(({ key }) => ({ account, key })))

const hashesOf = (envelope: Envelope): readonly Uint8Array[] => [envelope.hash, innermostOf(envelope).hash]

/** Accounts on which an envelope's hash is still a signer, although it has had its turn. */
export const danglingAfter = (step: number, view: LedgerView, envelope: Envelope): readonly Warning[] =>
  signersIn(view).flatMap(({ account, key }): readonly Warning[] =>
    key._tag === 'PreAuthTx' && hashesOf(envelope).some((hash) => equalBytes(hash, key.hash))
      ? [{ code: 'pre-auth-dangling', step, account, key }]
      : [],
  )

/** Accounts whose hash(x) signers anybody can now use. */
const disclosedBy = (step: number, view: LedgerView, envelope: Envelope): readonly Warning[] => {
  const lists =
    envelope._tag === 'FeeBump' ? [envelope.signatures, envelope.inner.signatures] : [envelope.signatures]
  const hashes = lists.flat().map(({ signature }) => sha256(signature))
  return signersIn(view).flatMap(({ account, key }): readonly Warning[] =>
    key._tag === 'HashX' && hashes.some((hash) => equalBytes(hash, key.hash))
      ? [{ code: 'preimage-public', step, account, key }]
      : [],
  )
}

/** What to say of a step that was applied. */
export const warningsOfStep = (
  step: number,
  envelope: Envelope,
  before: LedgerView,
  after: LedgerView,
  changed: readonly AccountId[],
): readonly Warning[] => [
  ...changed.flatMap((id): readonly Warning[] => {
    const [old, now] = [knownIn(before, id), knownIn(after, id)]
    if (O.isNone(now)) return []
    // An account that was made in this step began as all new ones do, and may have been locked since.
    const began = O.getOrElse(() => newAccount(id))(old)
    return [...warningsOfChange(step, began, now.value), ...exhausted(step, now.value)]
  }),
  ...danglingAfter(step, after, envelope),
  ...disclosedBy(step, after, envelope),
]

/** Why a step that was refused will be refused again. */
export const warningsOfRefusal = (
  step: number,
  envelope: Envelope,
  view: LedgerView,
  code: string,
): readonly Warning[] => {
  if (code === 'txTOO_LATE') return [{ code: 'dead-envelope', step, reason: 'time-over' }]
  if (code !== 'txBAD_SEQ') return []
  const { source: account, sequence } = innermostOf(envelope).transaction
  const state = O.chain(({ state }: Account) => state)(knownIn(view, account))
  return O.isSome(state) && state.value.sequence >= sequence
    ? [{ code: 'dead-envelope', step, reason: 'sequence-used' }]
    : [{ code: 'sequence-gap', step, account }]
}

/**
 * Pairs of steps that are both pre-authorized, and of which only one can run; `views` are the accounts as
 * they are at the start and after each step, because a step may be what pre-authorizes them.
 */
export const rivals = (views: readonly LedgerView[], envelopes: readonly Envelope[]): readonly Warning[] => {
  const signers = views.flatMap(signersIn)
  const isPreAuthorized = (envelope: Envelope): boolean =>
    signers.some(
      ({ key }) => key._tag === 'PreAuthTx' && hashesOf(envelope).some((hash) => equalBytes(hash, key.hash)),
    )
  return envelopes.flatMap((envelope, step) =>
    envelopes.slice(0, step).flatMap((earlier, other): readonly Warning[] => {
      const [a, b] = [innermostOf(earlier), innermostOf(envelope)]
      const { source: account, sequence } = b.transaction
      const isRival =
        a.transaction.source === account && a.transaction.sequence === sequence && !equalBytes(a.hash, b.hash)
      return isRival && isPreAuthorized(earlier) && isPreAuthorized(envelope)
        ? [{ code: 'same-sequence', step, other, account }]
        : []
    }),
  )
}
