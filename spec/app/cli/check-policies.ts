/** Policies that the specs of `check` are about, with worthless keys in place of `{alias}`. */
import { policyText } from '../../support/build/policy.js'

/** What a spec changes of the firm. */
export interface Firm {
  readonly signers?: string
  readonly medium?: number
  readonly high?: number
  readonly more?: readonly string[]
  readonly account?: string
}

/** Keys of the people of the firm. */
export const PEOPLE = policyText(`quorate: 1
keys:
  anna: { key: {anna}, holder: anna }
  bruno: { key: {bruno}, holder: bruno }
  carla: { key: {carla}, holder: carla }
  dora: { key: {dora}, holder: dora }
`)

/** What is asked of it, unless something else is: any two can pay, and one may be lost. */
export const PROMISES: readonly string[] = [
  'assert:',
  '  - { id: two-pay, on: firm, claim: { any: 2, of: [anna, bruno, carla], can: medium } }',
  '  - { id: one-lost, on: firm, claim: { survives: { lose: 1, by: key }, for: high } }',
]

/** A firm of three of whom two are needed. */
export const firm = ({
  signers = '{ anna: 1, bruno: 1, carla: 1 }',
  medium = 2,
  high = 2,
  more = PROMISES,
  account = 'firm',
}: Firm = {}): string =>
  policyText(
    [
      'quorate: 1',
      'network: testnet',
      'imports: [people.quorate.yaml]',
      'accounts:',
      `  ${account}:`,
      '    address: {firm}',
      '    master: 0',
      `    thresholds: { low: ${String(medium)}, medium: ${String(medium)}, high: ${String(high)} }`,
      `    signers: ${signers}`,
      ...more,
      '',
    ].join('\n'),
  )
