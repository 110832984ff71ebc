/** Random changes of one account: keys of every kind, thresholds as they fall, lumens that are just enough or not. */
import * as O from 'fp-ts/lib/Option.js'
import type { PlanRequest } from '../../src/advice/plan/index.js'
import {
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  type Account,
  type AccountState,
  type SignerKey,
} from '../../src/kernel/model/index.js'
import { request } from '../advice/plan/asking.js'
import { account, usualState } from '../support/build/account.js'
import { key, sha256 } from '../support/build/key.js'
import { by, payloadBy, preimage, type Signing } from '../support/build/signature.js'
import type { Random } from './mutate.js'
import { neededAtOnce } from './plan-model.js'
import { pick } from './random.js'

const NAMES = ['anna', 'bruno', 'carla', 'dora', 'emil', 'frida']
const [SECRETS, PAYLOAD] = [[Uint8Array.of(7, 8), Uint8Array.of(9, 9, 9)], sha256('some payload')]

/** Keys, and how they sign; a pre-authorized transaction signs nothing. */
const KEYS: readonly (readonly [SignerKey, Signing?])[] = [
  ...NAMES.map((name) => [key(name).signerKey, by(name)] as const),
  ...SECRETS.map((secret) => [hashXKey(sha256(secret)), preimage(secret)] as const),
  [signedPayloadKey(key('dora').publicKey, PAYLOAD), payloadBy('dora', PAYLOAD)],
  [preAuthTxKey(sha256('first'))],
  [preAuthTxKey(sha256('second'))],
]

/** How a key signs. */
export const signingOf = (strkey: string): Signing => {
  if (strkey === key('vault').id) return by('vault')
  const signing = KEYS.find(([one]) => one.strkey === strkey)?.[1]
  if (signing === undefined) throw new Error(`${strkey} cannot sign`)
  return signing
}

const oneIn = (random: Random, many: number): boolean => random(many) === 0

const someAccount = (random: Random, isPlain: boolean): Account => {
  const heaviest = pick(random, [1, 1, 3, 5])
  const signers = KEYS.filter((_, at) =>
    at < NAMES.length ? oneIn(random, 2) : !isPlain && oneIn(random, 5),
  ).map(([one]) => [one, 1 + random(heaviest)] as const)
  const master = oneIn(random, 2) ? 0 : 1 + random(heaviest)
  const total = signers.reduce((sum, [, weight]) => sum + weight, master)
  const threshold = (): number => (oneIn(random, 10) ? 0 : random(total + (oneIn(random, 8) ? 2 : 1)))
  return account({ of: 'vault', master, low: threshold(), medium: threshold(), high: threshold(), signers })
}

/** With a balance near what is needed, and signers that others pay for. */
const withState = (random: Random, one: Account): Account => {
  const signers = one.signers.map((each) =>
    oneIn(random, 5) ? { ...each, sponsor: O.some(key('payer').id) } : each,
  )
  const sponsored = signers.filter(({ sponsor }) => O.isSome(sponsor)).length
  const [subentries, sponsoring] = [signers.length + random(3), random(2)]
  const sellingLiabilities = BigInt(random(3)) * 1_000_000n
  const least = BigInt(2 + subentries + sponsoring - sponsored) * 5_000_000n + sellingLiabilities
  const balance = least + BigInt(random(8)) * 5_000_000n + BigInt(random(11) * 100 - random(2))
  return {
    ...one,
    signers,
    state: O.some({ ...usualState, subentries, sellingLiabilities, sponsored, sponsoring, balance }),
  }
}

/** With a balance that is just enough for one transaction, or one stroop less. */
const withJust = (random: Random, one: Account, to: Account): Account => ({
  ...one,
  state: O.map((state: AccountState) => ({
    ...state,
    balance: neededAtOnce(one, to) - BigInt(random(2)),
  }))(one.state),
})

const keysOf = ({ id, signers }: Account): readonly string[] => [id, ...signers.map((one) => one.key.strkey)]

/** A question, and the account in which a plan has to begin. */
export interface PlanCase {
  readonly request: PlanRequest
  readonly start: Account
}

/** A random question. */
export const planCase = (random: Random): PlanCase => {
  const isPlain = oneIn(random, 2)
  const bare = someAccount(random, isPlain)
  const other = someAccount(random, isPlain)
  const to = oneIn(random, 6) ? { ...bare, thresholds: other.thresholds } : other
  const known = oneIn(random, 3) ? bare : withState(random, bare)
  const start = oneIn(random, 3) && neededAtOnce(known, to) > 0n ? withJust(random, known, to) : known
  const isLive = oneIn(random, 5)
  const unavailable = new Set(
    oneIn(random, 2) ? [...keysOf(start), ...keysOf(to)].filter(() => oneIn(random, 5)) : [],
  )
  return {
    start,
    request: request(isLive ? someAccount(random, isPlain) : start, to, {
      live: isLive ? O.some(start) : O.none,
      sequence: O.isSome(start.state) ? O.none : O.some(usualState.sequence),
      unavailable,
      prefer: oneIn(random, 4) ? 'staged' : 'atomic',
      proveKeys: oneIn(random, 4),
    }),
  }
}
