/** The worked examples of the specification, in its numbers. */
import { hashXKey, signedPayloadKey, type Bytes } from '../../../src/kernel/model/index.js'
import type { AccountParts, WeightedSigner } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { bumpSequence, createAccount, payment, setOptions } from '../../support/build/operation.js'
import { by, payloadBy, preimage } from '../../support/build/signature.js'
import { tell, THIS, type Situation } from './situation.js'

/** An account `A`, or another one: master weight, low, medium, high, and the other signers. */
const A = (
  [low, medium, high]: readonly [number, number, number],
  signers: readonly WeightedSigner[] = [],
  master = 1,
): AccountParts => ({ of: 'A', master, low, medium, high, signers })

const pay = [payment('someone')]
const addSigner = [setOptions({ signer: ['D', 1] })]
const setThresholds = [setOptions({ low: 1, medium: 1, high: 1 })]

const three = (...thresholds: readonly [number, number, number]): AccountParts =>
  A(thresholds, [
    ['B', 1],
    ['C', 1],
  ])

const heavy = A(
  [10, 50, 100],
  [
    ['S1', 5],
    ['S2', 95],
  ],
  100,
)

const x: Bytes = Uint8Array.of(1, 2, 3)
const withX = (...thresholds: readonly [number, number, number]): AccountParts =>
  A(thresholds, [
    [hashXKey(sha256(x)), 1],
    ['B', 1],
  ])

const preAuthorized = (...thresholds: readonly [number, number, number]): AccountParts =>
  A(thresholds, [[THIS, 1]])

const payload: Bytes = Uint8Array.of(9, 9, 9, 9, 9)
const twice = (n: number): AccountParts =>
  A(
    [n, n, n],
    [
      ['K', 1],
      [signedPayloadKey(key('K').publicKey, payload), 1],
    ],
    0,
  )

const row = (
  number: string,
  account: AccountParts | readonly AccountParts[],
  transaction: Situation['transaction'],
  says: string,
  since?: number,
): Situation => ({
  what: `example ${number}`,
  accounts: 'of' in account ? [account] : account,
  transaction,
  says,
  ...(since === undefined ? {} : { since }),
})

const [a, b, c, s1, s2] = [by('A'), by('B'), by('C'), by('S1'), by('S2')]

const two = A([1, 1, 1], [['B', 1]])
const own: AccountParts = { of: 'B' }
const newcomer = { operations: [createAccount('N'), payment('someone', 'N')] }
const extra = (name: string): { readonly extraSigners: readonly [ReturnType<typeof key>['signerKey']] } => ({
  extraSigners: [key(name).signerKey],
})

describe('worked examples', () => {
  tell([
    row('1', three(0, 0, 3), { operations: pay, signatures: [a] }, 'txSUCCESS 1'),
    row('2', three(0, 0, 3), { operations: pay, signatures: [a, b] }, 'txBAD_AUTH_EXTRA 10'),
    row('3', three(0, 0, 3), { operations: addSigner, signatures: [a, b, c] }, 'txSUCCESS 111'),
    row('4', three(0, 0, 0), { operations: pay, signatures: [] }, 'txBAD_AUTH -'),
    row('5', heavy, { operations: pay, signatures: [s1, s2] }, 'txSUCCESS 11'),
    row('6', heavy, { operations: pay, signatures: [s2, s1] }, 'txBAD_AUTH_EXTRA 10'),
    row('7', heavy, { operations: setThresholds, signatures: [s2, s1] }, 'txSUCCESS 11'),
    row('8', heavy, { operations: setThresholds, signatures: [s1, s2, a] }, 'txBAD_AUTH_EXTRA 110'),
    row('9', heavy, { operations: setThresholds, signatures: [s1, a] }, 'txSUCCESS 11'),
    row('9, reversed', heavy, { operations: setThresholds, signatures: [a, s1] }, 'txBAD_AUTH_EXTRA 10'),
    row('10', heavy, { operations: pay, signatures: [s1, s1] }, 'txBAD_AUTH 10'),
    row('11', A([2, 2, 2], [['B', 1]]), { operations: pay, signatures: [a, a, b] }, 'txBAD_AUTH_EXTRA 101'),
    row('12', withX(1, 1, 1), { operations: pay, signatures: [a, preimage(x)] }, 'txBAD_AUTH_EXTRA 01'),
    row('13', withX(2, 2, 2), { operations: pay, signatures: [a, preimage(x)] }, 'txSUCCESS 11'),
    row('14', preAuthorized(1, 1, 1), { operations: pay, signatures: [] }, 'txSUCCESS -'),
    row('14, signed', preAuthorized(1, 1, 1), { operations: pay, signatures: [a] }, 'txBAD_AUTH_EXTRA 0'),
    row('15', preAuthorized(1, 2, 2), { operations: pay, signatures: [a] }, 'txSUCCESS 1'),
    row('16', [two, own], { operations: pay, signatures: [a, b] }, 'txBAD_AUTH_EXTRA 10'),
    row(
      '17',
      [two, own],
      { operations: [...pay, payment('someone', 'B')], signatures: [a, b] },
      'txSUCCESS 11',
    ),
    row('18', [two, own], { operations: [payment('someone', 'B')], signatures: [b] }, 'txSUCCESS 1'),
    row('19', three(3, 1, 1), { operations: pay, signatures: [a] }, 'txBAD_AUTH 1'),
    row('20', three(3, 1, 1), { operations: pay, signatures: [a, b, c] }, 'txSUCCESS 111'),
    row(
      '21',
      three(1, 3, 3),
      { operations: [bumpSequence(9n)], signatures: [a, b, c] },
      'txBAD_AUTH_EXTRA 100',
    ),
    row(
      '22',
      three(1, 3, 3),
      { operations: [bumpSequence(9n), ...pay], signatures: [a, b, c] },
      'txSUCCESS 111',
    ),
    row('23', A([0, 0, 0]), { ...newcomer, signatures: [a, by('N')] }, 'txSUCCESS 11'),
    row('23, N missing', A([0, 0, 0]), { ...newcomer, signatures: [a] }, 'txFAILED [ok, opBAD_AUTH] 1'),
    row('24', A([1, 1, 1]), { ...extra('E'), signatures: [a] }, 'txBAD_AUTH 1', 19),
    row('24, signed', A([1, 1, 1]), { ...extra('E'), signatures: [a, by('E')] }, 'txSUCCESS 11', 19),
    row('25', A([1, 1, 1]), { ...extra('A'), signatures: [a] }, 'txSUCCESS 1', 19),
    row(
      '26',
      twice(2),
      { operations: pay, signatures: [by('K'), payloadBy('K', payload)] },
      'txSUCCESS 11',
      19,
    ),
    row(
      '26, of 1',
      twice(1),
      { operations: pay, signatures: [by('K'), payloadBy('K', payload)] },
      'txBAD_AUTH_EXTRA 10',
      19,
    ),
  ])
})
