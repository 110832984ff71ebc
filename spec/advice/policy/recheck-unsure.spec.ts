/** What the second opinion says where not everything can be looked at: nothing that nobody checked. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  decide,
  recheck,
  type Answer,
  type Asked,
  type Claim,
  type Exhibit,
  type Formula,
} from '../../../src/advice/policy/index.js'
import { hashXKey, type SignerKey } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { asking, policyWith, type Told } from './claim-world.js'

const at = { level: 'Medium', said: 'medium' } as const
const KEYS = Array.from({ length: 20 }, (_, i) => key(`unsure ${i}`).signerKey)
const HASHES = Array.from({ length: 7 }, (_, i): SignerKey => hashXKey(sha256(`unsure ${i}`)))

const question = (medium: number, signers: readonly SignerKey[], told: readonly Told[] = []): Asked =>
  asking(
    policyWith(
      [account({ of: 'home', master: 0, medium, signers: signers.map((one) => [one, 1]) })],
      signers,
      told,
    ),
  )

const HOLDS: Answer = { _tag: 'Holds', certificate: { level: 'Medium', says: '', exhibits: [] } }

describe('policy: the second opinion where not everything can be looked at', () => {
  const proper: Claim = { _tag: 'Proper', at }
  const can: Claim = { _tag: 'Can', at, who: { _tag: 'Key', said: 'one', key: KEYS[0]!.strkey } }

  it('lets nothing hold for all of many preimages that it has not asked for', () => {
    // At both ends it holds; between them, with 4 preimages known, 3 others and 3 more can act.
    const asked = question(7, [...KEYS.slice(0, 1), ...HASHES])
    expect(decide(asked)(proper)._tag).to.equal('Unknown')
    expect(() => recheck(asked)(proper)(HOLDS)).to.throw('it was found to be Holds')
    expect(recheck(asked)(proper)(decide(asked)(proper))._tag).to.equal('Unknown')
  })

  it('is content with the ends where more weight only helps', () => {
    const asked = question(1, [...KEYS.slice(0, 1), ...HASHES])
    const answer = decide(asked)(can)
    expect(answer._tag).to.equal('Holds')
    expect(recheck(asked)(can)(answer)).to.equal(answer)
    const unknown: Answer = { _tag: 'Unknown', why: { code: 'x', says: '', help: '', keys: [] } }
    expect(() => recheck(asked)(can)(unknown)).to.throw('it was found to be Unknown')
  })

  const keys = Array.from({ length: 23 }, (_, i) => key(`many ${i}`).id)
  const part = (one: string): Formula => ({ _tag: 'Key', said: '', key: one })
  const pair = (one: string, other: string): Formula => ({
    _tag: 'AnyOf',
    count: 2,
    said: '',
    of: [part(one), part(other)],
  })
  /** Any neighbours in a long row: nearly all keys stand twice. */
  const who: Formula = {
    _tag: 'AnyOf',
    count: 1,
    said: '',
    of: keys.slice(1).map((one, i) => pair(keys[i]!, one)),
  }
  const formulas: readonly Claim[] = [
    { _tag: 'Can', at, who },
    { _tag: 'Cannot', at, who },
    { _tag: 'Every', at, has: who },
  ]

  for (const claim of formulas)
    it(`takes nobody at their word that ${claim._tag} holds for a formula that is too large`, () => {
      const asked = question(2, KEYS)
      expect(recheck(asked)(claim)(HOLDS)).to.deep.include({ _tag: 'Unknown' })
    })

  it('takes nobody at their word that they have just enough for a formula that is too large', () => {
    const asked = question(1, [...KEYS.slice(0, 19), key('many 0').signerKey])
    const shown: Exhibit = {
      title: '',
      units: [],
      keys: [keys[0]!],
      weights: [1],
      sum: 1,
      quota: 1,
      rule: 'own',
    }
    const answer: Answer = {
      _tag: 'Violated',
      counterexample: { level: 'Medium', says: '', exhibits: [shown], tolerated: O.none, demands: [] },
    }
    expect(() => recheck(asked)(formulas[1]!)(answer)).to.throw('not all who are shown refute the claim')
  })

  it('leaves out how much is tolerated where that takes too many steps', () => {
    const told = KEYS.map((_, i) => ({
      location: [0, 1].map((copy) => `p${(i * 7 + copy * 5 + i * copy) % 25}`),
    }))
    const asked = question(12, KEYS, told)
    const claim: Claim = { _tag: 'Survives', at, lose: 20, by: 'location' }
    const answer = decide(asked)(claim)
    const again = recheck(asked)(claim)(answer)
    expect(answer._tag === 'Violated' && O.isSome(answer.counterexample.tolerated)).to.equal(true)
    expect(again).to.deep.equal({
      ...answer,
      counterexample: { ...(answer._tag === 'Violated' ? answer.counterexample : {}), tolerated: O.none },
    })
  })

  it('says of the power of nobody what is said of nobody', () => {
    const claim: Claim = {
      _tag: 'Power',
      at,
      of: { said: 'nobody', keys: [] },
      index: 'banzhaf',
      atLeast: O.none,
      atMost: O.none,
    }
    const asked = question(1, KEYS.slice(0, 2))
    expect(recheck(asked)(claim)(decide(asked)(claim))._tag).to.equal('Vacuous')
  })
})
