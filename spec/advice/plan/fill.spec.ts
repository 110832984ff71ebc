import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { fill, PRESETS, type Configuration } from '../../../src/advice/plan/index.js'
import { fillings, names, presetOf } from './presets.js'

const filled = (
  id: string,
  keys: number,
  numbers: Readonly<Record<string, number>> = {},
): E.Either<readonly string[], Configuration> =>
  E.bimap(
    (failed: readonly { readonly code: string }[]) => failed.map(({ code }) => code),
    (done: { readonly configuration: Configuration }) => done.configuration,
  )(fill(presetOf(id))({ master: 'master', keys: names(keys), numbers }))

const weights = (one: Configuration): string =>
  [
    one.master.weight,
    `${String(one.thresholds.low)}/${String(one.thresholds.medium)}/${String(one.thresholds.high)}`,
    ...one.signers.map(({ weight }) => weight),
  ].join(' ')

describe('advice/plan: filling in a preset', () => {
  const built: readonly [string, number, Readonly<Record<string, number>>, string][] = [
    ['joint', 2, {}, '1 0/0/3 1 1'],
    ['joint', 2, { high: 2 }, '1 0/0/2 1 1'],
    ['joint', 20, { high: 20 }, `1 0/0/20${' 1'.repeat(20)}`],
    ['company', 6, {}, '0 3/3/3 1 1 1 1 1 1'],
    ['company', 5, { m: 2, high: 4 }, '0 2/2/4 1 1 1 1 1'],
    ['expense', 2, {}, '3 0/0/3 1 1'],
    ['expense', 5, {}, '6 0/0/6 1 1 1 1 1'],
    ['expense', 2, { high: 255 }, '255 0/0/255 1 1'],
    ['anchor', 1, {}, '2 0/2/2 1'],
    ['anchor', 3, {}, '4 0/4/4 1 1 1'],
    ['custom-currency', 0, {}, '0 0/0/0'],
    ['m-of-n', 3, {}, '0 2/2/2 1 1 1'],
    ['m-of-n', 4, { master: 1, m: 2, high: 5 }, '1 2/2/5 1 1 1 1'],
    ['m-of-n', 20, { m: 20 }, `0 20/20/20${' 1'.repeat(20)}`],
  ]
  for (const [id, keys, numbers, expected] of built)
    it(`${id} of ${String(keys)} keys, ${JSON.stringify(numbers)}`, () => {
      const one = filled(id, keys, numbers)
      expect(E.isRight(one) ? weights(one.right) : one.left).to.equal(expected)
    })

  const refused: readonly [string, number, Readonly<Record<string, number>>, string][] = [
    ['company', 0, {}, 'too-few-keys'],
    ['company', 21, {}, 'too-many-signers'],
    ['custom-currency', 1, {}, 'too-many-keys'],
    ['company', 2, {}, 'parameter-out-of-range'],
    ['company', 6, { m: 7 }, 'parameter-out-of-range'],
    ['company', 6, { m: 0 }, 'parameter-out-of-range'],
    ['company', 6, { high: 2 }, 'parameter-out-of-range'],
    ['company', 6, { m: 256 }, 'weight-out-of-range'],
    ['company', 6, { m: -1 }, 'weight-out-of-range'],
    ['company', 6, { m: 1.5 }, 'weight-out-of-range'],
    ['company', 6, { master: 1 }, 'unknown-parameter'],
    ['anchor', 1, { m: 1 }, 'unknown-parameter'],
    ['expense', 2, { high: 2 }, 'parameter-out-of-range'],
    ['expense', 2, { high: 256 }, 'weight-out-of-range'],
    ['joint', 2, { high: 1 }, 'parameter-out-of-range'],
    // 21 signers of weight 1, and 20 signatures in an envelope.
    ['joint', 20, {}, 'never-reached'],
    ['m-of-n', 20, { master: 1, m: 21 }, 'never-reached'],
    ['m-of-n', 20, { master: 1, m: 3, high: 21 }, 'never-reached'],
  ]
  for (const [id, keys, numbers, code] of refused)
    it(`refuses ${id} of ${String(keys)} keys, ${JSON.stringify(numbers)}: ${code}`, () => {
      expect(filled(id, keys, numbers)).to.deep.equal(E.left([code]))
    })

  it('gives every key a place, and no threshold that falls from medium to high', () => {
    for (const preset of PRESETS)
      for (const { given, configuration } of fillings(preset)) {
        expect(configuration.master.alias).to.equal(given.master)
        expect(configuration.signers.map(({ alias }) => alias)).to.deep.equal(given.keys)
        expect(configuration.thresholds.high).to.be.at.least(configuration.thresholds.medium)
      }
  })
})
