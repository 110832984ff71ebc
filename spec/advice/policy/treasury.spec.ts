import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import type { Answer, Claim } from '../../../src/advice/policy/index.js'
import {
  answer,
  anyOf,
  CHAIR,
  EMPLOYEES,
  HIGH,
  MEDIUM,
  members,
  strkeyOf,
  treasury,
  type Said,
} from './treasury.js'

const certified = (given: Answer): string =>
  given._tag === 'Holds' ? given.certificate.says : `${given._tag}: ${JSON.stringify(given)}`

const refuted = (given: Answer): Extract<Answer, { _tag: 'Violated' }>['counterexample'] => {
  if (given._tag !== 'Violated') throw new Error(`${given._tag}: ${JSON.stringify(given)}`)
  return given.counterexample
}

const byHolder = (steal: number): Claim => ({ _tag: 'Withstands', at: MEDIUM, steal, by: 'holder' })

/** Each employee holds one key. */
const EMPLOYED: Readonly<Record<string, Said>> = Object.fromEntries(
  EMPLOYEES.map((alias, index) => [alias, { holder: `employee ${String(index + 1)}` }]),
)

const heldBy = (...holders: readonly string[]): Readonly<Record<string, Said>> => ({
  ...EMPLOYED,
  ...Object.fromEntries(CHAIR.map((alias, index) => [alias, { holder: holders[index] ?? '' }])),
})

describe('advice/policy: the treasury', () => {
  it('any three employees pay: 3 >= 3', () => {
    const claim: Claim = { _tag: 'Can', at: MEDIUM, who: anyOf(3, EMPLOYEES, 'employees') }
    expect(certified(answer(treasury(), claim))).to.equal(
      'nobody of whom it speaks weighs less than emp-1, emp-2 and emp-3: 3 >= 3',
    )
  })

  it('changes need the chair: 9 - 3 = 6 < 7', () => {
    const claim: Claim = { _tag: 'Needs', at: HIGH, count: 1, of: members('chair', CHAIR) }
    expect(certified(answer(treasury(), claim))).to.equal('with none of chair the others weigh 9 - 3 = 6 < 7')
  })

  it('two lost keys leave 9 - 2 = 7 >= 7', () => {
    const claim: Claim = { _tag: 'Survives', at: HIGH, lose: 2, by: 'key' }
    expect(certified(answer(treasury(), claim))).to.equal('the 2 heaviest of 9 keys leave 9 - 2 = 7 >= 7')
  })

  it('two stolen keys weigh 2 < 3', () => {
    const claim: Claim = { _tag: 'Withstands', at: MEDIUM, steal: 2, by: 'key' }
    expect(certified(answer(treasury(), claim))).to.equal('the 2 heaviest of 9 keys weigh 2 < 3')
  })

  it('one holder is enough where anna holds all three chair keys', () => {
    const anna = heldBy('anna', 'anna', 'anna')
    const { says, exhibits, tolerated, demands } = refuted(answer(treasury(anna), byHolder(2)))
    expect(says).to.equal(
      'One holder is already enough. If anna is compromised, chair-1, chair-2 and chair-3 sign a payment.',
    )
    expect(exhibits).to.deep.equal([
      {
        title: 'the thief signs with',
        units: ['anna'],
        keys: CHAIR.map(strkeyOf),
        weights: [1, 1, 1],
        sum: 3,
        quota: 3,
        rule: 'own',
      },
    ])
    expect(tolerated).to.deep.equal(O.some({ asked: 2, holds: 0, unit: 'holder' }))
    expect(demands).to.have.lengthOf(1)
    expect(refuted(answer(treasury(anna), byHolder(1))).says).to.match(/^One holder is enough\. If anna is/)
  })

  it('anna and one employee are enough where she holds two, and two holders are too few where she holds one', () => {
    const notary = heldBy('anna', 'anna', 'notary')
    expect(certified(answer(treasury(notary), byHolder(1)))).to.equal(
      'the heaviest of 8 holders weighs 2 < 3',
    )
    expect(refuted(answer(treasury(notary), byHolder(2))).says).to.match(
      /^2 holders are enough\. If anna and .* are compromised, chair-1, chair-2 and .* sign a payment\.$/,
    )
    const three = heldBy('anna', 'notary', 'bruno')
    expect(certified(answer(treasury(three), byHolder(2)))).to.equal(
      'the 2 heaviest of 9 holders weigh 2 < 3',
    )
  })

  it('says which keys it knows no holder of', () => {
    const unknown = answer(treasury(EMPLOYED), byHolder(1))
    expect(unknown._tag === 'Unknown' && unknown.why).to.include({
      code: 'no-metadata',
      says: 'the holder of `chair-1`, `chair-2` and `chair-3` is not said',
    })
  })
})
