/**
 * Hypotheses: what would the network say if these signatures were kept and those signers signed too?
 * The evaluator is asked with stand-ins for the signatures that do not exist yet.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  evaluate,
  hintOf,
  NO_THRESHOLDS,
  preAuthTxKey,
  rememberProofs,
  signer,
  type AccountId,
  type DecoratedSignature,
  type Envelope,
  type Judge,
  type LedgerView,
  type SignerKey,
  type Verdict,
} from '../../kernel/index.js'
import type { Survey } from './survey.js'

/** The signatures that one list would hold: some that are there, then some that would be made. */
export interface ListHypothesis {
  readonly survey: Survey
  readonly kept: readonly number[]
  readonly added: readonly SignerKey[]
}

/** The longest that a signature can be, and the length of nearly all. */
const SIGNATURE_LENGTH = 64

/**
 * The same view, in which accounts that were not fetched agree to everything: their only signer is the
 * hash that is being signed. What the evaluator then says is what the accounts that are known say.
 */
const agreeing = (
  view: LedgerView,
  unknown: readonly AccountId[],
  surveys: readonly Survey[],
): LedgerView => {
  if (unknown.length === 0) return view
  const signers = surveys.map(({ hash }) => signer(preAuthTxKey(hash), 1))
  const accounts = new Map(view.accounts)
  for (const id of unknown)
    accounts.set(id, {
      _tag: 'Known',
      account: { id, masterWeight: 0, thresholds: NO_THRESHOLDS, signers, state: O.none },
    })
  return { ...view, accounts }
}

/** What the network would say, as far as accounts are known. */
export const supposing =
  (judge: Judge, view: LedgerView, envelope: Envelope, unknown: readonly AccountId[]) =>
  (lists: readonly ListHypothesis[]): Verdict => {
    const assumed = new Map<DecoratedSignature, string>()
    const signaturesOf = ({ survey, kept, added }: ListHypothesis): readonly DecoratedSignature[] => [
      ...kept.map((at) => survey.signatures[at] as DecoratedSignature),
      ...added.map((key) => {
        const hint = O.getOrElse(() => 0)(hintOf(key))
        const signature = { hint, signature: new Uint8Array(SIGNATURE_LENGTH) }
        assumed.set(signature, key.strkey)
        return signature
      }),
    ]
    const listNamed = (name: Survey['list']): ListHypothesis | undefined =>
      lists.find(({ survey }) => survey.list === name)
    const signedIn = (name: Survey['list']): readonly DecoratedSignature[] => {
      const list = listNamed(name)
      return list === undefined ? [] : signaturesOf(list)
    }
    const supposed: Envelope =
      envelope._tag === 'Transaction'
        ? { ...envelope, signatures: signedIn('transaction') }
        : {
            ...envelope,
            hash: listNamed('fee-bump')?.survey.hash ?? envelope.hash,
            signatures: signedIn('fee-bump'),
            inner: { ...envelope.inner, signatures: signedIn('inner') },
          }
    const prove: Judge['prove'] = (hash, signature, key) => {
      const by = assumed.get(signature)
      return by === undefined ? judge.prove(hash, signature, key) : by === key.strkey
    }
    const surveys = lists.map(({ survey }) => survey)
    return evaluate({ ...judge, prove })(agreeing(view, unknown, surveys))(supposed)
  }

/** The judge, asking for each proof of one hash once, however often it is asked. */
export const remembering = (judge: Judge): Judge => {
  const proves = new Map<string, Judge['prove']>()
  return {
    ...judge,
    prove: (hash, signature, key) => {
      const name = hash.join()
      const known = proves.get(name) ?? rememberProofs(judge.prove)
      proves.set(name, known)
      return known(hash, signature, key)
    },
  }
}
