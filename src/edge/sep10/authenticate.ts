/**
 * Authentication: do those who signed a challenge speak for the account of its client?
 *
 * `strict` asks what the network would: keys of weight 0 are no signers, a threshold of 0 takes a signer
 * all the same. `literal` asks what SEP-10 says word for word, for comparison: there a disabled master key,
 * which sources list with weight 0, still counts as a signer. `docs/guide/sep10.md` has every difference.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { missingAccountSignerSet } from '../../kernel/engine/index.js'
import {
  activeSignersOf,
  masterKeyOf,
  shortKey,
  signer,
  THRESHOLD_LEVELS,
  thresholdAt,
  type Account,
  type Signer,
  type ThresholdLevel,
  type Weight,
} from '../../kernel/model/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import type { Challenge } from './challenge.js'
import type { ClientAnswer } from './client-answer.js'
import { refusal, type Sep10Failure } from './codes.js'
import { countable, decide } from './decide.js'

/** By whose rules signers count: the network's, or those that SEP-10 writes down. */
export type Profile = 'strict' | 'literal'

/** A threshold of the account, or a weight. */
export type Level = ThresholdLevel | number

/** What is asked of those who sign; the profile is `strict` where it is not said. */
export interface AuthenticationRules {
  readonly level: Level
  readonly profile?: Profile
}

/** Who authenticated: those who signed for the client of a challenge. */
export interface Authenticated {
  readonly challenge: Challenge
  readonly profile: Profile
  readonly level: Level
  /** Whether the account exists; where it does not, the key that it is named by spoke for it. */
  readonly exists: boolean
  /** All who signed for the client, with the weights that they have; neither the server nor the wallet. */
  readonly signers: readonly Signer[]
  /** Their weight together. */
  readonly weight: number
  readonly needed: Weight
  /** The ledger that the account was read from, where its source tells. */
  readonly ledger: O.Option<number>
}

/** Who counts, and how much is needed; of which account, as of which ledger. */
interface Question extends Pick<Authenticated, 'needed' | 'exists' | 'ledger'> {
  readonly signers: readonly Signer[]
}

type Asked = Pick<Question, 'signers' | 'needed'>

const ofAccount = (account: Account, level: Level, profile: Profile): Asked => {
  const needed = typeof level === 'number' ? level : thresholdAt(level)(account.thresholds)
  return profile === 'strict'
    ? { signers: activeSignersOf(account).filter(({ weight }) => weight > 0), needed }
    : {
        // As Horizon lists them: the master key with whatever weight it has.
        signers: [signer(masterKeyOf(account.id), account.masterWeight), ...account.signers],
        needed,
      }
}

/** An account that does not exist has no thresholds; a number is asked of its one key all the same. */
const ofNobody = ({ client }: Challenge, level: Level, profile: Profile): Asked => ({
  signers: missingAccountSignerSet(client.account).signers,
  needed: profile === 'strict' && typeof level === 'number' ? level : 0,
})

const isLevel = (level: Level): boolean =>
  typeof level === 'number'
    ? Number.isInteger(level) && level >= 0 && level < 2 ** 32
    : THRESHOLD_LEVELS.includes(level)

const questionOf = (
  challenge: Challenge,
  answer: ClientAnswer,
  level: Level,
  profile: Profile,
): E.Either<Sep10Failure, Question> => {
  const { account } = challenge.client
  if (!isLevel(level))
    return E.left(
      refusal(
        'bad-level',
        `the level is \`${String(level)}\`; expected Low, Medium, High, or a whole number from 0 on`,
      ),
    )
  switch (answer._tag) {
    case 'Known':
      return answer.account.id === account
        ? E.right({ ...ofAccount(answer.account, level, profile), exists: true, ledger: answer.ledger })
        : E.left(
            refusal(
              'other-account',
              `the client is \`${shortKey(account)}\`, and \`${shortKey(answer.account.id)}\` was given`,
            ),
          )
    case 'Absent':
      return E.right({ ...ofNobody(challenge, level, profile), exists: false, ledger: answer.ledger })
    case 'NotKnown':
      return E.left(
        refusal(
          'account-not-known',
          `it is not known what the account \`${shortKey(account)}\` is${O.isSome(answer.because) ? `: ${answer.because.value.message}` : ''}`,
          'ask again later, or another source; only a source that says so makes an account absent',
        ),
      )
  }
}

/** What people look for first where another library lets a login pass. */
const withAdvice = (answer: ClientAnswer, profile: Profile, refused: Sep10Failure): Sep10Failure => {
  const { code } = refused
  const isOfSigners = code === 'not-signed-by-client' || code === 'no-signers'
  return profile === 'strict' && answer._tag === 'Known' && answer.account.masterWeight === 0 && isOfSigners
    ? { ...refused, help: O.some('the key that the account is named by has weight 0: it is no signer') }
    : refused
}

/**
 * Who authenticated by a challenge, as of what is known of the account of its client.
 *
 * Failures: `AUTHENTICATION_CODES`. `account-not-known` decides nothing; all others are refusals.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { authenticate, type Challenge, type ClientAnswer } from 'quorate/edge'
 * import type { Prove } from 'quorate/kernel'
 *
 * export const login = (prove: Prove, challenge: Challenge, client: ClientAnswer): string => {
 *   const who = authenticate(prove)({ level: 'Medium' })(client)(challenge)
 *   if (E.isRight(who)) return `welcome, ${who.right.challenge.client.account}`
 *   return who.left.code === 'account-not-known' ? 'try again later' : `refused: ${who.left.code}`
 * }
 * ```
 */
export const authenticate =
  (prove: Prove) =>
  (rules: AuthenticationRules) =>
  (answer: ClientAnswer) =>
  (challenge: Challenge): E.Either<Sep10Failure, Authenticated> => {
    const { level } = rules
    // Without a compiler, another spelling of the one word must not become the other.
    const profile: Profile = rules.profile === 'literal' ? 'literal' : 'strict'
    const question = questionOf(challenge, answer, level, profile)
    if (E.isLeft(question)) return question
    const { needed, exists, ledger } = question.right
    const clients = countable(challenge, question.right.signers)
    const decided = decide(prove, challenge, clients, needed)
    if (E.isLeft(decided)) return E.left(withAdvice(answer, profile, decided.left))
    const signers = decided.right.signed.map((one) => one.signer)
    const { weight } = decided.right
    return E.right({ challenge, profile, level, exists, signers, weight, needed, ledger })
  }
