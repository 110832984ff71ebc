/** The recorded challenges: what other implementations expect of each, and real ones found in the wild. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  addressText,
  authenticate,
  isSep10Failure,
  readChallenge,
  verifySignersLiterally,
  verifyThresholdLiterally,
  type Challenge,
} from '../../../src/edge/sep10/index.js'
import {
  parseSignerKey,
  signer,
  toHex,
  type Account,
  type AccountId,
  type Failure,
} from '../../../src/kernel/model/index.js'
import { loadVectors } from '../../support/vectors.js'
import { codeOf, prove } from './login.js'

interface Scenario {
  readonly name: string
  readonly call: 'read' | 'signers' | 'threshold'
  readonly challengeXdr: string
  readonly networkPassphrase: string
  readonly serverAccount: AccountId
  readonly homeDomains: readonly string[]
  readonly webAuthDomain: string
  readonly validationTime: number
  readonly graceSeconds: number
  readonly signerList?: readonly string[]
  readonly signers?: Readonly<Record<string, number>>
  readonly threshold?: number
  readonly expected: {
    readonly ok: boolean
    readonly code?: string
    readonly clientAccount?: string
    readonly signersFound?: readonly string[]
  }
}

/** Their codes in our words. */
const CODES: Readonly<Record<string, string>> = {
  NOT_SIGNED_BY_SERVER: 'not-signed-by-server',
  NOT_SIGNED_BY_CLIENT: 'not-signed-by-client',
  UNRECOGNIZED_SIGNATURES: 'unknown-signature',
  NO_SIGNERS: 'no-signers',
  SERVER_ACCOUNT: 'wrong-server',
  SEQ_NOT_ZERO: 'sequence-not-zero',
  TIMEBOUNDS_INFINITE: 'no-time-bounds',
  OP_TYPE: 'not-manage-data',
  OP_SOURCE: 'operation-without-source',
  NONCE: 'bad-nonce',
  FEE_BUMP: 'fee-bump-challenge',
  MEMO_WITH_MUXED: 'memo-with-muxed-client',
  MEMO_TYPE: 'memo-not-id',
  THRESHOLD_NOT_MET: 'weight-not-reached',
}

const scenarios = loadVectors<Scenario>('sep10-scenarios')

const read = (row: Scenario): E.Either<Failure, Challenge> =>
  readChallenge(prove)({
    network: { passphrase: row.networkPassphrase },
    server: row.serverAccount,
    homeDomains: row.homeDomains,
    webAuthDomain: O.some(row.webAuthDomain),
    now: BigInt(row.validationTime),
    grace: BigInt(row.graceSeconds),
  })(row.challengeXdr)

const literal = (row: Scenario): E.Either<Failure, readonly string[]> => {
  const challenge = read(row)
  if (E.isLeft(challenge)) return challenge
  return row.call === 'signers'
    ? verifySignersLiterally(prove)(row.signerList ?? [])(challenge.right)
    : verifyThresholdLiterally(prove)(row.threshold ?? NaN, new Map(Object.entries(row.signers ?? {})))(
        challenge.right,
      )
}

/** The account that the listed signers would belong to. */
const accountOf = (row: Scenario, { client }: Challenge): Account => {
  const weights = row.signers ?? Object.fromEntries((row.signerList ?? []).map((text) => [text, 1]))
  return {
    id: client.account,
    masterWeight: weights[client.account] ?? 0,
    thresholds: { low: 0, medium: row.threshold ?? 0, high: 255 },
    signers: Object.entries(weights).flatMap(([text, weight]) => {
      const key = parseSignerKey(text)
      return E.isLeft(key) || text === client.account ? [] : [signer(key.right, weight)]
    }),
    state: O.none,
  }
}

