/**
 * Claims about accounts with as many signers as there can be: 20 and the master key are one more than an
 * envelope has signatures. Every answer passes the second opinion, and its repair too.
 */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { decide, formOf, recheck, type Claim } from '../../../src/advice/policy/index.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { asking, claimsAbout, policyWith, type Told } from './claim-world.js'

const KEYS = Array.from({ length: 20 }, (_, at) => key(`many ${at}`).signerKey)
const IDS = KEYS.map(({ strkey }) => strkey)
const TOLD: readonly Told[] = KEYS.map((_, at) => ({
  holder: `h${at % 9}`,
  vendor: `v${at % 3}`,
  location: [`l${at % 4}`],
}))

interface Row {
  readonly master: number
  readonly quota: number
  readonly weightOf: (at: number) => number
  readonly isReachable: boolean
}

const one = (): number => 1

const ROWS: readonly Row[] = [
  { master: 1, quota: 21, weightOf: one, isReachable: false },
  { master: 1, quota: 20, weightOf: one, isReachable: true },
  { master: 0, quota: 20, weightOf: one, isReachable: true },
  { master: 0, quota: 21, weightOf: one, isReachable: false },
  { master: 3, quota: 42, weightOf: () => 2, isReachable: false },
  { master: 3, quota: 41, weightOf: () => 2, isReachable: true },
  { master: 255, quota: 3, weightOf: (at) => at + 1, isReachable: true },
]

describe('policy: claims about accounts of twenty and of twenty-one signers', () => {
  for (const { master, quota, weightOf, isReachable } of ROWS)
    it(`${master} and twenty times ${weightOf(0)} of ${quota}`, () => {
      const own = account({
        of: 'home',
        master,
        low: 1,
        medium: quota,
        high: quota,
        signers: KEYS.map((one, at) => [one, weightOf(at)]),
      })
      const other = account({ of: 'away', master: 1, medium: 2, signers: [] })
      const asked = asking(policyWith([own, other], KEYS, TOLD), O.none)
      const answerTo = decide(asked)
      const claims: readonly Claim[] = claimsAbout(
        IDS,
        'High',
        ['key', 'holder', 'vendor', 'location'],
        ['other-1'],
      ).flat()
      expect(claims).to.have.length.greaterThan(100)
      for (const claim of claims) {
        const answer = answerTo(claim)
        expect(recheck(asked)(claim)(answer)._tag, formOf(claim).says(claim)).to.equal(answer._tag)
        if (claim._tag === 'Reachable') expect(answer._tag).to.equal(isReachable ? 'Holds' : 'Violated')
      }
    })

  it('says what the account asks for, and not what can never be reached', () => {
    const own = account({ of: 'home', master: 1, high: 21, signers: KEYS.map((one) => [one, 1]) })
    const claim: Claim = { _tag: 'Reachable', at: { level: 'High', said: 'high' } }
    const answer = decide(asking(policyWith([own], KEYS, TOLD), O.none))(claim)
    expect(answer._tag === 'Violated' && answer.counterexample.says).to.equal(
      'An envelope holds 20 signatures, and the 20 heaviest signers weigh 20 of high 21: nobody can sign a change of the signers.',
    )
  })

  it('shows nobody who would reach what the account asks for, and cannot', () => {
    const own = account({ of: 'home', master: 1, high: 21, signers: KEYS.map((one) => [one, 1]) })
    const asked = asking(policyWith([own], KEYS, TOLD), O.none)
    const claim: Claim = { _tag: 'NoVeto', at: { level: 'High', said: 'high' }, by: 'key' }
    const answer = decide(asked)(claim)
    if (answer._tag !== 'Violated') throw new Error(answer._tag)
    const exhibits = answer.counterexample.exhibits.map((shown) => ({ ...shown, quota: 21 }))
    const wrong = { ...answer, counterexample: { ...answer.counterexample, exhibits } }
    expect(recheck(asked)(claim)(answer)).to.equal(answer)
    expect(() => recheck(asked)(claim)(wrong)).to.throw('do not add up')
  })
})
