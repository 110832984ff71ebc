/** Assertions of the sample with every answer, and every remedy. */
import * as O from 'fp-ts/lib/Option.js'
import {
  demand,
  type Answer,
  type Answered,
  type Asserted,
  type Certificate,
  type Claim,
  type Counterexample,
} from '../../../../src/advice/policy/index.js'
import type { CheckedFile } from '../../../../src/edge/report/index.js'
import { CHAIR, EMPLOYEES, HIGH, MEDIUM, strkeyOf } from '../../../advice/policy/treasury.js'
import { ANNAS, assertedResult, checkedFile, FINDINGS, line, TESTS, unreadable } from './sample.js'

const withstands: Claim = { _tag: 'Withstands', at: MEDIUM, steal: 2, by: 'holder' }

const violated = (parts: Partial<Counterexample> = {}): Answer => ({
  _tag: 'Violated',
  counterexample: {
    level: 'Medium',
    says: 'One holder is already enough: if anna is compromised, these keys sign a payment.',
    exhibits: [ANNAS],
    tolerated: O.some({ asked: 2, holds: 0, unit: 'holder' }),
    demands: [],
    ...parts,
  },
})

const certificate: Certificate = {
  level: 'High',
  says: 'the 2 heaviest of 9 keys leave 7 of 7',
  exhibits: [
    {
      ...ANNAS,
      title: 'who is left',
      units: [],
      sum: 7,
      quota: 7,
      keys: EMPLOYEES.map(strkeyOf),
      weights: EMPLOYEES.map(() => 1),
    },
  ],
}

export const holding: Answer = { _tag: 'Holds', certificate }

const vacuous: Answer = {
  _tag: 'Vacuous',
  says: '`any 4 of chair` asks for more than the 3 that there are',
  help: 'name as many as are asked for, or ask for fewer',
}

const unknown: Answer = {
  _tag: 'Unknown',
  why: {
    code: 'no-metadata',
    says: 'not every key says its device',
    help: 'say it with each key under `keys`',
    keys: CHAIR.map(strkeyOf),
  },
}

export const asserted = (
  id: string,
  answers: readonly Answered[],
  parts: Partial<Asserted> = {},
): Asserted => ({
  assertion: { id, on: ['treasury'], form: 'withstands', claims: [], place: line(34, ['assert', id]) },
  account: 'treasury',
  answers,
  remedy: O.none,
  spoiled: [],
  ...parts,
})

const said = (answer: Answer, claim: Claim = withstands): Answered => ({ claim, answer })

const THRESHOLD = { _tag: 'Threshold', level: 'Medium', from: 3, to: 4 } as const
const WEIGHT = { _tag: 'Weight', key: strkeyOf('chair-3'), from: 1, to: 0 } as const

const other: Claim = {
  _tag: 'Compare',
  at: MEDIUM,
  relation: 'equals',
  other: { _tag: 'Account', name: 'petty-cash' },
}

/** One of each. */
export const ASSERTED: readonly Asserted[] = [
  asserted('holds', [said(holding)]),
  asserted('repaired', [said(violated())], {
    remedy: O.some({
      _tag: 'Repair',
      isSmallest: true,
      changes: [THRESHOLD, { _tag: 'OwnUnit', kind: 'holder', key: strkeyOf('chair-2') }],
    }),
    spoiled: [
      { change: THRESHOLD, breaks: ['pay-any-3'] },
      { change: WEIGHT, breaks: ['two-lost-ok', 'as-before'] },
    ],
  }),
  asserted(
    'contradicted',
    [said(holding), said(violated({ tolerated: O.none, exhibits: [] }), { ...withstands, at: HIGH })],
    {
      remedy: O.some({
        _tag: 'Conflict',
        conflict: {
          assertions: ['contradicted', 'pay-any-3'],
          reasons: [
            {
              assertion: 'contradicted',
              demand: demand('Medium', 'lose', CHAIR.map(strkeyOf)),
              times: 2n,
              says: 'whoever steals the chair must not reach medium',
            },
            {
              assertion: 'pay-any-3',
              demand: demand('Medium', 'win', EMPLOYEES.map(strkeyOf)),
              times: 1n,
              says: 'three employees must reach medium',
            },
          ],
          ends: 'The first have all the weight of the second.',
          says: 'The first have all the weight of the second.',
        },
      }),
    },
  ),
  asserted(
    'compared',
    [
      said(
        violated({
          exhibits: [
            {
              ...ANNAS,
              title: 'here',
              keys: ['chair-1', 'emp-6'].map(strkeyOf),
              weights: [1, 1],
              units: [],
              sum: 2,
            },
            {
              ...ANNAS,
              title: 'on petty-cash',
              keys: ['emp-1'].map(strkeyOf),
              weights: [1],
              units: [],
              sum: 1,
              rule: 'other',
            },
          ],
        }),
        other,
      ),
    ],
    { remedy: O.some({ _tag: 'NotFound', tried: 600, gaveUp: true }) },
  ),
  asserted('empty', [said(vacuous)]),
  asserted('unclear', [said(unknown)]),
]

/** A file that says everything, one that is broken, and one that is fine. */
export const FILES: readonly CheckedFile[] = [
  checkedFile([...FINDINGS, ...ASSERTED.map(assertedResult), ...TESTS]),
  checkedFile([unreadable], { file: 'broken.quorate.yaml', digest: O.none, policy: O.none, accounts: 0 }),
  checkedFile([], { file: 'fine.quorate.yaml', accounts: 1 }),
]