describe('sep10: recorded scenarios', () => {
  for (const row of scenarios.filter(({ call }) => call === 'read'))
    it(`are read, or refused for the same reason: ${row.name}`, () => {
      const { ok, code, clientAccount } = row.expected
      const challenge = read(row)
      if (ok) {
        if (E.isLeft(challenge)) throw new Error(challenge.left.message)
        expect(addressText(challenge.right.client)).to.equal(clientAccount)
      } else if (code === 'PARSE') {
        expect(E.isLeft(challenge) && !isSep10Failure(challenge.left)).to.equal(true)
      } else if (code === 'TIMEBOUNDS_RANGE') {
        expect(codeOf(challenge)).to.be.oneOf(['challenge-too-early', 'challenge-expired'])
      } else expect(codeOf(challenge)).to.equal(CODES[code ?? ''])
    })

  for (const row of scenarios.filter(({ call }) => call !== 'read')) {
    it(`find the same signers, literally: ${row.name}`, () => {
      const { ok, code, signersFound } = row.expected
      const found = literal(row)
      if (ok) expect(found).to.deep.equal(E.right(signersFound))
      else expect(codeOf(found)).to.equal(CODES[code ?? ''])
    })

    it(`have the same outcome for an account with these signers, strictly: ${row.name}`, () => {
      const challenge = read(row)
      if (E.isLeft(challenge)) return void expect(codeOf(challenge)).to.equal(CODES[row.expected.code ?? ''])
      const answer = { _tag: 'Known', account: accountOf(row, challenge.right), ledger: O.none } as const
      const who = authenticate(prove)({ level: 'Medium' })(answer)(challenge.right)
      if (!row.expected.ok) return void expect(codeOf(who)).to.equal(CODES[row.expected.code ?? ''])
      if (E.isLeft(who)) throw new Error(who.left.message)
      expect(who.right.signers.map(({ key }) => key.strkey)).to.have.members([
        ...(row.expected.signersFound ?? []),
      ])
    })
  }

  it('are 35: 18 of reading, 15 of signers, 2 of thresholds', () => {
    const count = (call: Scenario['call']): number => scenarios.filter((row) => row.call === call).length
    expect([count('read'), count('signers'), count('threshold')]).to.deep.equal([18, 15, 2])
  })
})

interface Real {
  readonly challengeXdr: string
  readonly network: string
  readonly hash: string
  readonly server: AccountId
  readonly client: AccountId
  readonly dataName: string
  readonly verified: readonly string[]
}

describe('sep10: real challenges', () => {
  const reals = loadVectors<Real>('sep10-real-challenges')

  const readReal = (row: Real): E.Either<Failure, Challenge> => {
    const expected = {
      network: { passphrase: row.network },
      server: row.server,
      homeDomains: [row.dataName.replace(/ auth$/, '')],
      webAuthDomain: O.some('some.other.domain'),
    }
    // Whatever the time bounds are, they begin at their beginning.
    const begins = readChallenge(prove)({ ...expected, now: 0n })(row.challengeXdr)
    if (E.isRight(begins) || begins.left.code !== 'challenge-too-early') return begins
    const now = BigInt(/for (\d+)/.exec(begins.left.message)?.[1] ?? '0')
    return readChallenge(prove)({ ...expected, now })(row.challengeXdr)
  }

  /** As absent accounts: who authenticates, or why nobody does. */
  const OUTCOMES: readonly string[] = [
    // Its source is muxed, as older servers wrote it.
    'muxed-server',
    // The client is the server itself, and the second signature is of a key that nobody names.
    'no-signers',
    'not-signed-by-client',
    'GBAQD4VYNI2255CFRDNDM4LVAEITMCNS7HJCI7I46XJE756ITCJXLV7E',
    'not-signed-by-client',
  ]

  for (const [index, row] of reals.entries())
    it(`number ${String(index + 1)}: ${OUTCOMES[index] ?? '?'}, in both profiles`, () => {
      const challenge = readReal(row)
      for (const profile of ['strict', 'literal'] as const) {
        const who = E.isLeft(challenge)
          ? challenge
          : authenticate(prove)({ level: 'Medium', profile })({ _tag: 'Absent', ledger: O.none })(
              challenge.right,
            )
        expect(
          E.isLeft(who) ? who.left.code : who.right.signers.map(({ key }) => key.strkey).join(),
        ).to.equal(OUTCOMES[index])
      }
      if (E.isLeft(challenge)) return
      const { envelope, client, server } = challenge.right
      expect([toHex(envelope.hash), client.account, server]).to.deep.equal([row.hash, row.client, row.server])
      // Whoever is said to have signed can be found, and nobody else.
      const both = [row.server, row.client].map((id) => id as string)
      const clients = both.filter((id) => id !== row.server && row.verified.includes(id))
      expect(
        O.getOrElse((): readonly string[] => [])(
          O.fromEither(verifySignersLiterally(prove)(both)(challenge.right)),
        ),
      ).to.deep.equal(clients)
    })

  it('are 5', () => void expect(reals).to.have.length(OUTCOMES.length))
})
