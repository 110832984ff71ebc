/**
 * Asking the engine who can do what: the signatures of a coalition are assumed, as if each of its
 * members had signed, and the judge decides. No weight is added up here.
 */
import * as O from 'fp-ts/lib/Option.js'
import { audit, evaluate, isAuthorized, type Judge, type Verdict } from '../../kernel/engine/index.js'
import {
  activeSignersOf,
  MAX_SIGNATURES,
  newAccount,
  type Account,
  type DecoratedSignature,
  type Envelope,
  type LedgerView,
  type SignerKey,
} from '../../kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../kernel/protocol/index.js'
import { hintOf } from '../../kernel/signature/index.js'
import { STRANGER, STRANGER_KEY, type Unsigned } from './act.js'

type Signatures = readonly DecoratedSignature[]

interface Assumed {
  readonly signatures: Signatures
  /** Whose each signature is. */
  readonly by: ReadonlyMap<DecoratedSignature, SignerKey>
}

const assume = (keys: readonly SignerKey[]): Assumed => {
  const by = new Map<DecoratedSignature, SignerKey>()
  for (const key of keys) {
    const hint = hintOf(key)
    if (O.isSome(hint)) by.set({ hint: hint.value, signature: new Uint8Array(64) }, key)
  }
  return { signatures: [...by.keys()], by }
}

/** The envelope as those who act and the stranger have signed it. */
const sign = (unsigned: Unsigned, acting: Signatures, stranger: Signatures): Envelope => {
  switch (unsigned._tag) {
    case 'Own':
      return { ...unsigned.envelope, signatures: acting }
    case 'Guest':
      return { ...unsigned.envelope, signatures: [...stranger, ...acting] }
    case 'PaidFor': {
      const { envelope } = unsigned
      return { ...envelope, inner: { ...envelope.inner, signatures: acting }, signatures: stranger }
    }
    case 'Paying': {
      const { envelope } = unsigned
      return { ...envelope, inner: { ...envelope.inner, signatures: stranger }, signatures: acting }
    }
  }
}

/** Which of the signatures of those who act the network would call surplus; none where it is no such verdict. */
const surplusIn = (unsigned: Unsigned, verdict: Verdict): readonly number[] => {
  const judgement = unsigned._tag === 'PaidFor' ? verdict.inner : O.some(verdict.judgement)
  if (O.isNone(judgement) || O.isNone(judgement.value.fault)) return []
  const fault = judgement.value.fault.value
  const before = unsigned._tag === 'Guest' ? 1 : 0
  return fault._tag === 'Surplus' ? fault.signatures.map((index) => index - before) : []
}

const viewOf = (account: Account): LedgerView => ({
  accounts: new Map([account, newAccount(STRANGER)].map((one) => [one.id, { _tag: 'Known', account: one }])),
  closedWorld: true,
})

/** As many as one list of signatures holds: the heaviest, because no others reach more. */
const heaviest = (account: Account, coalition: readonly SignerKey[], most: number): readonly SignerKey[] => {
  if (coalition.length <= most) return coalition
  const weights = new Map(activeSignersOf(account).map(({ key, weight }) => [key.strkey, weight]))
  const weightOf = ({ strkey }: SignerKey): number => weights.get(strkey) ?? 0
  return coalition.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, most)
}

/** The engine, with or without the checks that it does not need. */
type Engine = typeof evaluate

const askWith =
  (engine: Engine) =>
  (account: Account) =>
  (coalition: readonly SignerKey[]) =>
  (unsigned: Unsigned): Verdict => {
    const places = MAX_SIGNATURES - (unsigned._tag === 'Guest' ? 1 : 0)
    const acting = assume(heaviest(account, coalition, places))
    const stranger = assume([STRANGER_KEY])
    const judge: Judge = {
      protocol: DEFAULT_PROTOCOL,
      phase: 'validate',
      prove: (_, signature, key) =>
        (acting.by.get(signature) ?? stranger.by.get(signature))?.strkey === key.strkey,
    }
    const ask = (signatures: Signatures): Verdict =>
      engine(judge)(viewOf(account))(sign(unsigned, signatures, stranger.signatures))
    const verdict = ask(acting.signatures)
    const surplus = surplusIn(unsigned, verdict)
    return surplus.length === 0
      ? verdict
      : ask(acting.signatures.filter((_, index) => !surplus.includes(index)))
  }

/**
 * What the network says of an envelope that a coalition signs, with every check in it. Who is not needed
 * does not sign: where the judge finds signatures to spare, it is asked again without them.
 */
export const verdictWhenSigned: (
  account: Account,
) => (coalition: readonly SignerKey[]) => (unsigned: Unsigned) => Verdict = askWith(audit)

/** Whether a coalition can get an envelope past the signature checks of the network. */
export const canGet =
  (account: Account) =>
  (coalition: readonly SignerKey[]) =>
  (unsigned: Unsigned): boolean =>
    isAuthorized(askWith(evaluate)(account)(coalition)(unsigned))
