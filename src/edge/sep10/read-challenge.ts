/**
 * Reading a challenge: is its form right, is it of this server, for this place and this time, and did the
 * server sign it? In the order of SEP-10 3.4.1; the first thing that is wrong is told.
 *
 * Nothing here asks who the client is; a challenge that nobody but its server signed is read as well.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { weigher } from '../../kernel/engine/index.js'
import {
  masterKeyOf,
  shortKey,
  signer,
  type AccountId,
  type Bounds,
  type Failure,
  type Network,
  type Preconditions,
  type TransactionEnvelope,
} from '../../kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../kernel/protocol/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import { decodeMarkedEnvelope, type MarkedEnvelope, type Marks } from '../xdr/index.js'
import type { Challenge } from './challenge.js'
import { refusal, type Sep10Code, type Sep10Failure } from './codes.js'
import { clientOf, domainsOf, entriesOf } from './operations.js'

/** Seconds by which clocks may differ, as the SDKs grant them; at both ends of the time bounds. */
export const GRACE = 300n

/** No challenge is longer: 100 operations and 20 signatures take 28,200 characters of base64 at most. */
export const MAX_CHALLENGE_LENGTH = 32 * 1024

/** What a server expects of a challenge that comes back. */
export interface ChallengeExpectations {
  readonly network: Network
  /** The account that challenges are signed with: `SIGNING_KEY` in the server's `stellar.toml`. */
  readonly server: AccountId
  /** Home domains that this server speaks for; where there are none, no challenge is right. */
  readonly homeDomains: readonly string[]
  /** The domain of the server itself; none: whatever the challenge says is taken. Never left out unsaid. */
  readonly webAuthDomain: O.Option<string>
  /** Seconds since 1970. */
  readonly now: bigint
  /** Seconds; where absent `GRACE`. */
  readonly grace?: bigint
}

type Read<A> = E.Either<Sep10Failure, A>

const refuse = (code: Sep10Code, message: string, help?: string): Read<never> =>
  E.left(refusal(code, message, help))

const timeBoundsIn = (preconditions: Preconditions, now: bigint, grace: bigint): Read<Bounds> => {
  const { timeBounds } = preconditions
  if (O.isNone(timeBounds) || timeBounds.value.max === 0n || timeBounds.value.max < timeBounds.value.min)
    return refuse('no-time-bounds', 'the challenge has no time bounds that begin and end')
  const { min, max } = timeBounds.value
  if (now + grace < min)
    return refuse(
      'challenge-too-early',
      `the challenge is for ${String(min)} and later; it is ${String(now)}`,
    )
  if (now > max + grace)
    return refuse(
      'challenge-expired',
      `the challenge was for ${String(max)} and before; it is ${String(now)}`,
    )
  return E.right(timeBounds.value)
}

const hasOthers = (conditions: Preconditions): boolean =>
  O.isSome(conditions.ledgerBounds) ||
  O.isSome(conditions.minSequence) ||
  conditions.minSequenceAge !== 0n ||
  conditions.minSequenceLedgerGap !== 0 ||
  conditions.extraSigners.length > 0

/** What can be wrong with the transaction around the operations. */
const frameOf = (
  { transaction }: TransactionEnvelope,
  marks: Marks,
  { server, now, grace = GRACE }: ChallengeExpectations,
): Read<Pick<Challenge, 'timeBounds' | 'memo'>> => {
  const { source, sequence, preconditions } = transaction
  if (source !== server)
    return refuse(
      'wrong-server',
      `the source of the challenge is \`${shortKey(source)}\`; expected the server, \`${shortKey(server)}\``,
    )
  if (O.isSome(marks.source))
    return refuse('muxed-server', 'the source of the challenge is muxed; expected a plain account')
  if (sequence !== 0n)
    return refuse(
      'sequence-not-zero',
      `the sequence number is \`${String(sequence)}\`; expected 0`,
      'a transaction that could run must not be signed as a challenge',
    )
  const timeBounds = timeBoundsIn(preconditions, now, grace)
  if (E.isLeft(timeBounds)) return timeBounds
  if (hasOthers(preconditions))
    return refuse('other-preconditions', 'the challenge has preconditions beside its time bounds')
  const { memo } = marks
  if (memo._tag !== 'None' && memo._tag !== 'Id')
    return refuse('memo-not-id', 'the memo of the challenge is not of type id')
  return E.right({ timeBounds: timeBounds.right, memo: memo._tag === 'Id' ? O.some(memo.id) : O.none })
}

