/**
 * What came of a challenge as one JSON object, for programs. `formatVersion` changes only where a reader
 * would break; members may be added. Numbers of 64 bits are texts.
 *
 * - `state`: `authenticated`; `refused`; or `not-known`: the account is not known, and nothing is decided
 * - `profile`: `strict` or `literal`; `level`: `low`, `medium`, `high` or the number that was asked for
 * - `challenge`: what was read; null where its form is wrong or its server did not sign it
 * - `exists`, `signers`, `weight`, `needed`, `ledger`: who authenticated, and as of which ledger; null,
 *   or none, where nobody did. Neither the server nor the wallet of a client_domain is among the signers
 * - `refusal`: `code`, `message` and `help`, or null; `because`: why the account is not known, or null
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { toHex, type Failure } from '../../../kernel/model/index.js'
import { addressText, type Challenge } from '../../sep10/index.js'
import { accountJson, signerJson, type Json } from '../json-list.js'
import type { Names } from '../names.js'
import { authenticationStateOf, levelText, type AuthenticationReport } from './authentication.js'

const numberOrNull = (value: O.Option<bigint>): string | null =>
  O.isSome(value) ? String(value.value) : null

const challengeJson = (names: Names, challenge: Challenge): Json => {
  const { envelope, server, client, memo, homeDomain, webAuthDomain, clientDomain, timeBounds } = challenge
  return {
    hash: toHex(envelope.hash),
    server,
    client: {
      ...accountJson(names, client.account),
      address: addressText(client),
      muxedId: numberOrNull(client.number),
      memo: numberOrNull(memo),
    },
    homeDomain,
    webAuthDomain: O.toNullable(webAuthDomain),
    clientDomain: O.isSome(clientDomain)
      ? { domain: clientDomain.value.domain, account: clientDomain.value.account }
      : null,
    from: String(timeBounds.min),
    until: String(timeBounds.max),
  }
}

const refusalJson = ({ code, message, help }: Failure): Json => ({ code, message, help: O.toNullable(help) })

/** The object, in the order in which it is read. */
export const authenticationJson = (report: AuthenticationReport): Json => {
  const { profile, level, challenge, outcome, because, names } = report
  const who = E.isRight(outcome) ? outcome.right : undefined
  return {
    formatVersion: 1,
    state: authenticationStateOf(report),
    profile,
    level: levelText(level),
    challenge: O.isSome(challenge) ? challengeJson(names, challenge.value) : null,
    exists: who?.exists ?? null,
    signers: (who?.signers ?? []).map((one) => signerJson(names, one)),
    weight: who?.weight ?? null,
    needed: who?.needed ?? null,
    ledger: who === undefined ? null : O.toNullable(who.ledger),
    refusal: E.isLeft(outcome) ? refusalJson(outcome.left) : null,
    because: O.isSome(because) ? refusalJson(because.value) : null,
  }
}
