/** What the second opinion says where not everything can be looked at: nothing that nobody checked. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { rational } from '../../../src/advice/coalition/index.js'
import {
  decide,
  recheck,
  type Answer,
  type Asked,
  type Claim,
  type Exhibit,
  type Formula,
} from '../../../src/advice/policy/index.js'
import { hashXKey, preAuthTxKey, type SignerKey } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { asking, policyWith, type Told } from './claim-world.js'

const at = { level: 'Medium', said: 'medium' } as const
const KEYS = Array.from({ length: 20 }, (_, i) => key(`unsure ${i}`).signerKey)
const HASHES = Array.from({ length: 7 }, (_, i): SignerKey => hashXKey(sha256(`unsure ${i}`)))

type Weights = readonly (readonly [SignerKey, number])[]

const accountOf = (of: string, medium: number, signers: Weights) =>
  account({ of, master: 0, medium, signers })

const question = (medium: number, signers: Weights, told: readonly Told[] = []): Asked =>
  asking(
    policyWith(
      [accountOf('home', medium, signers)],
      signers.map(([one]) => one),
      told,
    ),
  )

const each = (keys: readonly SignerKey[], weight = 1): Weights => keys.map((one) => [one, weight])

const HOLDS: Answer = { _tag: 'Holds', certificate: { level: 'Medium', says: '', exhibits: [] } }

describe('policy: the second opinion where not everything can be looked at', () => {
  const one = KEYS[0]!
  const formula: Formula = { _tag: 'Key', said: 'one', key: one.strkey }
  const can: Claim = { _tag: 'Can', at, who: formula }
  const power: Claim = {
    _tag: 'Power',
    at,
    of: { said: 'one', keys: [one.strkey] },
    index: 'banzhaf',
    atLeast: O.none,
    atMost: O.some(rational(1n, 2n)),
  }
  /** One key of weight 2 has too much power while some preimages are known, and others are not. */
  const shared = (preimages: number): Asked =>
    question(preimages, [[one, 2], ...each(HASHES.slice(0, preimages))])
  const till = [[one, 1], ...each(HASHES.slice(0, 1))] as const
  const looser: Claim = {
    _tag: 'Compare',
    at,
    relation: 'looser-than',
    other: { _tag: 'Account', name: 'other-1' },
  }

  const DEPENDS: Readonly<Record<string, readonly [Asked, Claim]>> = {
    'one preimage that is known among three': [shared(3), power],
    'preimages that are too many to try': [shared(7), power],
    'an approved transaction': [
      question(2, [
        [one, 1],
        [preAuthTxKey(sha256('unsure')), 1],
      ]),
      { _tag: 'Cannot', at, who: formula },
    ],
    'a preimage of the other account': [
      asking(policyWith([accountOf('home', 1, each([one])), accountOf('away', 2, till)], KEYS, [])),
      looser,
    ],
  }

  for (const [what, [asked, claim]] of Object.entries(DEPENDS))
    it(`lets nothing hold that depends on ${what}`, () => {
      const answer = decide(asked)(claim)
      expect(answer._tag).to.equal('Unknown')
      expect(recheck(asked)(claim)(answer)).to.equal(answer)
      expect(() => recheck(asked)(claim)(HOLDS)).to.throw('it was found to be Holds')
    })

  it('compares with the same account before, and with none that may have been another', () => {
    const [before, away] = [accountOf('home', 2, each(KEYS)), accountOf('away', 1, each(KEYS))]
    const now = policyWith([accountOf('home', 1, each(KEYS))], KEYS, [])
    const gains: Claim = { _tag: 'Compare', at, relation: 'not-looser-than', other: { _tag: 'Base' } }
    const old = policyWith([away, before], KEYS, [])
    expect(() => recheck(asking(now, O.some(old)))(gains)(HOLDS)).to.throw('by other means Violated')
    const why = { code: 'base-unreadable', says: '', help: '', keys: [] }
    const unclear = { ...policyWith([away], KEYS, []), unclear: new Map([[before.id, why]]) }
    expect(() => recheck(asking(now, O.some(unclear)))(gains)(HOLDS)).to.throw('by other means Unknown')
  })

  it('is content with the ends where more weight only helps', () => {
    const asked = question(1, each([one, ...HASHES]))
    const answer = decide(asked)(can)
    expect(answer._tag).to.equal('Holds')
    expect(recheck(asked)(can)(answer)).to.equal(answer)
    const unknown: Answer = { _tag: 'Unknown', why: { code: 'x', says: '', help: '', keys: [] } }
    expect(() => recheck(asked)(can)(unknown)).to.throw('it was found to be Unknown')
  })

  const keys = Array.from({ length: 23 }, (_, i) => key(`many ${i}`).id)
  const part = (name: string): Formula => ({ _tag: 'Key', said: '', key: name })
  const pair = (...both: readonly [string, string]): Formula => ({
    _tag: 'AnyOf',
    count: 2,
    said: '',
    of: both.map(part),
  })
  /** Any neighbours in a long row: nearly all keys stand twice. */
  const who: Formula = {
    _tag: 'AnyOf',
    count: 1,
    said: '',
    of: keys.slice(1).map((next, i) => pair(keys[i]!, next)),
  }
  const formulas: readonly Claim[] = [
    { _tag: 'Can', at, who },
    { _tag: 'Cannot', at, who },
    { _tag: 'Every', at, has: who },
  ]

  for (const claim of formulas)
    it(`takes nobody at their word that ${claim._tag} holds for a formula that is too large`, () => {
      const asked = question(2, each(KEYS))
      expect(recheck(asked)(claim)(HOLDS)).to.deep.include({ _tag: 'Unknown' })
    })

  it('takes nobody at their word that they have just enough for a formula that is too large', () => {
    const asked = question(1, each([...KEYS.slice(0, 19), key('many 0').signerKey]))
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
    const asked = question(12, each(KEYS), told)
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
    const asked = question(1, each(KEYS.slice(0, 2)))
    expect(recheck(asked)(claim)(decide(asked)(claim))._tag).to.equal('Vacuous')
  })
})