/** The position of the server's signature, by the check of the engine; what its hint excludes is not tried. */
const serverSignatureIn = (prove: Prove, envelope: TransactionEnvelope, server: AccountId): Read<number> => {
  const weigh = weigher({ protocol: DEFAULT_PROTOCOL, prove })(envelope)
  const [found] = weigh([signer(masterKeyOf(server), 1)], 1).signed
  return found === undefined
    ? refuse('not-signed-by-server', `the challenge is not signed by the server, \`${shortKey(server)}\``)
    : E.right(found.signature)
}

const challengeOf = (
  prove: Prove,
  expected: ChallengeExpectations,
  { envelope, marks }: MarkedEnvelope,
): Read<Challenge> => {
  if (envelope._tag === 'FeeBump')
    return refuse('fee-bump-challenge', 'the challenge is a fee bump; expected an ordinary envelope')
  const { server } = expected
  const frame = frameOf(envelope, marks, expected)
  if (E.isLeft(frame)) return frame
  const entries = entriesOf(envelope.transaction.operations, marks.operationSources)
  if (E.isLeft(entries)) return entries
  const [first, ...others] = entries.right
  const client = clientOf(first, expected.homeDomains)
  if (E.isLeft(client)) return client
  if (O.isSome(client.right.client.number) && O.isSome(frame.right.memo))
    return refuse('memo-with-muxed-client', 'the challenge has a memo, and its client is muxed')
  const domains = domainsOf(others, server, expected.webAuthDomain)
  if (E.isLeft(domains)) return domains
  const serverSignature = serverSignatureIn(prove, envelope, server)
  return E.isLeft(serverSignature)
    ? serverSignature
    : E.right({
        ...{ envelope, server, serverSignature: serverSignature.right },
        ...client.right,
        ...frame.right,
        ...domains.right,
      })
}

/**
 * The challenge in a base64 text, where it is one that this server gave out and that is still good.
 *
 * Failures: those of `decodeEnvelope` where the text is no envelope; otherwise one of `READING_CODES`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import * as O from 'fp-ts/lib/Option.js'
 * import { readChallenge } from 'quorate/edge'
 * import { NETWORKS, parseAccountId, type Prove } from 'quorate/kernel'
 *
 * export const read = (prove: Prove, now: bigint, base64: string): string => {
 *   const server = parseAccountId('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')
 *   if (E.isLeft(server)) return server.left.code
 *   const challenge = readChallenge(prove)({
 *     network: NETWORKS.testnet,
 *     server: server.right,
 *     homeDomains: ['anchor.example.org'],
 *     webAuthDomain: O.some('auth.example.org'),
 *     now,
 *   })(base64)
 *   return E.isLeft(challenge) ? challenge.left.code : challenge.right.client.account
 * }
 * ```
 */
export const readChallenge =
  (prove: Prove) =>
  (expected: ChallengeExpectations): ((base64: string) => E.Either<Failure, Challenge>) => {
    const decode = decodeMarkedEnvelope(expected.network)
    return (base64) => {
      if (base64.length > MAX_CHALLENGE_LENGTH)
        return refuse(
          'challenge-too-large',
          `${String(base64.length)} characters; a challenge has at most ${String(MAX_CHALLENGE_LENGTH)}`,
        )
      const decoded = decode(base64)
      return E.isLeft(decoded) ? decoded : challengeOf(prove, expected, decoded.right)
    }
  }
