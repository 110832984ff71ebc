import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { LedgerSource } from '../../../src/app/ports.js'
import { AUTHENTICATION_CODES, type ClientAnswer } from '../../../src/edge/sep10/index.js'
import { failure } from '../../../src/kernel/model/index.js'
import { BYPASSES, MEDIUM, type Bypass } from '../../edge/sep10/bypass-rows.js'
import { challengeText, NOW } from '../../edge/sep10/login.js'
import { key } from '../../support/build/key.js'
import { serverHere } from './server-here.js'

/** Levels that can be written. */
const isSaid = ({ rules = MEDIUM }: Bypass): boolean =>
  typeof rules.level === 'string' || (Number.isInteger(rules.level) && rules.level >= 0)

const sourceOf = (answer: ClientAnswer): LedgerSource => ({
  name: 'a row',
  find: () => () =>
    Promise.resolve(
      answer._tag === 'NotKnown'
        ? E.left(O.getOrElse(() => failure('source-silent', 'nothing is said'))(answer.because))
        : E.right(answer),
    ),
})

interface Answer {
  readonly state: string
  readonly signers: readonly { readonly key: string }[]
  readonly refusal: { readonly code: string } | null
}

describe('logins over HTTP: bypasses', () => {
  const codes = Object.keys(AUTHENTICATION_CODES)

  for (const row of BYPASSES.filter(isSaid)) {
    const { name, hands, answer, rules = MEDIUM, changes = {}, is } = row
    it(`${name}: ${is}`, async () => {
      const { post } = await serverHere({}, { live: () => sourceOf(answer) })
      const response = await post('/v1/sep10/verify', {
        challenge: challengeText(changes, hands),
        network: 'testnet',
        server: key('server').id,
        homeDomains: ['anchor.example'],
        webAuthDomain: 'auth.example',
        now: String(NOW),
        level: String(rules.level).toLowerCase(),
        profile: rules.profile ?? 'strict',
      })
      expect(response.statusCode, response.body).to.equal(200)
      const said = response.json<Answer>()
      if (codes.includes(is)) {
        expect(said.state).to.equal(is === 'account-not-known' ? 'not-known' : 'refused')
        expect(said.refusal?.code).to.equal(is)
        expect(said.signers).to.deep.equal([])
      } else {
        expect(said.state).to.equal('authenticated')
        expect(said.signers.map((one) => one.key)).to.have.members(is.split(' ').map((who) => key(who).id))
      }
    })
  }
})
