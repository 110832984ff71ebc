/**
 * Quorate: what the network will say of an envelope, and why.
 *
 * The front door holds what an anchor service needs on an ordinary day; everything else is in the rooms,
 * under `quorate/kernel`, `quorate/advice` and `quorate/edge`. Every function is pure but `judge` and
 * `defaultJudge`, which pick, once a process, the fastest Ed25519 backend that passes its self-test.
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { decodeEnvelope, NETWORKS } from 'quorate'
 *
 * const envelope = decodeEnvelope(NETWORKS.testnet)('not an envelope')
 * console.log(E.isLeft(envelope) ? envelope.left.code : envelope.right.hash)
 * // => base64-whitespace
 * ```
 */
import * as E from 'fp-ts/lib/Either.js'
import { ed25519 } from './app/node/ed25519.js'
import {
  DEFAULT_PROTOCOL,
  parseProtocol,
  proveWith,
  type Failure,
  type Judge,
  type Phase,
} from './kernel/index.js'

/** Under which rules to judge; a protocol that is not said is the current one, a phase is `validate`. */
export interface JudgeOptions {
  readonly protocol?: number
  readonly phase?: Phase
}

/** A judge under the current protocol, asked what a node asks before it passes an envelope on. */
export const defaultJudge = (): Judge => ({
  protocol: DEFAULT_PROTOCOL,
  phase: 'validate',
  prove: proveWith(ed25519()),
})

/**
 * A judge under a protocol and a phase.
 *
 * Failure: `unsupported-protocol`; validation is judged for protocols 8 to 28, apply for 10 to 28.
 *
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { judge } from 'quorate'
 *
 * const early = judge({ protocol: 9, phase: 'apply' })
 * console.log(E.isLeft(early) ? early.left.message : 'fine')
 * // => protocol `9` is not supported for apply; expected 10 to 28
 * ```
 */
export const judge = ({ protocol = DEFAULT_PROTOCOL, phase = 'validate' }: JudgeOptions = {}): E.Either<
  Failure,
  Judge
> =>
  E.map((known: Judge['protocol']) => ({ ...defaultJudge(), protocol: known, phase }))(
    parseProtocol(phase)(protocol),
  )

export {
  accountsOf,
  audit,
  evaluate,
  explain,
  isAuthorized,
  isRejected,
  ledgerView,
  matchVerdict,
  mendsOf,
  NETWORKS,
  parseAccountId,
  parseSignerKey,
  type Account,
  type AccountId,
  type Envelope,
  type Explanation,
  type Failure,
  type Judge,
  type LedgerView,
  type Mend,
  type Network,
  type Phase,
  type SignerKey,
  type Verdict,
} from './kernel/index.js'
export { decodeAccount, decodeEnvelope } from './edge/xdr/index.js'
export * as kernel from './kernel/index.js'
export * as xdr from './edge/xdr/index.js'
