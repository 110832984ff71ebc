/** A policy, and results of every kind that speak of it: all made up, so that no wording but the report's is asked. */
import * as O from 'fp-ts/lib/Option.js'
import type { Finding, Severity } from '../../../../src/advice/lint/index.js'
import {
  digestOf,
  policyOf,
  type Asserted,
  type Exhibit,
  type Place,
  type Policy,
  type PolicyKey,
  type Tested,
} from '../../../../src/advice/policy/index.js'
import {
  catalogueOf,
  CHECK_FORMATS,
  outcomeOf,
  summaryOf,
  unpainted,
  type CheckedFile,
  type CheckFormat,
  type CheckHead,
  type CheckSettings,
  type Result,
} from '../../../../src/edge/report/index.js'
import { at, failure } from '../../../../src/kernel/model/index.js'
import { account } from '../../../support/build/account.js'
import { CHAIR, EMPLOYEES, policyAccount, policyKey, strkeyOf } from '../../../advice/policy/treasury.js'

export const FILE = 'treasury.quorate.yaml'

/** A line of a file. */
export const line = (number: number, path: Place['path'] = [], file = FILE): Place => ({
  file,
  position: { line: number, column: 5 },
  path,
})

const SAID: ReadonlyMap<string, readonly [holder: string, vendor: string, location: readonly string[]]> =
  new Map([
    ['chair-1', ['anna', 'ledger', ['zurich-office']]],
    ['chair-2', ['anna', 'trezor', ['zurich-home', 'bern-bank']]],
    ['chair-3', ['anna', 'coldcard', ['bern-notary']]],
  ])

const keyAt = (alias: string, index: number): PolicyKey => {
  const [holder, vendor, location] = SAID.get(alias) ?? [`employee-${String(index)}`, undefined, []]
  return {
    ...policyKey(alias, { holder, location, ...(vendor === undefined ? {} : { vendor }) }),
    place: line(5 + index, ['keys', alias], index < 3 ? FILE : 'people.quorate.yaml'),
  }
}

/** A treasury of which anna holds every chair key, and a petty cash of any two employees. */
export const POLICY: Policy = policyOf({
  files: [FILE, 'people.quorate.yaml'],
  network: O.none,
  keys: new Map([...CHAIR, ...EMPLOYEES].map((alias, index) => [alias, keyAt(alias, index)])),
  groups: new Map(),
  accounts: new Map(
    [
      policyAccount(
        'treasury',
        account({
          of: 'treasury',
          master: 0,
          low: 3,
          medium: 3,
          high: 7,
          signers: [...CHAIR, ...EMPLOYEES].map((alias) => [alias, 1] as const),
        }),
      ),
      policyAccount(
        'petty-cash',
        account({
          of: 'petty-cash',
          master: 0,
          low: 2,
          medium: 2,
          high: 2,
          signers: EMPLOYEES.slice(0, 3).map((alias) => [alias, 1] as const),
        }),
      ),
    ].map((one) => [one.name, one]),
  ),
  assertions: [],
  tests: [],
  ignores: [],
  options: [],
  used: new Set(),
})

export const finding = (severity: Severity, rule: string, parts: Partial<Finding> = {}): Finding => ({
  rule,
  severity,
  account: O.some('treasury'),
  place: line(20, ['accounts', 'treasury', 'thresholds']),
  says: 'Anna holds chair-1, chair-2 and chair-3: one person alone signs payments of treasury.',
  help: 'give two of the keys to other people, or raise medium to 4',
  exhibits: [],
  related: [],
  evidence: [rule],
  fix: O.none,
  ...parts,
})

export const found = (
  one: Finding,
  suppressed: Extract<Result, { _tag: 'Finding' }>['suppressed'] = O.none,
): Result => ({
  _tag: 'Finding',
  finding: one,
  fingerprint: `fingerprint of ${one.rule}`,
  suppressed,
})

export const tested = (name: string, outcome: Tested['outcome'], says: string): Result => ({
  _tag: 'Tested',
  tested: {
    test: {
      name,
      on: 'treasury',
      trial: { _tag: 'Envelope', file: 'envelopes/payment.xdr' },
      expect: { verdict: 'deny', missing: O.none },
      place: line(50, ['tests', 0]),
    },
    outcome,
    says,
  },
})

/** Anna's three keys, against the medium threshold. */
export const ANNAS: Exhibit = {
  title: 'signed by',
  units: ['anna'],
  keys: CHAIR.map(strkeyOf),
  weights: [1, 1, 1],
  sum: 3,
  quota: 3,
  rule: 'own',
}

export const FINDINGS: readonly Result[] = [
  found(
    finding('error', 'one-holder', {
      exhibits: [ANNAS],
      related: [{ place: line(22), says: 'medium takes 3 here' }],
      fix: O.some({
        says: 'set medium to 4',
        effect: 'suggested',
        edits: [
          { _tag: 'Set', file: FILE, path: ['accounts', 'treasury', 'thresholds', 'medium'], to: 4 },
          { _tag: 'Remove', file: FILE, path: ['keys', 'old'] },
          { _tag: 'Append', file: FILE, path: ['assert'], yaml: ['- { id: a }'] },
        ],
      }),
    }),
  ),
  found(finding('warning', 'one-vendor')),
  found(finding('note', 'weights-not-minimal')),
  found(
    finding('error', 'key-rotation'),
    O.some({ _tag: 'Ignored', reason: 'founders share an office', until: O.some('2027-01-31') }),
  ),
  found(finding('error', 'no-claims'), O.some({ _tag: 'InBaseline', file: 'quorate-baseline.json' })),
]

export const TESTS: readonly Result[] = [
  tested(
    'two employees cannot pay',
    'Failed',
    'Expected denied, but allowed: emp-1 and emp-2 2 of medium 2.',
  ),
  tested('the recorded payment', 'Unknown', 'The envelope could not be read.'),
  tested('three pay', 'Passed', 'emp-1, emp-2 and emp-3 3 of medium 3: allowed, as expected.'),
]

export const checkedFile = (results: readonly Result[], parts: Partial<CheckedFile> = {}): CheckedFile => ({
  file: FILE,
  digest: O.some(digestOf(POLICY)),
  policy: O.some(POLICY),
  accounts: 2,
  results,
  ...parts,
})

export const assertedResult = (asserted: Asserted): Result => ({ _tag: 'Asserted', policy: POLICY, asserted })

export const unreadable: Result = {
  _tag: 'Unreadable',
  failure: at({ line: 3, column: 7 })(
    failure('unknown-name', 'there is no key `anmna`', 'did you mean `anna`?'),
  ),
}

export const HEAD: CheckHead = { version: '1.2.3', today: '2026-11-21', failOn: 'error' }

export const SETTINGS: CheckSettings = {
  catalogue: { ...catalogueOf([]), says: (claim) => `what ${claim._tag} says` },
  paint: unpainted,
  width: 80,
  verbose: false,
}

/** The pieces that a format writes, in their order. */
export const pieces = (
  format: CheckFormat,
  files: readonly CheckedFile[],
  settings: Partial<CheckSettings> = {},
  head: Partial<CheckHead> = {},
): readonly string[] => {
  const told = { ...HEAD, ...head }
  const reporter = CHECK_FORMATS[format]({ ...SETTINGS, ...settings })
  const summary = summaryOf(files)
  return [
    reporter.head(told),
    ...files.map((file) => reporter.file(file)),
    reporter.end({ summary, outcome: outcomeOf(summary, told.failOn) }),
  ]
}

/** The whole of it. */
export const written = (...asked: Parameters<typeof pieces>): string => pieces(...asked).join('')
