/**
 * Explanations: what became of every signature, as data. Texts are made from them elsewhere, and nothing
 * that is said here feeds back into a verdict.
 *
 * Unused signatures are looked at again, also against signers whose hint they do not carry, which the
 * network never does: people want to know that a signature is right and its hint is wrong.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { DecoratedSignature, Envelope, Hint, Signer } from '../model/index.js'
import { hintOf, rememberProofs, type Prove } from '../signature/index.js'
import type { Judgement, Verdict } from './verdict.js'

/** A signer that a signature counted for, and the position of the check in `checks`. */
export interface Use {
  readonly check: number
  readonly signer: Signer
}

/** What became of a signature. */
export type Fate =
  /** Some check that the network made counted it. */
  | { readonly _tag: 'Used'; readonly by: readonly Use[] }
  /** Only checks that the network no longer made would have counted it. */
  | { readonly _tag: 'NotReached'; readonly by: readonly Use[] }
  /** It proves these signers, and every check that they serve had reached its weight before its turn. */
  | { readonly _tag: 'Surplus'; readonly signers: readonly Signer[] }
  /** It proves a signer that the signature at this position already proved. */
  | { readonly _tag: 'Duplicate'; readonly of: number; readonly signer: Signer }
  /** It would prove this signer, but carries another hint, and so is never tried. */
  | { readonly _tag: 'WrongHint'; readonly signer: Signer; readonly expected: Hint }
  /** Its hint is that of these signers, and it proves none of them. */
  | { readonly _tag: 'NotProved'; readonly signers: readonly Signer[] }
  /** Its hint is that of these signers, and the list's verifications were spent before its turn. */
  | { readonly _tag: 'OverBudget'; readonly signers: readonly Signer[] }
  /** Nobody who can sign here has its hint. */
  | { readonly _tag: 'Stranger' }
  /** Nobody among the accounts that were fetched has its hint; others decide too. */
  | { readonly _tag: 'Unknown' }
  /** The network looked at no signature of this list. */
  | { readonly _tag: 'NotJudged' }

/** What one signature list was judged to be worth. */
export interface ListExplanation {
  readonly list: 'transaction' | 'fee-bump' | 'inner'
  readonly judgement: Judgement
  readonly signatures: readonly { readonly hint: Hint; readonly fate: Fate }[]
}

/** A verdict, explained: one list for an ordinary envelope; outer, then inner, for a fee bump. */
export interface Explanation {
  readonly verdict: Verdict
  readonly lists: readonly ListExplanation[]
}

/** Beyond so many signers, signatures are no longer tried against hints that they do not carry. */
const WRONG_HINT_SEARCH = 500

const uniqueByKey = (signers: readonly Signer[]): readonly Signer[] => [
  ...new Map(signers.map((signer) => [signer.key.strkey, signer])).values(),
]

/** Everyone who can add weight to some check, each key once. */
const candidatesIn = ({ checks }: Judgement): readonly Signer[] =>
  uniqueByKey(checks.flatMap(({ outcome }) => (outcome._tag === 'Checked' ? outcome.signers : [])))

const usesOf = (judgement: Judgement, signature: number, reached: boolean): readonly Use[] =>
  judgement.checks.flatMap(({ outcome, reached: made }, check) =>
    made === reached && outcome._tag === 'Checked'
      ? outcome.steps.flatMap((step) =>
          step._tag === 'Counted' && step.signature === signature ? [{ check, signer: step.signer }] : [],
        )
      : [],
  )

const carriesHintOf =
  (hint: Hint) =>
  ({ key }: Signer): boolean =>
    O.getOrElse(() => -1)(hintOf(key)) === hint

/** The first signature before this one that proves the same signer. */
const earlierProofOf = (
  proves: (signature: DecoratedSignature, signer: Signer) => boolean,
  earlier: readonly DecoratedSignature[],
  signer: Signer,
): O.Option<number> => {
  const at = earlier.findIndex((other) => carriesHintOf(other.hint)(signer) && proves(other, signer))
  return at < 0 ? O.none : O.some(at)
}

