/**
 * Which signatures to send: of the signatures that are there, those that the network accepts, and what
 * became of each of the others.
 */
import * as E from 'fp-ts/lib/Either.js'
import {
  audit,
  evaluate,
  GATES,
  isAuthorized,
  type Authorized,
  type DecoratedSignature,
  type Envelope,
  type Judge,
  type LedgerView,
  type TransactionEnvelope,
  type Verdict,
} from '../../../kernel/index.js'
import { choose, type ValueOf } from './choice.js'
import { completions, type Completions } from '../completions.js'
import { ranOutOfVerifications } from '../completion.js'
import { correctableHints, correctHints, type CorrectedHint } from './correct-hints.js'
import type { ListName } from '../demand.js'
import type { Dropped } from '../drop-reason.js'
import { remembering } from '../hypothesis.js'
import type { KeepRule } from '../keep.js'
import { mergeEnvelopes, type DifferentTransactions } from './merge.js'
import { surveyOf, type Survey } from '../survey.js'

/** What may be asked for; what is left out is as said. */
export interface TrimOptions {
  /**
   * `needed` (where absent): nothing that is kept can be left out, so that any order is accepted.
   * `usable`: as much as possible is kept, in an order in which the network uses all of it.
   */
  readonly keep?: KeepRule
  /** What keeping a signature of these signers is worth, from 0; 1 where absent, so that most are kept. */
  readonly worthOf?: ValueOf
  /** Whether hints are corrected rather than their signatures left out; false where absent. */
  readonly correctHints?: boolean
  /** Whether the inner signatures of a fee bump may be touched, which voids the outer ones; false where absent. */
  readonly allowInner?: boolean
}

/** What was done to one list. */
export interface TrimmedList {
  readonly list: ListName
  /** Positions in the given list, in the order in which they now stand. */
  readonly kept: readonly number[]
  readonly dropped: readonly Dropped[]
  readonly corrected: readonly CorrectedHint[]
  /** Whether no other choice is worth more. */
  readonly isBestProved: boolean
}

/** An envelope ready to be submitted. */
export interface Trimmed<E extends Envelope = Envelope> extends TrimmedList {
  readonly _tag: 'Trimmed'
  /** The merged envelope; positions count in its list. */
  readonly given: E
  readonly envelope: E
  readonly verdict: Authorized
}

/** A fee bump whose inner envelope was trimmed; every outer signature is void and must be made again. */
export interface InnerTrimmed extends Omit<Trimmed<TransactionEnvelope>, '_tag'> {
  readonly _tag: 'InnerTrimmed'
  readonly voided: readonly Dropped[]
}

/** Why nothing can be sent. */
export type TrimFailure =
  | DifferentTransactions
  /** Even all the signatures together are not enough; `missing` says who must still sign. */
  | { readonly _tag: 'NotAuthorizedYet'; readonly verdict: Verdict; readonly missing: Completions }
  /** An account that was not fetched may need a signature that seems to be of no use. */
  | { readonly _tag: 'AccountsUnknown'; readonly verdict: Verdict; readonly missing: Completions }
  /** Inner signatures would have to go, which voids the outer ones: it is done when it is asked for. */
  | { readonly _tag: 'InnerWouldChange'; readonly inner: Omit<InnerTrimmed, '_tag' | 'voided'> }

const droppedFrom = (survey: Survey, kept: readonly number[]): readonly Dropped[] =>
  [...survey.signatures.keys()]
    .filter((signature) => !kept.includes(signature))
    .map((signature) => {
      const proved = survey.proving.find((one) => one.signature === signature)
      return {
        signature,
        reason:
          proved === undefined ? survey.reasonOf(signature) : { _tag: 'NotNeeded', signers: proved.signers },
      }
    })

/** The list of an envelope that can be trimmed freely: its own. */
const ownList = (envelope: Envelope, surveys: readonly Survey[]): Survey => {
  const own = surveys.find(({ list }) => list === (envelope._tag === 'FeeBump' ? 'fee-bump' : 'transaction'))
  if (own === undefined) throw new Error('invariant: every list of an envelope is surveyed')
  return own
}

