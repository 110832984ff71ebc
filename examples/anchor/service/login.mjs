// Logins by a challenge (SEP-10).
import { randomBytes } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { kernel } from 'quorate'
import {
  addressText,
  authenticate,
  buildChallenge,
  clientAnswerOf,
  GRACE,
  parseAddress,
  readChallenge,
  withSignatures,
} from 'quorate/edge'
import { answer, notNow, refused, refusedBy } from './answers.mjs'

/** A challenge is good for 15 minutes, as SEP-10 recommends. */
const LIFETIME = 900n

/** The number of a user behind the account; none where nothing is asked. */
const memoIn = (text) => {
  if (text === null) return E.right(undefined)
  return /^[0-9]{1,20}$/.test(text) ? E.right(BigInt(text)) : E.left(text)
}

/** Challenges that let somebody in already, by their hash, until they would be refused by their age. */
const makeOnce = (now) => {
  const used = new Map()
  return {
    has: (hash) => used.has(hash),
    add: (hash, until) => {
      for (const [one, end] of used) if (end < now()) used.delete(one)
      used.set(hash, until)
    },
  }
}

const subjectOf = ({ client, memo }) =>
  O.isSome(memo) ? `${client.account}:${String(memo.value)}` : addressText(client)

export const makeLogin = ({ network, server, homeDomain, webAuthDomain, prove, source, sessions, now }) => {
  const once = makeOnce(now)
  const id = kernel.parseAccountId(server.address)
  if (E.isLeft(id)) throw new Error('invariant: the key of the server is an account')

  /** GET /auth: what the client is to sign. */
  const challenge = (query) => {
    const client = parseAddress(query.get('account') ?? '')
    if (E.isLeft(client)) return refusedBy(400, client.left)
    const memo = memoIn(query.get('memo'))
    if (E.isLeft(memo)) return refused(400, 'bad-memo', 'the memo is no number')
    const begin = BigInt(now())
    const unsigned = buildChallenge({
      network,
      server: id.right,
      client: client.right,
      homeDomain,
      webAuthDomain,
      memo: memo.right,
      timeBounds: { min: begin, max: begin + LIFETIME },
      nonce: randomBytes(48),
    })
    if (E.isLeft(unsigned)) return refusedBy(400, unsigned.left)
    const { base64, envelope } = unsigned.right
    const signed = withSignatures([server.sign(envelope.hash)])(base64)
    if (E.isLeft(signed)) return refusedBy(400, signed.left)
    return answer(200, { transaction: signed.right, network_passphrase: network.passphrase })
  }

  /** POST /auth: who signed it? Yes is the one answer with a token in it. */
  const login = async ({ transaction }, signal) => {
    const read = readChallenge(prove)({
      network,
      server: id.right,
      homeDomains: [homeDomain],
      webAuthDomain: O.some(webAuthDomain),
      now: BigInt(now()),
    })(transaction)
    if (E.isLeft(read)) return refusedBy(400, read.left)
    const found = await source.find(read.right.client.account, signal)()
    const who = authenticate(prove)({ level: 'Medium' })(clientAnswerOf(found))(read.right)
    if (E.isLeft(who) && who.left.code === 'account-not-known')
      return notNow(E.isLeft(found) ? [found.left] : [])
    if (E.isLeft(who)) return refusedBy(401, who.left)
    const hash = kernel.toHex(read.right.envelope.hash)
    // Asked last and at once: of two who bring the same challenge at the same time, one is let in.
    if (once.has(hash))
      return refused(401, 'challenge-used', 'the challenge was used before; ask for another one')
    once.add(hash, Number(read.right.timeBounds.max + GRACE))
    const { account } = read.right.client
    return answer(200, {
      token: sessions.open({ account, subject: subjectOf(read.right), id: hash }),
      account,
      weight: who.right.weight,
      needed: who.right.needed,
      asOfLedger: O.toNullable(who.right.ledger),
    })
  }
  return { challenge, login }
}
