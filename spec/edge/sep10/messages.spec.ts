/** What a refusal says: where it is, in numbers that people count by, and nothing that a terminal would obey. */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { MAX_CHALLENGE_LENGTH, type AuthenticationRules } from '../../../src/edge/sep10/index.js'
import type { Failure, Operation } from '../../../src/kernel/model/index.js'
import { payment } from '../../support/build/operation.js'
import { by, over } from '../../support/build/signature.js'
import { sha256 } from '../../support/build/key.js'
import { alice, disabled, LITERAL, MEDIUM, wallet } from './bypass-rows.js'
import {
  absent,
  challengeText,
  clientEntry,
  data,
  known,
  login,
  NONCE,
  read,
  webAuthEntry,
  type Hand,
} from './login.js'

const failureOf = (found: E.Either<Failure, unknown>): Failure => {
  if (E.isRight(found)) throw new Error('it was not refused')
  return found.left
}

const ofReading = (...operations: readonly Operation[]): string =>
  failureOf(read(challengeText({ operations }))).message

describe('sep10: messages', () => {
  it('count operations from 1', () => {
    expect(ofReading(clientEntry, webAuthEntry, payment('mallory', 'server'))).to.include(
      'operation 3 is Payment',
    )
    expect(ofReading(clientEntry, webAuthEntry, data('note', 'x', 'alice'))).to.include('operation 3, `note`')
  })

  it('show bytes of others only where they are printable', () => {
    const name = '\u001b[2J\u007f~ !é auth'
    expect(ofReading(data(name, NONCE, 'alice'))).to.equal(
      'operation 1 is named `·[2J·~ !·· auth`; expected `anchor.example auth`',
    )
    expect(ofReading(clientEntry, data('web_auth_domain', 'a\nb', 'server'))).to.equal(
      'the web_auth_domain is `a·b`; expected `auth.example`',
    )
  })

  it('name every home domain that is accepted', () => {
    const text = challengeText({ operations: [data('evil.example auth', NONCE, 'alice')] })
    expect(failureOf(read(text, { homeDomains: ['one.example', 'two.example'] })).message).to.include(
      'expected `one.example auth` or `two.example auth`',
    )
  })

  it('say how long a challenge may be, which is read at its longest', () => {
    const atMost = failureOf(read('A'.repeat(MAX_CHALLENGE_LENGTH)))
    expect(atMost.code).to.not.equal('challenge-too-large')
    expect(failureOf(read('A'.repeat(MAX_CHALLENGE_LENGTH + 1))).message).to.include(
      `at most ${String(MAX_CHALLENGE_LENGTH)}`,
    )
  })

  it('name the signature that is of nobody, where it stands in the list', () => {
    const other = sha256('another challenge')
    const hint = by('mallory')(other).hint.toString(16).padStart(8, '0')
    const rows: readonly (readonly [string, readonly Hand[], boolean, number])[] = [
      ['after the server and the client', ['alice', 'mallory'], true, 3],
      ['between them', ['mallory', 'alice'], true, 2],
      ['before the server', ['mallory', 'server', 'alice'], false, 1],
    ]
    for (const [where, hands, server, at] of rows) {
      const { message } = failureOf(login(challengeText({}, hands, { server }), known(alice()), MEDIUM))
      expect(message, where).to.include(`signature ${String(at)} (hint ${hint})`)
    }
    const twice = failureOf(login(challengeText({}, ['alice', 'alice']), known(alice()), MEDIUM))
    expect(twice.message).to.include('signature 3 ')
    const foreign = failureOf(
      login(challengeText(wallet, ['alice', 'wallet', over(other)(by('bob'))]), known(alice()), MEDIUM),
    )
    expect(foreign.message).to.include('signature 4 ')
  })

  describe('tell whoever looks for a disabled master key', () => {
    const helpOf = (hands: readonly Hand[], account = disabled, rules: AuthenticationRules = MEDIUM) =>
      O.getOrElse(() => '')(failureOf(login(challengeText({}, hands), known(account), rules)).help)

    it('that it is no signer', () => {
      expect(helpOf(['alice'])).to.include('weight 0')
      expect(helpOf(['alice'], alice({ master: 0 }))).to.include('weight 0')
    })

    it('and nobody else', () => {
      expect(helpOf(['bob'], alice())).to.not.include('weight 0')
      expect(helpOf(['bob', 'mallory'])).to.not.include('weight 0')
      expect(helpOf(['bob'], alice({ master: 0, medium: 2, signers: [['bob', 1]] }))).to.not.include(
        'weight 0',
      )
      expect(helpOf(['mallory'], disabled, LITERAL)).to.not.include('weight 0')
    })
  })

  it('of who authenticated: whether there is such an account', () => {
    const text = challengeText({}, ['alice'])
    for (const [answer, exists] of [
      [absent, false],
      [known(alice()), true],
    ] as const) {
      const who = login(text, answer, MEDIUM)
      expect(E.isRight(who) && who.right.exists).to.equal(exists)
    }
  })
})
