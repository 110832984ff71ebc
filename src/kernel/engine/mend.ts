/**
 * Mends: the single changes after which the network would say yes. Each is tried before it is offered:
 * the judge is asked again with that one change made.
 *
 * This answers «what one thing is missing?». Which sets of signers complete an envelope, at what cost,
 * is a search of its own.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  MAX_SIGNATURES,
  type DecoratedSignature,
  type Envelope,
  type Hint,
  type LedgerView,
  type Signer,
} from '../model/index.js'
import { hintOf, rememberProofs, type Prove } from '../signature/index.js'
import { evaluate } from './evaluate.js'
import type { Judge } from './judgement.js'
import { explain, type ListExplanation } from './explain.js'
import { isAuthorized, type Judgement, type Verdict } from './verdict.js'

/** One change that would make the verdict `Authorized`. */
export type Mend =
  | {
      readonly _tag: 'DropSignatures'
      readonly list: ListExplanation['list']
      readonly signatures: readonly number[]
    }
  | { readonly _tag: 'AddSignature'; readonly list: ListExplanation['list']; readonly signer: Signer }
  | {
      readonly _tag: 'CorrectHint'
      readonly list: ListExplanation['list']
      readonly signature: number
      readonly signer: Signer
      readonly hint: Hint
    }

/** A stand-in for the signature that a signer would make; it proves that signer and nobody else. */
const assume = (
  prove: Prove,
  { key }: Signer,
  hint: Hint,
): { signature: DecoratedSignature; prove: Prove } => {
  const signature: DecoratedSignature = { hint, signature: new Uint8Array(64) }
  return { signature, prove: (hash, s, k) => (s === signature ? k.strkey === key.strkey : prove(hash, s, k)) }
}

/** Signers of failed checks that were not counted there, each key once. */
const wantedIn = ({ checks }: Judgement): readonly Signer[] => [
  ...new Map(
    checks.flatMap(({ outcome }) => {
      if (outcome._tag !== 'Checked' || outcome.met) return []
      const counted = new Set(
        outcome.steps.flatMap((step) => (step._tag === 'Counted' ? [step.signer.key.strkey] : [])),
      )
      return outcome.signers.filter((s) => !counted.has(s.key.strkey)).map((s) => [s.key.strkey, s] as const)
    }),
  ).values(),
]

/**
 * The single changes that would make a rejected envelope authorized; empty where there is none, and
 * where nothing is rejected. A change of an inner signature voids the outer signatures of a fee bump,
 * which then have to be made again.
 *
 * @example
 * ```ts
 * import { evaluate, mendsOf, type Envelope, type Judge, type LedgerView } from 'quorate/kernel'
 *
 * export const whoCouldComplete = (judge: Judge, view: LedgerView, envelope: Envelope): readonly string[] =>
 *   mendsOf(judge)(view)(envelope)(evaluate(judge)(view)(envelope)).flatMap((mend) =>
 *     mend._tag === 'AddSignature' ? [mend.signer.key.strkey] : [],
 *   )
 * ```
 */
export const mendsOf =
  (judge: Judge) =>
  (view: LedgerView) =>
  (envelope: Envelope) =>
  (verdict: Verdict): readonly Mend[] => {
    if (verdict._tag !== 'Rejected') return []
    const isInner = envelope._tag === 'FeeBump' && O.isSome(verdict.inner)
    const target: Envelope = isInner ? envelope.inner : envelope
    const list = isInner ? 'inner' : envelope._tag === 'FeeBump' ? 'fee-bump' : 'transaction'
    const judgement = isInner && O.isSome(verdict.inner) ? verdict.inner.value : verdict.judgement
    if (O.isNone(judgement.fault) || judgement.fault.value._tag === 'Form') return []

    const prove = rememberProofs(judge.prove)
    const mends = (signatures: readonly DecoratedSignature[], proof: Prove = prove): boolean =>
      isAuthorized(evaluate({ ...judge, prove: proof })(view)({ ...target, signatures }))

    if (judgement.fault.value._tag === 'Surplus') {
      const { signatures } = judgement.fault.value
      return mends(target.signatures.filter((_, index) => !signatures.includes(index)))
        ? [{ _tag: 'DropSignatures', list, signatures }]
        : []
    }

    // A full list has no place for one signature more.
    const isFull = target.signatures.length >= MAX_SIGNATURES
    const additions = (isFull ? [] : wantedIn(judgement)).flatMap((signer): readonly Mend[] => {
      const hint = hintOf(signer.key)
      if (O.isNone(hint)) return []
      const assumed = assume(prove, signer, hint.value)
      return mends([...target.signatures, assumed.signature], assumed.prove)
        ? [{ _tag: 'AddSignature', list, signer }]
        : []
    })
    const explained = explain(prove)(envelope)(verdict).lists.find((one) => one.list === list)
    const corrections = (explained?.signatures ?? []).flatMap(({ fate }, signature): readonly Mend[] => {
      if (fate._tag !== 'WrongHint') return []
      const { signer, expected: hint } = fate
      const corrected = target.signatures.map((s, index) => (index === signature ? { ...s, hint } : s))
      return mends(corrected) ? [{ _tag: 'CorrectHint', list, signature, signer, hint }] : []
    })
    return [...corrections, ...additions]
  }