/** The envelope with its own list trimmed; none where that does not authorize it. */
const trimOwnList = <E extends Envelope>(
  judge: Judge,
  view: LedgerView,
  given: E,
  options: TrimOptions,
): Trimmed<E> | undefined => {
  const before = ownList(given, surveyOf(judge)(view)(given).surveys)
  const corrected = options.correctHints === true ? correctableHints(before) : []
  const signatures = correctHints(corrected)(given.signatures)
  const mended: E = { ...given, signatures }
  const survey = corrected.length === 0 ? before : ownList(mended, surveyOf(judge)(view)(mended).surveys)
  const choice = choose(survey, options.keep ?? 'needed', options.worthOf ?? (() => 1))
  if (choice === undefined) return undefined
  const { kept, isProved } = choice
  const envelope: E = { ...given, signatures: kept.map((at) => signatures[at] as DecoratedSignature) }
  const verdict = evaluate(judge)(view)(envelope)
  if (!isAuthorized(verdict)) {
    // Numbers know nothing of forms, of operations that fail, and of verifications that run out.
    if (verdict._tag === 'Rejected' && verdict.code === 'txBAD_AUTH_EXTRA' && !ranOutOfVerifications(verdict))
      throw new Error('invariant: every signature that is kept is used')
    return undefined
  }
  return {
    _tag: 'Trimmed',
    list: survey.list,
    given,
    envelope,
    kept,
    dropped: droppedFrom(survey, kept),
    corrected: corrected.filter(({ signature }) => kept.includes(signature)),
    isBestProved: isProved,
    verdict,
  }
}

/** An envelope as it is, where that is authorized. */
const untouched = (judge: Judge, view: LedgerView, given: Envelope): Trimmed | undefined => {
  const verdict = evaluate(judge)(view)(given)
  const kept = [...given.signatures.keys()]
  return isAuthorized(verdict)
    ? {
        _tag: 'Trimmed',
        list: given._tag === 'FeeBump' ? 'fee-bump' : 'transaction',
        given,
        envelope: given,
        kept,
        dropped: [],
        corrected: [],
        isBestProved: true,
        verdict,
      }
    : undefined
}

const allVoided = ({ signatures }: Envelope): readonly Dropped[] =>
  signatures.map((_, signature) => ({ signature, reason: { _tag: 'Voided' } }))

/**
 * The signatures of an envelope, or of several copies of it, that are to be sent.
 *
 * Without options the result is such that leaving out any signature makes the network say no, that as
 * many as possible are kept, and of equal numbers the earliest. Of a fee bump the outer list is trimmed;
 * the inner one only where asked.
 *
 * Failures: `DifferentTransactions`, `NotAuthorizedYet`, `AccountsUnknown`, `InnerWouldChange`.
 */
export const trim =
  (judge: Judge) =>
  (view: LedgerView) =>
  (first: Envelope, ...copies: readonly Envelope[]) =>
  (options: TrimOptions = {}): E.Either<TrimFailure, Trimmed | InnerTrimmed> => {
    const merged = mergeEnvelopes(first, ...copies)
    if (E.isLeft(merged)) return merged
    const given = merged.right
    const asking = remembering(judge)
    const notYet = (): E.Either<TrimFailure, never> => {
      const verdict = audit(asking)(view)(given)
      const missing = completions(asking)(view)(given)()
      const isUnknown = verdict._tag === 'Undetermined' && missing.answer._tag === 'Possible'
      return E.left({ _tag: isUnknown ? 'AccountsUnknown' : 'NotAuthorizedYet', verdict, missing })
    }
    // Weights were added differently then, and no choice is made among signatures.
    if (judge.protocol < GATES.weightCap.since) {
      const asItIs = untouched(asking, view, given)
      return asItIs === undefined ? notYet() : E.right(asItIs)
    }
    if (given._tag === 'FeeBump' && !isAuthorized(evaluate(asking)(view)(given.inner))) {
      const inner = trimOwnList(asking, view, given.inner, options)
      if (inner === undefined) return notYet()
      const { _tag, ...trimmed } = inner
      return options.allowInner === true
        ? E.right({ ...trimmed, _tag: 'InnerTrimmed', voided: allVoided(given) })
        : E.left({ _tag: 'InnerWouldChange', inner: trimmed })
    }
    // When a ledger closes, the outer list of a fee bump is not judged.
    const trimmed =
      given._tag === 'FeeBump' && judge.phase === 'apply'
        ? untouched(asking, view, given)
        : trimOwnList(asking, view, given, options)
    return trimmed === undefined ? notYet() : E.right(trimmed)
  }
