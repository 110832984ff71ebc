import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { canonicalForm, showCanonicalForm } from '../../../src/advice/coalition/index.js'
import { decide, recheck, type Asked, type Claim } from '../../../src/advice/policy/index.js'
import { game, hashXKey, preAuthTxKey, type SignerKey } from '../../../src/kernel/model/index.js'
import { say } from '../../reference/policy-model.js'
import { account } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { asking, claimsAbout, policyWith, worldOf, type Told } from './claim-world.js'

interface Rule {
  readonly weights: readonly number[]
  readonly quota: number
}

/** Weights of each weighted rule of so many players once, whatever the players are called. */
const rulesOf = (players: number, max: number): readonly Rule[] => {
  const rules = new Map<string, Rule>()
  const visit = (weights: readonly number[], total: number): void => {
    const [heaviest = max, last = max] = [weights[0], weights.at(-1)]
    if (weights.length < players)
      for (let weight = 0; weight <= last; weight++) visit([...weights, weight], total + weight)
    else
      for (let quota = Math.max(1, heaviest); quota <= Math.min(total, total - heaviest + 1); quota++) {
        const form = canonicalForm(1000)(
          game(
            quota,
            weights.map((weight, i) => ({ id: `p${i}`, weight })),
          ),
        )
        const name = O.isSome(form) ? showCanonicalForm(form.value) : 'truncated'
        if (!rules.has(name)) rules.set(name, { weights, quota })
      }
  }
  visit([], 0)
  return [...rules.values()]
}

const NAMES = Array.from({ length: 12 }, (_, i) => `model ${i}`)
const ED25519 = NAMES.map((name): SignerKey => key(name).signerKey)

/** A failure as short as it can be read: kinds of keys and weights, not bytes. */
const shown = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value instanceof Uint8Array ? undefined : value

const agree = (asked: Asked, claim: Claim): void => {
  const answer = decide(asked)(claim)
  const why = JSON.stringify({ claim, account: asked.account.account, answer }, shown)
  expect(answer._tag, why).to.equal(say(worldOf(asked, claim), claim))
  try {
    recheck(asked)(claim)(answer)
  } catch (error) {
    throw new Error(`${String(error)} ${why}`, { cause: error })
  }
}

const TOLD: readonly Told[] = [
  { holder: 'anna', vendor: 'v', location: ['a', 'b'] },
  { holder: 'anna', vendor: 'w', location: ['a'] },
  { holder: 'bruno', vendor: 'v', location: ['b', 'c'] },
  { holder: 'carla', vendor: 'x', location: ['d'] },
  { holder: 'carla', vendor: 'x', location: ['c', 'd', 'a'] },
  { holder: 'dora', location: ['e'] },
]

const askedOfRule = ({ weights, quota }: Rule): Asked => {
  const signers = weights
    .map((weight, i) => [ED25519[i]!, weight] as const)
    .filter(([, weight]) => weight > 0)
  const own = account({ of: 'home', master: 0, low: 1, medium: quota, high: quota + 1, signers })
  const other = account({
    of: 'away',
    master: 0,
    medium: 2,
    signers: signers.slice(0, 3).map(([one]) => [one, 1]),
  })
  const before = account({ of: 'home', master: 0, medium: Math.max(1, quota - 1), signers })
  return asking(policyWith([own, other], ED25519, TOLD), O.some(policyWith([before], ED25519, TOLD)))
}

/** Weights up to `max` are enough for all weighted rules of so many. */
const ALL = [
  [1, 1, 1],
  [2, 2, 3],
  [3, 2, 8],
  [4, 3, 25],
  [5, 5, 117],
  [6, 9, 1111],
] as const

describe('policy: claims, by their definitions', () => {
  for (const [players, max, count] of ALL)
    it(`are decided right for all ${count} weighted rules of ${players}`, () => {
      const rules = rulesOf(players, max)
      expect(rules).to.have.lengthOf(count)
      const ids = ED25519.slice(0, players).map(({ strkey }) => strkey)
      const forms = claimsAbout(ids, 'Medium', ['key', 'holder', 'vendor', 'location'], ['other-1'])
      rules.forEach((rule, turn) => {
        const asked = askedOfRule(rule)
        // Of six players each rule has one claim of each form, another one for each rule.
        for (const claims of forms)
          for (const claim of players < 5 ? claims : [claims[turn % claims.length]!]) agree(asked, claim)
      })
    }).timeout(60_000)

  const words = (...all: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...all)
  const told = fc.record(
    {
      holder: words('anna', 'bruno', 'carla', 'dora'),
      vendor: words('v', 'w', 'x'),
      location: fc.uniqueArray(words('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['location', 'holder'] },
  ) as fc.Arbitrary<Told>
  const world = fc.record({
    weights: fc.oneof(
      { weight: 5, arbitrary: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 }) },
      { weight: 2, arbitrary: fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 8 }) },
      { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 11 }) },
    ),
    kinds: fc.array(words('ed', 'ed', 'ed', 'ed', 'ed', 'ed', 'hash', 'auth'), {
      minLength: 3,
      maxLength: 3,
    }),
    master: fc.integer({ min: 0, max: 2 }),
    scale: fc.array(fc.double({ min: 0, max: 1.1, noNaN: true }), { minLength: 5, maxLength: 5 }),
    told: fc.array(told, { minLength: 12, maxLength: 12 }),
    base: fc.constantFrom('none', 'new', 'before', 'same'),
    level: fc.constantFrom('Low', 'Medium', 'High'),
    form: fc.nat(),
    variant: fc.nat(),
    shift: fc.nat(11),
  })

  it('are decided right for accounts of up to twelve signers of all kinds', () => {
    const seed = Number(process.env['CLAIMS_SEED'] ?? Date.now() % 1_000_000)
    fc.assert(
      fc.property(world, (one) => {
        const keys = ED25519.map((ed, i): SignerKey => {
          const kind = one.kinds[i]
          if (kind === 'hash') return hashXKey(sha256(`hash ${i}`))
          return kind === 'auth' ? preAuthTxKey(sha256(`auth ${i}`)) : ed
        })
        const total = one.weights.reduce((sum, weight) => sum + weight, one.master)
        const [low, medium, high, changed, foreign] = one.scale.map((part) =>
          Math.min(255, Math.round(part * total)),
        )
        const signers = one.weights.map((weight, i) => [keys[i]!, weight] as const)
        const own = account({
          of: 'home',
          master: one.master,
          low: low!,
          medium: medium!,
          high: high!,
          signers,
        })
        const other = account({
          of: 'away',
          master: 1,
          low: foreign!,
          medium: foreign!,
          high: foreign!,
          signers,
        })
        const before = account({
          of: one.base === 'new' ? 'away' : 'home',
          medium: changed!,
          low: 1,
          high: medium!,
          signers,
        })
        const policy = policyWith([own, other], keys, one.told)
        const base =
          one.base === 'none'
            ? O.none
            : O.some(policyWith([one.base === 'same' ? own : before], keys, one.told))
        const ids = signers.map(([{ strkey }]) => strkey)
        const spoken = [...ids.slice(one.shift % ids.length), ...ids.slice(0, one.shift % ids.length), own.id]
        const forms = claimsAbout(spoken, one.level, ['key', 'holder', 'vendor', 'location'], ['other-1'])
        const claims = forms[one.form % forms.length]!
        agree(asking(policy, base), claims[one.variant % claims.length]!)
      }),
      { numRuns: 800, seed },
    )
  }).timeout(60_000)
})
