import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { compose } from '../../../src/advice/plan/index.js'
import type { Account, SetOptions } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { setOptions } from '../../support/build/operation.js'

const NAMES = ['anna', 'bruno', 'carla'] as const
const DIGITS = [0, 1, 2] as const

/** Weights of the three names, then high, then master. */
type Digits = readonly [number, number, number, number, number]

const STATES: readonly Digits[] = DIGITS.flatMap((a) =>
  DIGITS.flatMap((b) =>
    DIGITS.flatMap((c) => DIGITS.flatMap((high) => [0, 1].map((master): Digits => [a, b, c, high, master]))),
  ),
)

const built = ([a, b, c, high, master]: Digits): Account =>
  account({
    of: 'vault',
    master,
    high,
    signers: (
      [
        ['anna', a],
        ['bruno', b],
        ['carla', c],
      ] as const
    ).filter(([, weight]) => weight > 0),
  })

const indexOf = (state: Digits): number => state.reduce((index, digit) => index * 3 + digit, 0)

/** Everything that one SetOptions can make of a state: one signer at most, and all the rest. */
const neighbours = (state: Digits): readonly Digits[] =>
  [undefined, 0, 1, 2].flatMap((place) =>
    (place === undefined ? [0] : DIGITS).flatMap((weight) =>
      DIGITS.flatMap((high) =>
        [0, 1].map((master): Digits => {
          const [a, b, c] = state.slice(0, 3).map((old, at) => (at === place ? weight : old))
          return [a as number, b as number, c as number, high, master]
        }),
      ),
    ),
  )

/** The least number of operations from a state to each other one: breadth first, over effects alone. */
const distancesFrom = (start: Digits): ReadonlyMap<number, number> => {
  const distances = new Map([[indexOf(start), 0]])
  let front: readonly Digits[] = [start]
  for (let steps = 1; front.length > 0; steps++)
    front = front.flatMap(neighbours).filter((state) => {
      if (distances.has(indexOf(state))) return false
      distances.set(indexOf(state), steps)
      return true
    })
  return distances
}

const operationsBetween = (from: Account, to: Account): readonly SetOptions[] => {
  const composed = compose(from)(to)
  if (E.isLeft(composed)) throw new Error(composed.left.message)
  return composed.right
}

const signerOf = ({ signer }: SetOptions): readonly [string, number] | undefined =>
  O.isSome(signer)
    ? [NAMES.find((name) => key(name).id === signer.value.key.strkey) ?? '?', signer.value.weight]
    : undefined

describe('composing a change', () => {
  it('takes the fewest operations, for every pair of 162 configurations', () => {
    const accounts = STATES.map(built)
    let pairs = 0
    STATES.forEach((from, at) => {
      const distances = distancesFrom(from)
      STATES.forEach((to, then) => {
        const operations = operationsBetween(accounts[at] as Account, accounts[then] as Account)
        expect(operations.length, `${from.join()} to ${to.join()}`).to.equal(distances.get(indexOf(to)))
        pairs++
      })
    })
    expect(pairs).to.equal(162 * 162)
  })

  it('lets signers go, then reweighs, then lets signers come; the rest rides on the last operation', () => {
    const from = account({
      of: 'vault',
      master: 1,
      low: 1,
      medium: 2,
      high: 2,
      signers: [
        ['anna', 1],
        ['bruno', 1],
      ],
    })
    const to = account({
      of: 'vault',
      master: 0,
      low: 1,
      medium: 3,
      high: 4,
      signers: [
        ['bruno', 2],
        ['carla', 2],
      ],
    })
    const operations = operationsBetween(from, to)
    expect(operations.map(signerOf)).to.deep.equal([
      ['anna', 0],
      ['bruno', 2],
      ['carla', 2],
    ])
    const [first, second, last] = operations
    for (const early of [first, second]) expect({ ...early, signer: O.none }).to.deep.equal(setOptions({}))
    expect(last).to.deep.equal(setOptions({ master: 0, medium: 3, high: 4, signer: ['carla', 2] }))
  })

  it('sets nothing that stays, and nothing at all where nothing differs', () => {
    const from = account({ of: 'vault', master: 1, low: 0, medium: 0, high: 2, signers: [['anna', 1]] })
    expect(operationsBetween(from, from)).to.deep.equal([])
    expect(operationsBetween(from, { ...from, thresholds: { low: 0, medium: 0, high: 0 } })).to.deep.equal([
      setOptions({ high: 0 }),
    ])
  })

  it('refuses two accounts, and weights that can no longer be written', () => {
    const [here, there] = [account({ of: 'vault' }), account({ of: 'ops' })]
    const code = (from: Account, to: Account): string => {
      const composed = compose(from)(to)
      return E.isLeft(composed) ? composed.left.code : 'composed'
    }
    expect(code(here, there)).to.equal('accounts-differ')
    const old = account({ of: 'vault', signers: [['anna', 300]] })
    expect(code(here, old)).to.equal('weight-out-of-range')
    expect(code(old, old)).to.equal('composed')
    expect(code(old, here)).to.equal('composed')
  })
})