const explainList = (
  list: ListExplanation['list'],
  prove: Prove,
  signatures: readonly DecoratedSignature[],
  judgement: Judgement,
): ListExplanation => {
  const remembered = rememberProofs(prove)
  const proves = (signature: DecoratedSignature, { key }: Signer): boolean =>
    remembered(judgement.hash, signature, key)
  const candidates = candidatesIn(judgement)

  const isPartial = judgement.checks.some(({ outcome }) => outcome._tag === 'NotFetched')

  const overBudget = (index: number): readonly Signer[] =>
    judgement.checks.flatMap(({ outcome }) =>
      outcome._tag === 'Checked'
        ? outcome.steps.flatMap((step) =>
            step._tag === 'OverBudget' && step.signature === index ? [step.signer] : [],
          )
        : [],
    )

  const unusedFateOf = (signature: DecoratedSignature, index: number): Fate => {
    if (judgement.checks.length === 0) return { _tag: 'NotJudged' }
    const unverified = overBudget(index)
    if (unverified.length > 0) return { _tag: 'OverBudget', signers: uniqueByKey(unverified) }
    const hinted = candidates.filter(carriesHintOf(signature.hint))
    const proved = hinted.filter((signer) => proves(signature, signer))
    for (const signer of proved) {
      const of = earlierProofOf(proves, signatures.slice(0, index), signer)
      if (O.isSome(of)) return { _tag: 'Duplicate', of: of.value, signer }
    }
    if (proved.length > 0) return { _tag: 'Surplus', signers: proved }
    if (candidates.length <= WRONG_HINT_SEARCH)
      for (const signer of candidates) {
        const expected = hintOf(signer.key)
        if (O.isSome(expected) && expected.value !== signature.hint && proves(signature, signer))
          return { _tag: 'WrongHint', signer, expected: expected.value }
      }
    if (hinted.length > 0) return { _tag: 'NotProved', signers: hinted }
    return isPartial ? { _tag: 'Unknown' } : { _tag: 'Stranger' }
  }

  const fateOf = (signature: DecoratedSignature, index: number): Fate => {
    if (judgement.used[index] === true) return { _tag: 'Used', by: usesOf(judgement, index, true) }
    const later = usesOf(judgement, index, false)
    return later.length > 0 ? { _tag: 'NotReached', by: later } : unusedFateOf(signature, index)
  }

  return {
    list,
    judgement,
    signatures: signatures.map((signature, index) => ({
      hint: signature.hint,
      fate: fateOf(signature, index),
    })),
  }
}

/**
 * Explains a verdict on an envelope; `prove` is what the verdict was reached with. From a verdict of
 * `audit` it can also tell which signatures checks would have counted that were not reached.
 *
 * @example
 * ```ts
 * import { audit, explain, type Envelope, type Judge, type LedgerView } from 'quorate/kernel'
 *
 * export const fates = (judge: Judge, view: LedgerView, envelope: Envelope): readonly string[] =>
 *   explain(judge.prove)(envelope)(audit(judge)(view)(envelope)).lists.flatMap(({ list, signatures }) =>
 *     signatures.map(({ fate }, position) => `${list} ${String(position)}: ${fate._tag}`),
 *   )
 * ```
 */
export const explain =
  (prove: Prove) =>
  (envelope: Envelope) =>
  (verdict: Verdict): Explanation => ({
    verdict,
    lists:
      envelope._tag === 'Transaction'
        ? [explainList('transaction', prove, envelope.signatures, verdict.judgement)]
        : [
            explainList('fee-bump', prove, envelope.signatures, verdict.judgement),
            ...(O.isSome(verdict.inner)
              ? [explainList('inner', prove, envelope.inner.signatures, verdict.inner.value)]
              : []),
          ],
  })
