/**
 * Judging the text of a challenge: read it, ask what the account of its client is, decide. Asking is the
 * caller's: a source, a view of files, or values.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AuthenticationReport, Names } from '../../edge/report/index.js'
import {
  authenticate,
  isSep10Failure,
  readChallenge,
  type AuthenticationRules,
  type ChallengeExpectations,
  type ClientAnswer,
} from '../../edge/sep10/index.js'
import type { AccountId, Failure } from '../../kernel/model/index.js'
import type { Prove } from '../../kernel/signature/index.js'

/** By what a challenge is judged. */
export interface ChallengeRules extends AuthenticationRules {
  readonly prove: Prove
  readonly expected: ChallengeExpectations
  readonly names: Names
}

/**
 * What came of a challenge. `ask` is called once, and only for a challenge that its server signed: nobody
 * else makes this program ask anything.
 *
 * Failures: those of `decodeEnvelope`, where the text is no envelope; every refusal is in the report.
 */
export const judgeChallenge =
  ({ prove, expected, names, level, profile = 'strict' }: ChallengeRules) =>
  (ask: (id: AccountId) => Promise<ClientAnswer>) =>
  async (text: string): Promise<E.Either<Failure, AuthenticationReport>> => {
    const asked = { profile, level, names, because: O.none }
    const challenge = readChallenge(prove)(expected)(text)
    if (E.isLeft(challenge)) {
      const { left } = challenge
      if (!isSep10Failure(left)) return challenge
      return E.right({ ...asked, challenge: O.none, outcome: E.left(left) })
    }
    const answer = await ask(challenge.right.client.account)
    return E.right({
      ...asked,
      because: answer._tag === 'NotKnown' ? answer.because : O.none,
      challenge: O.some(challenge.right),
      outcome: authenticate(prove)({ level, profile })(answer)(challenge.right),
    })
  }
