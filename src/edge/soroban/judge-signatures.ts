/**
 * The built-in check of a classic account, as the network's host for smart contracts makes it
 * (soroban-env-host `account_contract.rs`, `check_account_authentication`). Hold the two side by side.
 *
 * It has little in common with the check of an envelope: every signature has to count, keys have to
 * increase, only ed25519 keys take part, and what is more than needed does no harm.
 */
import * as O from 'fp-ts/lib/Option.js'
import { accountSignerSet, cappedWeight } from '../../kernel/engine/index.js'
import {
  compareBytes,
  ed25519Key,
  lookup,
  type Account,
  type AccountId,
  type Ed25519Key,
  type EntrySignature,
  type Hash,
  type KeySignature,
  type LedgerView,
  type Signer,
} from '../../kernel/model/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import type { EntryCheck, EntryReason, EntryStep, SignatureVerdict } from './entry-verdict.js'

/** An account has at most so many signers, and none may sign twice. */
export const MAX_ENTRY_SIGNATURES = 20

const ed25519Of = (account: Account): readonly Signer[] =>
  accountSignerSet(account).signers.filter(({ key, weight }) => key._tag === 'Ed25519' && weight > 0)

/** The hint of a decorated signature is not asked for here: the whole key stands beside it. */
const proves = (
  prove: Prove,
  payload: Hash,
  key: Ed25519Key,
  signature: KeySignature['signature'],
): boolean => prove(payload, { hint: 0, signature }, key)

const stepOf = (
  prove: Prove,
  payload: Hash,
  signers: O.Option<readonly Signer[]>,
  list: readonly KeySignature[],
  signature: number,
): EntryStep => {
  const { publicKey, signature: bytes } = list[signature] as KeySignature
  const before = list[signature - 1]
  const key = ed25519Key(publicKey)
  const step = (fate: EntryStep['fate'], weight = 0): EntryStep => ({ signature, key, fate, weight })
  if (before !== undefined && compareBytes(before.publicKey, publicKey) >= 0) return step('NotIncreasing')
  if (!proves(prove, payload, key, bytes)) return step('NotProved')
  if (O.isNone(signers)) return step('Unknown')
  const found = signers.value.find((signer) => signer.key.strkey === key.strkey)
  return found === undefined ? step('NotASigner') : step('Counted', cappedWeight(found.weight))
}

const checkOf = (
  prove: Prove,
  payload: Hash,
  id: AccountId,
  account: O.Option<Account>,
  list: readonly KeySignature[],
): EntryCheck => {
  const signers = O.map(ed25519Of)(account)
  const steps = list.map((_, index) => stepOf(prove, payload, signers, list, index))
  return {
    account: id,
    needed: O.map(({ thresholds }: Account) => thresholds.medium)(account),
    counted: steps.reduce((sum, { weight }) => sum + weight, 0),
    signers: O.getOrElse((): readonly Signer[] => [])(signers),
    steps,
  }
}

const REASONS: Readonly<Record<Exclude<EntryStep['fate'], 'Counted' | 'Unknown'>, EntryReason>> = {
  NotIncreasing: 'keys-not-increasing',
  NotProved: 'signature-not-proved',
  NotASigner: 'not-a-signer',
}

/** Why the first signature that does not count makes the account refuse. */
const firstReason = (steps: readonly EntryStep[]): EntryReason | undefined => {
  for (const { fate } of steps) if (fate !== 'Counted' && fate !== 'Unknown') return REASONS[fate]
  return undefined
}

const refused = (reason: EntryReason, check?: EntryCheck): SignatureVerdict => ({
  _tag: 'Refused',
  reason,
  check: O.fromNullable(check),
})

/** Whether an account allows what was hashed, by this signature. */
export const judgeSignatures =
  (prove: Prove, view: LedgerView) =>
  (payload: Hash, id: AccountId, signature: EntrySignature): SignatureVerdict => {
    if (signature._tag === 'OtherShape') return refused('signature-shape')
    const list = signature.signatures
    if (list.length === 0) return refused('no-signatures')
    if (list.length > MAX_ENTRY_SIGNATURES) return refused('too-many-signatures')
    const found = lookup(view)(id)
    if (found._tag === 'Absent') return refused('account-absent')
    const account = found._tag === 'Known' ? O.some(found.account) : O.none
    const check = checkOf(prove, payload, id, account, list)
    const reason = firstReason(check.steps)
    if (reason !== undefined) return refused(reason, check)
    if (O.isNone(check.needed)) return { _tag: 'Undetermined', missing: id, check }
    return check.counted < check.needed.value
      ? refused('weight-too-low', check)
      : { _tag: 'Authorizes', check }
  }
