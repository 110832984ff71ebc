/**
 * Authorization entries as JSON. Positions count from 0; what is not there is `null`.
 *
 * - `verdict`: `authorizes`, `refused`, `undetermined`, `by-source` (it rests on the envelope's signatures)
 *   or `by-contract` (a contract decides by its own code)
 * - `reason`: where refused, one of the names of `EntryReason`
 * - `check`: the account, its medium threshold (`needed`, null where it is not known), what was `counted`,
 *   `signers`, and one of `steps` a signature: `counted`, `not-increasing`, `not-proved`, `not-a-signer` or
 *   `unknown`
 * - `conditions`: what was not known: `ledger-not-known`, `limit-not-known`, `nonce-not-known`
 */
import * as O from 'fp-ts/lib/Option.js'
import { toHex, type AuthorizationEntry, type EntryAddress } from '../../../kernel/model/index.js'
import type {
  DelegateVerdict,
  EntryCheck,
  EntryVerdict,
  JudgedEntry,
  SignatureVerdict,
} from '../../soroban/index.js'
import { signerJson, type Json } from '../json-list.js'
import type { Names } from '../names.js'
import { kebab } from '../words.js'

const addressJson = (names: Names, address: EntryAddress): Json =>
  address._tag === 'Account'
    ? { kind: 'account', address: address.account, alias: O.toNullable(names.account(address.account)) }
    : { kind: kebab(address._tag), address: address.strkey, alias: null }

const checkJson = (names: Names, { account, needed, counted, signers, steps }: EntryCheck): Json => ({
  account,
  needed: O.toNullable(needed),
  counted,
  signers: signers.map((signer) => signerJson(names, signer)),
  steps: steps.map(({ signature, key, fate, weight }) => ({
    step: kebab(fate),
    signature,
    key: key.strkey,
    alias: O.toNullable(names.key(key.strkey)),
    weight,
  })),
})

const checkOf = (verdict: EntryVerdict | SignatureVerdict): EntryCheck | undefined => {
  if (verdict._tag === 'Refused') return O.toUndefined(verdict.check)
  return verdict._tag === 'Authorizes' || verdict._tag === 'Undetermined' ? verdict.check : undefined
}

const judgedJson = (names: Names, verdict: EntryVerdict | SignatureVerdict) => {
  const check = checkOf(verdict)
  return {
    verdict: kebab(verdict._tag),
    reason: verdict._tag === 'Refused' ? verdict.reason : null,
    missing: verdict._tag === 'Undetermined' ? verdict.missing : null,
    check: check === undefined ? null : checkJson(names, check),
  }
}

const delegateJson =
  (names: Names) =>
  ({ path, address, verdict }: DelegateVerdict): Json => ({
    path,
    address: addressJson(names, address),
    ...(O.isSome(verdict)
      ? judgedJson(names, verdict.value)
      : { verdict: 'by-contract', reason: null, missing: null, check: null }),
  })

const invocationJson = ({ invocation, subInvocations }: AuthorizationEntry): Json => ({
  kind: kebab(invocation._tag),
  contract: invocation._tag === 'Call' ? invocation.contract : null,
  function: invocation._tag === 'Call' ? invocation.functionName : null,
  subInvocations,
})

/** One entry with its verdict. */
export const entryJson = (
  names: Names,
  entry: AuthorizationEntry,
  verdict: EntryVerdict,
): Readonly<Record<string, Json>> => {
  const { credentials } = entry
  const isSigned = credentials._tag !== 'SourceAccount'
  return {
    ...judgedJson(names, verdict),
    credentials: kebab(credentials._tag),
    address: isSigned ? addressJson(names, credentials.address) : null,
    nonce: isSigned ? String(credentials.nonce) : null,
    expirationLedger: isSigned ? credentials.expirationLedger : null,
    payload: verdict._tag === 'BySource' ? null : toHex(verdict.payload),
    invocation: invocationJson(entry),
    delegates: verdict._tag === 'ByContract' ? verdict.delegates.map(delegateJson(names)) : [],
    conditions: 'conditions' in verdict ? verdict.conditions : [],
  }
}

/** The entries of an envelope, each with where it stands. */
export const entriesJson = (names: Names, entries: readonly JudgedEntry[]): Json =>
  entries.map(({ operation, position, entry, verdict }) => ({
    operation,
    position,
    ...entryJson(names, entry, verdict),
  }))
