/** Single changes that make a verdict a yes; each is made here, with real signatures, and judged again. */
import { expect } from 'chai'
import { mendsOf, type Mend } from '../../../src/kernel/engine/index.js'
import { hashXKey, shortKey, signedPayloadKey, type Bytes } from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import type { AccountParts } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { operation, payment } from '../../support/build/operation.js'
import { by, over, payloadBy, preimage, withHint } from '../../support/build/signature.js'
import { mended } from './mended.js'
import { judge, prove, settingOf, THIS, type Situation } from './situation.js'

const x: Bytes = Uint8Array.of(1, 2, 3)
const X = hashXKey(sha256(x))
const P = signedPayloadKey(key('B').publicKey, x)

const crew = Array.from({ length: 20 }, (_, i) => `crew ${i}`)
const names = new Map(
  ['A', 'B', 'C', 'D', 'E', 'F', ...crew].map((name): [string, string] => [key(name).id, name]),
)
const nameOf = (strkey: string): string => names.get(strkey) ?? shortKey(strkey)

const line = (mend: Mend): string => {
  switch (mend._tag) {
    case 'DropSignatures':
      return `${mend.list}: drop ${mend.signatures.join(', ')}`
    case 'AddSignature':
      return `${mend.list}: add ${nameOf(mend.signer.key.strkey)}`
    case 'CorrectHint':
      return `${mend.list}: correct ${mend.signature}, it is of ${nameOf(mend.signer.key.strkey)}`
  }
}

const [a, b, c, f] = [by('A'), by('B'), by('C'), by('F')]
const joint: AccountParts = {
  of: 'A',
  low: 1,
  medium: 2,
  high: 3,
  signers: [
    ['B', 1],
    ['C', 1],
  ],
}
/** As many signers as an account can have, one more than a list has places. */
const full = (medium: number): AccountParts => ({
  of: 'A',
  medium,
  signers: crew.map((name) => [name, 1] as const),
})
const other: AccountParts = { of: 'D' }
const F: AccountParts = { of: 'F' }
const bump = { feeSource: 'F', signatures: [f] }

type Row = readonly [
  what: string,
  situation: Partial<Situation> & Pick<Situation, 'transaction'>,
  mends: readonly string[],
]

const ROWS: readonly Row[] = [
  ['nothing is wrong', { transaction: { signatures: [a, b] } }, []],
  [
    'a signature is missing: either of two',
    { transaction: { signatures: [a] } },
    ['transaction: add B', 'transaction: add C'],
  ],
  ['one signature is surplus', { transaction: { signatures: [a, b, c] } }, ['transaction: drop 2']],
  ['two signatures are surplus', { transaction: { signatures: [b, b, a, c] } }, ['transaction: drop 1, 3']],
  ['two signatures are missing: no single change helps', { transaction: {} }, []],
  [
    'a hint is wrong: it is corrected, or another signs',
    { transaction: { signatures: [a, withHint(9)(b)] } },
    ['transaction: correct 1, it is of B'],
  ],
  [
    'one is missing and one too many: no single change helps',
    { transaction: { signatures: [a, by('E')] } },
    [],
  ],
  [
    'an operation of another account is not authorized',
    { accounts: [joint, other], transaction: { operations: [payment('C', 'D')], signatures: [a] } },
    ['transaction: add D'],
  ],
  [
    'operations of two other accounts are not authorized',
    {
      accounts: [joint, other, { of: 'E' }],
      transaction: { operations: [payment('C', 'D'), payment('C', 'E')], signatures: [a] },
    },
    [],
  ],
  [
    'an account that does not exist must sign',
    { transaction: { operations: [operation('CreateAccount'), payment('C', 'D')], signatures: [a, b] } },
    ['transaction: add D'],
  ],
  [
    'an extra signer is missing',
    { transaction: { extraSigners: [key('E').signerKey], signatures: [a, b] } },
    ['transaction: add E'],
  ],
  [
    'a preimage, a payload or a key would do; a transaction that is pre-authorized cannot be signed for',
    {
      accounts: [
        {
          of: 'A',
          master: 0,
          low: 2,
          medium: 2,
          signers: [
            [THIS, 1],
            [X, 1],
            [P, 1],
            ['C', 1],
          ],
        },
      ],
      transaction: {},
    },
    ['C', X.strkey, P.strkey].map((one) => `transaction: add ${one === 'C' ? one : shortKey(one)}`),
  ],
  ['an account is locked', { accounts: [{ of: 'A', master: 0 }], transaction: { signatures: [a] } }, []],
  ['the source does not exist', { accounts: [other], transaction: { source: 'A', signatures: [a] } }, []],
  ['the form is refused', { transaction: { operations: [], signatures: [a] } }, []],
  [
    'an operation is not known',
    { transaction: { operations: [operation('Inflation')], signatures: [a] } },
    [],
  ],
  [
    'a signature over another hash is dropped where others are enough',
    { transaction: { signatures: [over(sha256(x))(a), b, c] } },
    ['transaction: drop 0'],
  ],
  [
    'a signature over another hash cannot be corrected',
    { transaction: { signatures: [over(sha256(x))(a), b] } },
    [],
  ],
  [
    'a twentieth signature has a place in the list',
    { accounts: [full(20)], transaction: { signatures: [a, ...crew.slice(0, 18).map(by)] } },
    ['transaction: add crew 18', 'transaction: add crew 19'],
  ],
  [
    'a twenty-first has none',
    { accounts: [full(21)], transaction: { signatures: [a, ...crew.slice(0, 19).map(by)] } },
    [],
  ],
  [
    'a fee bump: the outer list lacks a signature',
    { accounts: [joint, F], transaction: { signatures: [a, b] }, feeBump: { feeSource: 'F' } },
    ['fee-bump: add F'],
  ],
  [
    'a fee bump: the outer list has one too many',
    {
      accounts: [joint, F],
      transaction: { signatures: [a, b] },
      feeBump: { feeSource: 'F', signatures: [a, f] },
    },
    ['fee-bump: drop 0'],
  ],
  [
    'a fee bump: the inner list lacks a signature',
    { accounts: [joint, F], transaction: { signatures: [c] }, feeBump: bump },
    ['inner: add A', 'inner: add B'],
  ],
  [
    'a fee bump: the inner list has one too many',
    { accounts: [joint, F], transaction: { signatures: [c, f, b] }, feeBump: bump },
    ['inner: drop 1'],
  ],
]

describe('mends', () => {
  for (const [what, situation, lines] of ROWS)
    it(what, () => {
      const [view, envelope] = settingOf({ what, accounts: [joint], says: '', ...situation }, 27)
      const verdict = judge(27, 'validate', view, envelope)
      const mends = mendsOf({ protocol: 27 as Protocol, phase: 'validate', prove })(view)(envelope)(verdict)
      expect(mends.map(line)).to.have.members(lines)
      const more = [preimage(x), payloadBy('B', x), ...[...names.values()].map(by)]
      for (const mend of mends)
        expect(judge(27, 'validate', view, mended(envelope, mend, more))._tag, line(mend)).to.equal(
          'Authorized',
        )
    })
})
