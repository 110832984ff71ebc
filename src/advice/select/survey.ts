/**
 * Surveys: what one signature list must achieve, and what its signatures prove. Everything is taken from
 * the evaluator's own checks, so that no second reading of accounts and thresholds exists.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  audit,
  explain,
  hintOf,
  isAuthorized,
  rememberProofs,
  type DecoratedSignature,
  type Envelope,
  type FeeBumpEnvelope,
  type Hash,
  type Judge,
  type Judgement,
  type LedgerView,
  type Prove,
  type Signer,
  type TransactionEnvelope,
  type Verdict,
} from '../../kernel/index.js'
import { aimOf, demandsOf, type Aim, type Demand, type ListName } from './demand.js'
import { dropReasonOf, type DropReason } from './drop-reason.js'

/** A signature that proves signers that no signature before it proves. */
export interface Proving {
  readonly signature: number
  readonly signers: readonly Signer[]
}

/** One signature list and all that is known of it. */
export interface Survey {
  readonly list: ListName
  readonly hash: Hash
  readonly signatures: readonly DecoratedSignature[]
  readonly judgement: Judgement
  readonly demands: readonly Demand[]
  readonly aims: readonly Aim[]
  readonly proving: readonly Proving[]
  /** Whether the list needs no change: every check is met and every signature used. */
  readonly isAccepted: boolean
  /** Why a signature that is not kept is left out. */
  readonly reasonOf: (signature: number) => DropReason
}

const signersOf = (demands: readonly Demand[]): readonly Signer[] => [
  ...new Map(demands.flatMap(({ signers }) => signers.map((one) => [one.key.strkey, one]))).values(),
]

const provingIn = (
  prove: Prove,
  hash: Hash,
  signatures: readonly DecoratedSignature[],
  demands: readonly Demand[],
): readonly Proving[] => {
  const byHint = new Map<number, Signer[]>()
  for (const signer of signersOf(demands)) {
    const hint = hintOf(signer.key)
    if (O.isSome(hint)) byHint.set(hint.value, [...(byHint.get(hint.value) ?? []), signer])
  }
  const proved = new Set<string>()
  return signatures.flatMap((decorated, signature) => {
    const signers = (byHint.get(decorated.hint) ?? []).filter(
      ({ key }) => !proved.has(key.strkey) && prove(hash, decorated, key),
    )
    for (const { key } of signers) proved.add(key.strkey)
    return signers.length === 0 ? [] : [{ signature, signers }]
  })
}

const isAccepted = ({ checks, used }: Judgement): boolean =>
  checks.every(({ outcome }) => outcome._tag === 'Checked' && outcome.met) && used.every(Boolean)

const VOIDED: DropReason = { _tag: 'Voided' }

/** A survey of a list whose verdict is known; `explained` is the envelope that the verdict was about. */
const survey = (list: ListName, prove: Prove, explained: Envelope, verdict: Verdict): Survey => {
  const { judgement } = verdict
  const { hash, signatures } = explained
  const demands = demandsOf(hash)(judgement)
  const proving = provingIn(prove, hash, signatures, demands)
  // Reasons are seldom asked for, and may take many verifications.
  let fates: ReturnType<ReturnType<ReturnType<typeof explain>>>['lists'][number]['signatures'] | undefined
  return {
    list,
    hash,
    signatures,
    judgement,
    demands,
    aims: demands.map(aimOf),
    proving,
    isAccepted: isAccepted(judgement),
    reasonOf: (signature) => {
      fates ??= explain(prove)(explained)(verdict).lists[0]?.signatures ?? []
      const fate = fates[signature]?.fate
      const signers = proving.find((one) => one.signature === signature)?.signers ?? []
      return fate === undefined ? { _tag: 'Stranger' } : dropReasonOf(signers)(fate)
    },
  }
}

/** A hash that no signer has agreed to: what a fee bump's becomes once its inner signatures change. */
const unknownHash = (hash: Hash): Hash => hash.map((byte) => byte ^ 0xff)

/** The outer list once the inner one changes: nothing that was made for it holds any more. */
const voided = (outer: Survey): Survey => {
  const hash = unknownHash(outer.hash)
  const demands = demandsOf(hash)(outer.judgement)
  return {
    ...outer,
    hash,
    demands,
    aims: demands.map(aimOf),
    proving: [],
    isAccepted: false,
    reasonOf: () => VOIDED,
  }
}

/** What the signatures of a list reach of a demand, without and with signatures. */
export const reachedIn = ({ proving }: Survey, { given, worthOf }: Aim): number =>
  proving.reduce((sum, { signers }) => sum + signers.reduce((all, { key }) => all + worthOf(key), 0), given)

const isReached = (of: Survey): boolean => of.aims.every((aim) => reachedIn(of, aim) >= aim.needed)

/** An envelope, its verdict, and a survey of each list that is judged. */
export interface Surveyed {
  readonly verdict: Verdict
  readonly surveys: readonly Survey[]
  /** Whether the inner signatures of a fee bump must change, which voids the outer ones. */
  readonly voidsOuter: boolean
}

const surveyFeeBump = (judge: Judge, view: LedgerView, envelope: FeeBumpEnvelope): Surveyed => {
  const verdict = audit(judge)(view)(envelope)
  const inner = surveyTransaction('inner', judge, view, envelope.inner)
  const [innerList] = inner.surveys as readonly [Survey]
  const voidsOuter =
    !isAuthorized(inner.verdict) && (inner.verdict._tag === 'Rejected' || !isReached(innerList))
  const outer = survey('fee-bump', rememberProofs(judge.prove), envelope, verdict)
  // When a ledger closes, the outer list is not judged: there is nothing to be said of it.
  const surveys = voidsOuter
    ? [innerList, voided(outer)]
    : judge.phase === 'apply'
      ? [innerList]
      : [innerList, outer]
  return { verdict, surveys, voidsOuter }
}

const surveyTransaction = (
  list: ListName,
  judge: Judge,
  view: LedgerView,
  envelope: TransactionEnvelope,
): Surveyed => {
  const prove = rememberProofs(judge.prove)
  const verdict = audit({ ...judge, prove })(view)(envelope)
  return { verdict, surveys: [survey(list, prove, envelope, verdict)], voidsOuter: false }
}

/** Surveys every list of an envelope; of a fee bump the inner one first, as it must be final first. */
export const surveyOf =
  (judge: Judge) =>
  (view: LedgerView) =>
  (envelope: Envelope): Surveyed =>
    envelope._tag === 'Transaction'
      ? surveyTransaction('transaction', judge, view, envelope)
      : surveyFeeBump(judge, view, envelope)
