import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import type { AsOf } from '../../../src/edge/report/index.js'
import { asOfBlocks, asOfJson } from '../../../src/edge/report/as-of-told.js'
import { layOut } from '../../../src/edge/report/layout.js'
import { namesOf } from '../../../src/edge/report/names.js'
import { failure, type Failure } from '../../../src/kernel/model/index.js'
import { key } from '../../support/build/key.js'

const [JOINT, OTHER] = [key('joint').id, key('other').id]
const NAMES = namesOf(
  new Map(),
  new Map([
    [JOINT, 'joint'],
    [OTHER, 'savings'],
  ]),
)
const LATE = failure('source-timeout', 'there was no whole answer in time', 'ask again')

const asOf = (more: Partial<AsOf>): AsOf => ({
  source: 'Horizon at https://h',
  asked: 2,
  ledgers: O.some({ first: 7, last: 7 }),
  unsaid: 0,
  failures: new Map<typeof JOINT, Failure>(),
  ...more,
})

const lines = (told: AsOf | undefined): readonly string[] =>
  layOut(200)(asOfBlocks(NAMES, told)).map((line) => line.map(({ text }) => text).join(''))

describe('report: as of which ledger', () => {
  for (const [name, told, says] of [
    ['nobody was asked', undefined, []],
    ['nothing had to be asked', asOf({ asked: 0, ledgers: O.none }), []],
    ['one ledger', asOf({}), ['  as of ledger 7 · Horizon at https://h']],
    [
      'several ledgers',
      asOf({ ledgers: O.some({ first: 7, last: 9 }) }),
      [
        '  as of ledgers 7 to 9 · Horizon at https://h',
        '  ! the accounts are of different ledgers: one may have changed in between',
      ],
    ],
    [
      'no ledger',
      asOf({ ledgers: O.none, unsaid: 2 }),
      ['  as of a ledger that is not said · Horizon at https://h'],
    ],
    [
      'a ledger of one of two',
      asOf({ unsaid: 1 }),
      ['  as of ledger 7; of 1 account it is not said · Horizon at https://h'],
    ],
    [
      'two that failed alike',
      asOf({
        ledgers: O.none,
        failures: new Map([
          [JOINT, LATE],
          [OTHER, LATE],
        ]),
      }),
      [
        '  ! Horizon at https://h could not say what joint and savings are: there was no whole answer in time (source-timeout)',
        '    ask again',
      ],
    ],
    [
      'one that failed beside one that did not',
      asOf({ failures: new Map([[OTHER, failure('source-refused', 'answered with status 500')]]) }),
      [
        '  as of ledger 7 · Horizon at https://h',
        '  ! Horizon at https://h could not say what savings is: answered with status 500 (source-refused)',
      ],
    ],
  ] as const)
    it(name, () => {
      expect(lines(told)).to.deep.equal(says)
    })

  it('is one member of the JSON, and none where nobody was asked', () => {
    expect(asOfJson(undefined)).to.deep.equal({})
    expect(asOfJson(asOf({ failures: new Map([[JOINT, LATE]]) }))).to.deep.equal({
      asOf: {
        source: 'Horizon at https://h',
        asked: 2,
        ledgers: { first: 7, last: 7 },
        unsaid: 0,
        failures: [{ account: JOINT, code: LATE.code, message: LATE.message, help: 'ask again' }],
      },
    })
  })
})
