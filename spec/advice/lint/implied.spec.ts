/** What is said to follow must follow: for random weights, a claim never breaks where the other one holds. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { isImpliedBy } from '../../../src/advice/lint/implied.js'
import { runAssertions, type Claim } from '../../../src/advice/policy/index.js'
import { policyFrom } from '../../support/build/policy.js'

const NAMES = ['anna', 'bruno', 'carla', 'dora', 'emil'] as const
const HOLDERS = ['x', 'y', 'x', 'z', 'y'] as const

const policyOf = (
  weights: readonly number[],
  quota: number,
  claims: readonly string[],
): ReturnType<typeof policyFrom> => {
  const signers = NAMES.map((name, i) => `${name}: ${weights[i] ?? 1}`).join(', ')
  return policyFrom(`quorate: 1
keys:
${NAMES.map((name, i) => `  ${name}: { key: {${name}}, holder: ${HOLDERS[i] ?? ''} }`).join('\n')}
accounts:
  firm:
    address: {firm}
    master: 0
    thresholds: { low: 1, medium: ${quota}, high: ${quota} }
    signers: { ${signers} }
  other:
    address: {other}
    master: 0
    thresholds: { low: 1, medium: 2, high: 2 }
    signers: { ${NAMES.map((name) => `${name}: 1`).join(', ')} }
assert:
${claims.map((claim, i) => `  - { id: c${i}, on: firm, claim: { ${claim} } }`).join('\n')}
`)
}

const some = fc
  .subarray([...NAMES], { minLength: 2 })
  .chain((keys) =>
    fc.integer({ min: 1, max: keys.length }).map((count) => ({ count, list: `[${keys.join(', ')}]` })),
  )
const count = fc.integer({ min: 1, max: 3 })
const by = fc.constantFrom('key', 'holder')
const fraction = fc.constantFrom('0', '1/5', '1/3', '1/2', '1')

/** Every form, as it is written. */
const FORMS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  can: some.map((one) => `any: ${one.count}, of: ${one.list}, can: medium`),
  cannot: some.map((one) => `any: ${one.count}, of: ${one.list}, cannot: medium`),
  needs: some.map((one) => `needs: { any: ${one.count}, of: ${one.list} }, for: medium`),
  every: some.map((one) => `every: medium, has: { any: ${one.count}, of: ${one.list} }`),
  survives: fc.tuple(count, by).map(([k, unit]) => `survives: { lose: ${k}, by: ${unit} }, for: medium`),
  withstands: fc.tuple(count, by).map(([k, unit]) => `withstands: { steal: ${k}, by: ${unit} }, for: medium`),
  recovers: fc.tuple(count, by).map(([k, unit]) => `recovers: { steal: ${k}, by: ${unit} }`),
  signatures: fc.oneof(
    fc
      .tuple(count, count)
      .map(
        ([a, b]) => `signatures: { at-least: ${Math.min(a, b)}, at-most: ${Math.max(a, b)} }, for: medium`,
      ),
    count.map((k) => `signatures: { at-least: ${k} }, for: medium`),
    count.map((k) => `signatures: { at-most: ${k} }, for: medium`),
  ),
  compare: fc
    .constantFrom('equals', 'stricter-than', 'looser-than', 'not-looser-than')
    .map((relation) => `${relation}: other, for: medium`),
  interchangeable: some.map(({ list }) => `interchangeable: ${list}, for: medium`),
  ranks: fc
    .subarray([...NAMES], { minLength: 2, maxLength: 3 })
    .map((keys) => `ranks: [${keys.join(', ')}], for: medium`),
  power: fc
    .tuple(fc.constantFrom('anna', 'bruno'), fc.constantFrom('banzhaf', 'shapley-shubik'), fraction)
    .map(([of, index, at]) => `power: { of: ${of}, index: ${index}, at-least: ${at} }, for: medium`),
  'no-dictator': by.map((unit) => `no-dictator: { by: ${unit} }, for: medium`),
  'no-veto': by.map((unit) => `no-veto: { by: ${unit} }, for: medium`),
}

const situation = (form: fc.Arbitrary<string>) =>
  fc.record({
    // Heaviest first, so that ranks in the order of the names are kept now and then.
    weights: fc
      .tuple(...NAMES.map(() => fc.integer({ min: 1, max: 4 })))
      .map((weights) => weights.toSorted((a, b) => b - a)),
    quota: fc.integer({ min: 1, max: 12 }),
    claims: fc.array(form, { minLength: 8, maxLength: 8 }),
  })

describe('lint: claims that follow from others', () => {
  for (const [name, form] of Object.entries(FORMS))
    it(`${name}: what follows never breaks where the other holds`, () => {
      let met = 0
      fc.assert(
        fc.property(situation(form), ({ weights, quota, claims }) => {
          const answered = runAssertions(policyOf(weights, quota, claims), O.none).map(
            ({ answers }) => answers[0]!,
          )
          for (const from of answered.filter(({ answer }) => answer._tag === 'Holds'))
            for (const one of answered) {
              if (one === from || !isImpliedBy(from.claim)(one.claim)) continue
              met++
              expect(one.answer._tag, claims.join(' | ')).not.to.equal('Violated')
            }
        }),
        { numRuns: 20 },
      )
      expect(met, 'cases in which it follows').to.be.greaterThan(0)
    })

  const first = (text: string): Claim => policyOf([1, 1, 1, 1, 1], 2, [text]).assertions[0]!.claims[0]!
  const pairs: readonly (readonly [from: string, claim: string, follows: boolean])[] = [
    ['survives: { lose: 2, by: key }, for: medium', 'survives: { lose: 1, by: key }, for: medium', true],
    ['survives: { lose: 1, by: key }, for: medium', 'survives: { lose: 2, by: key }, for: medium', false],
    ['survives: { lose: 2, by: key }, for: medium', 'survives: { lose: 1, by: holder }, for: medium', false],
    ['survives: { lose: 2, by: key }, for: high', 'survives: { lose: 1, by: key }, for: medium', false],
    ['any: 2, of: [anna, bruno, carla], can: medium', 'any: 3, of: [anna, bruno, carla], can: medium', true],
    ['any: 3, of: [anna, bruno, carla], can: medium', 'any: 2, of: [anna, bruno, carla], can: medium', false],
    ['any: 1, of: [anna, bruno], can: medium', 'any: 2, of: [bruno, carla], can: medium', true],
    ['any: 2, of: [anna, bruno], cannot: medium', 'any: 1, of: [anna, bruno], cannot: medium', true],
    [
      'needs: { any: 2, of: [anna, bruno] }, for: medium',
      'needs: { any: 1, of: [bruno, carla] }, for: medium',
      true,
    ],
    ['equals: other, for: medium', 'not-looser-than: other, for: medium', true],
    ['not-looser-than: other, for: medium', 'stricter-than: other, for: medium', false],
    ['ranks: [anna, bruno, carla], for: medium', 'ranks: [anna, carla], for: medium', true],
    ['ranks: [anna, bruno, carla], for: medium', 'ranks: [carla, anna], for: medium', false],
    ['nested: true', 'nested: true', true],
    ['proper: medium', 'strong: medium', false],
  ]
  for (const [from, claim, follows] of pairs)
    it(`${from} ${follows ? 'implies' : 'does not imply'} ${claim}`, () =>
      expect(isImpliedBy(first(from))(first(claim))).to.equal(follows))
})
