/**
 * Challenges by name: the server is `server`, the client `alice`. They are written down part by part, and
 * not by `buildChallenge`, so that anything can be wrong with them and reading is not its own witness.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../src/app/node/index.js'
import {
  authenticate,
  readChallenge,
  type Authenticated,
  type AuthenticationRules,
  type Challenge,
  type ChallengeExpectations,
  type ClientAnswer,
} from '../../../src/edge/sep10/index.js'
import { encodeTransaction, withSignatures, type TransactionParts } from '../../../src/edge/xdr/index.js'
import {
  NETWORKS,
  NO_PRECONDITIONS,
  toBase64,
  utf8,
  type Account,
  type Failure,
  type Network,
  type Operation,
} from '../../../src/kernel/model/index.js'
import { proveWith, type Prove } from '../../../src/kernel/signature/index.js'
import { signAll } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { by, type Signing } from '../../support/build/signature.js'

export const NOW = 1_700_000_500n

export const prove: Prove = proveWith(ed25519())

/** ManageData of a name, of a value where there is one. */
export const data = (name: string, value?: string, from?: string): Operation => ({
  _tag: 'ManageData',
  source: from === undefined ? O.none : O.some(key(from).id),
  name: utf8(name),
  value: value === undefined ? O.none : O.some(utf8(value)),
})

export const NONCE = toBase64(new Uint8Array(48).fill(7))

export const clientEntry = data('anchor.example auth', NONCE, 'alice')
export const webAuthEntry = data('web_auth_domain', 'auth.example', 'server')
export const walletEntry = data('client_domain', 'wallet.example', 'wallet')

/** A right challenge, before it is changed. */
export const RIGHT: TransactionParts = {
  source: key('server').id,
  fee: 200n,
  sequence: 0n,
  preconditions: {
    ...NO_PRECONDITIONS,
    form: 'Time',
    timeBounds: O.some({ min: NOW - 100n, max: NOW + 800n }),
  },
  operations: [clientEntry, webAuthEntry],
}

/** Names sign with their keys. */
export type Hand = string | Signing

const signingOf = (hand: Hand): Signing => (typeof hand === 'string' ? by(hand) : hand)

/** The text of a challenge with these changes, signed by the server first and then by these. */
export const challengeText = (
  changes: Partial<TransactionParts>,
  hands: readonly Hand[] = [],
  { server = true, network = NETWORKS.testnet }: { server?: boolean; network?: Network } = {},
): string => {
  const unsigned = encodeTransaction(network)({ ...RIGHT, ...changes })
  if (E.isLeft(unsigned)) throw new Error(unsigned.left.message)
  const all = [...(server ? ['server'] : []), ...hands].map(signingOf)
  const signed = withSignatures(signAll(unsigned.right.envelope.hash, all))(unsigned.right.base64)
  if (E.isLeft(signed)) throw new Error(signed.left.message)
  return signed.right
}

export const EXPECTED: ChallengeExpectations = {
  network: NETWORKS.testnet,
  server: key('server').id,
  homeDomains: ['anchor.example'],
  webAuthDomain: O.some('auth.example'),
  now: NOW,
}

/** What reading says, with other expectations where some are given. */
export const read = (
  text: string,
  expected: Partial<ChallengeExpectations> = {},
): E.Either<Failure, Challenge> => readChallenge(prove)({ ...EXPECTED, ...expected })(text)

/** The code of a failure, or `read`. */
export const codeOf = (either: E.Either<Failure, unknown>, good = 'yes'): string =>
  E.isLeft(either) ? either.left.code : good

export const known = (account: Account): ClientAnswer => ({ _tag: 'Known', account, ledger: O.some(51) })
export const absent: ClientAnswer = { _tag: 'Absent', ledger: O.some(51) }

/** Reads and authenticates; a challenge that is not read fails with why. */
export const login = (
  text: string,
  answer: ClientAnswer,
  rules: AuthenticationRules,
): E.Either<Failure, Authenticated> => {
  const challenge = read(text)
  return E.isLeft(challenge) ? challenge : authenticate(prove)(rules)(answer)(challenge.right)
}

/** The names of those who authenticated, or the code of the refusal. */
export const outcome = (
  hands: readonly Hand[],
  answer: ClientAnswer,
  rules: AuthenticationRules,
  changes: Partial<TransactionParts> = {},
): string => {
  const who = login(challengeText(changes, hands), answer, rules)
  return E.isLeft(who)
    ? who.left.code
    : who.right.signers.map((one) => namesOf.get(one.key.strkey) ?? one.key.strkey).join(' ')
}

const namesOf = new Map(
  ['server', 'alice', 'bob', 'carol', 'dave', 'wallet', 'mallory'].map((name) => [
    key(name).id as string,
    name,
  ]),
)
