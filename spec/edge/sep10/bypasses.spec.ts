/**
 * The ways around a login that are known from other implementations, by name. Each is shut in `strict`;
 * where SEP-10's own words leave one open, `literal` shows it open.
 */
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  authenticate,
  AUTHENTICATION_CODES,
  clientAnswerIn,
  type AuthenticationRules,
} from '../../../src/edge/sep10/index.js'
import { ledgerView } from '../../../src/kernel/model/index.js'
import type { Prove } from '../../../src/kernel/signature/index.js'
import { key } from '../../support/build/key.js'
import { by } from '../../support/build/signature.js'
import { absent, challengeText, known, login, outcome, prove, read } from './login.js'

import { alice, BYPASSES, disabled, MEDIUM, wallet, x } from './bypass-rows.js'

describe('sep10: bypasses', () => {
  for (const { name, hands, answer, rules = MEDIUM, changes = {}, is } of BYPASSES)
    it(`${name}: ${is}`, () => void expect(outcome(hands, answer, rules, changes)).to.equal(is))

  it('a key that is listed twice has the smaller of its weights', () => {
    for (const weights of [
      [1, 200],
      [200, 1],
    ] as const) {
      const twice = alice({ master: 0, medium: 100, signers: weights.map((weight) => ['bob', weight]) })
      expect(outcome(['bob'], known(twice), MEDIUM)).to.equal('weight-not-reached')
      expect(outcome(['bob', 'bob'], known(twice), MEDIUM)).to.equal('unknown-signature')
    }
  })

  it('absent is what a view says that is closed, or lists it so', () => {
    for (const parts of [
      { accounts: [], closedWorld: true },
      { accounts: [], absent: [key('alice').id] },
    ]) {
      const view = ledgerView(parts)
      if (E.isLeft(view)) throw new Error(view.left.message)
      const answer = clientAnswerIn(view.right, O.some(7))(key('alice').id)
      expect(answer).to.deep.equal({ _tag: 'Absent', ledger: O.some(7) })
    }
  })

  it('tells with which weight, of what, and as of which ledger', () => {
    const who = login(
      challengeText({}, ['bob', 'alice']),
      known(alice({ medium: 3, signers: [['bob', 4]] })),
      MEDIUM,
    )
    if (E.isLeft(who)) throw new Error(who.left.message)
    const { challenge, signers, ...rest } = who.right
    expect(rest).to.deep.equal({
      profile: 'strict',
      level: 'Medium',
      exists: true,
      weight: 5,
      needed: 3,
      ledger: O.some(51),
    })
    expect(signers.map(({ key: one, weight }) => [one.strkey, weight])).to.deep.equal([
      [key('bob').id, 4],
      [key('alice').id, 1],
    ])
    expect(challenge.client.account).to.equal(key('alice').id)
  })

  it('nothing is verified twice, and nothing that its hint excludes', () => {
    const asked: string[] = []
    const counting: Prove = (hash, signature, one) => {
      asked.push(`${String(signature.hint)} ${one.strkey}`)
      return prove(hash, signature, one)
    }
    const answer = known(
      alice({
        medium: 9,
        signers: [
          ['bob', 4],
          ['carol', 5],
        ],
      }),
    )
    const challenge = read(challengeText(wallet, ['alice', 'bob', 'wallet', 'carol']))
    if (E.isLeft(challenge)) throw new Error(challenge.left.message)
    expect(E.isRight(authenticate(counting)(MEDIUM)(answer)(challenge.right))).to.equal(true)
    const names = ['alice', 'bob', 'wallet', 'carol']
    expect(asked).to.have.members(names.map((name) => `${String(by(name)(x).hint)} ${key(name).id}`))
    expect(asked).to.have.length(names.length)
  })

  it('misspelled rules, where no compiler looks: never the weaker ones', () => {
    for (const profile of ['Strict', 'LITERAL', '', 'sdk', null, true]) {
      const rules = { level: 'Medium', profile } as unknown as AuthenticationRules
      expect(outcome(['alice'], known(disabled), rules), String(profile)).to.equal('not-signed-by-client')
    }
    for (const level of ['medium', 'HIGH', '2', '', null, undefined, true, [2], 2n])
      for (const answer of [known(alice()), absent])
        expect(outcome(['alice'], answer, { level } as AuthenticationRules), String(level)).to.equal(
          'bad-level',
        )
  })

  it('every code of authentication is met here', () => {
    const met = new Set(BYPASSES.map(({ is }) => is))
    expect(Object.keys(AUTHENTICATION_CODES).filter((code) => !met.has(code))).to.deep.equal([])
  })
})
