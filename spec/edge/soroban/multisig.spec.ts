/**
 * The list of the network's own host for multi-signature accounts (soroban-env-host,
 * `stellar_asset_contract.rs`): master 40, K2 with the largest weight there is, K3 60, K4 59, medium 100.
 */
import { xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import { account, world } from '../../support/build/account.js'
import { element, inOrder, type EntryParts } from '../../support/build/authorization-entry.js'
import { key } from '../../support/build/key.js'
import { verdictOn, wordOf } from './fixture.js'

const VIEW = world(
  account({
    of: 'joint',
    master: 40,
    medium: 100,
    signers: [
      ['K2', 2 ** 32 - 1],
      ['K3', 60],
      ['K4', 59],
    ],
  }),
)

const of = (...names: readonly string[]): EntryParts => ({ signers: inOrder(...names) })

const ROWS: readonly (readonly [says: string, parts: EntryParts, word: string, counted?: number])[] = [
  ['master and K3, exactly enough', of('joint', 'K3'), 'Authorizes', 100],
  ['K2 alone: its weight counts as 255', of('K2'), 'Authorizes', 255],
  ['K3 and K4', of('K3', 'K4'), 'Authorizes', 119],
  ['master, K3 and K4: more than enough does no harm', of('joint', 'K3', 'K4'), 'Authorizes', 159],
  ['all four', of('joint', 'K2', 'K3', 'K4'), 'Authorizes', 414],
  ['master alone', of('joint'), 'weight-too-low', 40],
  ['master and K4, one short', of('joint', 'K4'), 'weight-too-low', 99],
  ['K3 twice', { signers: ['K3', 'K3'] }, 'keys-not-increasing'],
  ['K3 around K4', { signers: ['K3', 'K4', 'K3'] }, 'keys-not-increasing'],
  ['K3 and a stranger', of('K3', 'stranger'), 'not-a-signer'],
  ['K3, K4 and a stranger: enough without', of('K3', 'K4', 'stranger'), 'not-a-signer'],
  [
    '21 signatures',
    of('joint', 'K2', 'K3', 'K4', ...Array.from({ length: 17 }, (_, i) => `other ${String(i)}`)),
    'too-many-signatures',
  ],
  ['keys in the other order', { signers: [...inOrder('joint', 'K3')].reverse() }, 'keys-not-increasing'],
  ['nothing instead of a list', { signature: () => xdr.ScVal.scvVoid() }, 'signature-shape'],
]

describe("the network's own list for accounts of many signers", () => {
  for (const [says, parts, word, counted] of ROWS)
    it(`${says}: ${word}`, () => {
      const verdict = verdictOn(VIEW, parts)
      expect(wordOf(verdict)).to.equal(word)
      if (counted === undefined) return
      if (verdict._tag === 'Authorizes') expect(verdict.check.counted).to.equal(counted)
      else if (verdict._tag === 'Refused')
        expect(verdict.check).to.have.nested.property('value.counted', counted)
    })

  it('are judged alike by all credentials with a signature', () => {
    for (const credentials of ['Address', 'AddressV2', 'AddressWithDelegates'] as const)
      for (const [says, parts, word] of ROWS)
        expect(wordOf(verdictOn(VIEW, { ...parts, credentials })), `${credentials}: ${says}`).to.equal(word)
  })
})

/** Shapes that are no list of a classic account; the network converts exactly one. */
const SHAPES: readonly (readonly [says: string, value: xdr.ScVal])[] = [
  ['a list without a value', xdr.ScVal.scvVec(null)],
  ['a list of nothing', xdr.ScVal.scvVec([xdr.ScVal.scvVoid()])],
  ['a map without a value', xdr.ScVal.scvVec([xdr.ScVal.scvMap(null)])],
  ['bytes', xdr.ScVal.scvBytes(Buffer.alloc(64))],
  ['a key of 31 bytes', xdr.ScVal.scvVec([element(new Uint8Array(31), new Uint8Array(64))])],
  ['a signature of 65 bytes', xdr.ScVal.scvVec([element(new Uint8Array(32), new Uint8Array(65))])],
  [
    'the two fields the other way round',
    xdr.ScVal.scvVec([
      xdr.ScVal.scvMap([...(element(key('K3').publicKey, new Uint8Array(64)).map() ?? [])].reverse()),
    ]),
  ],
  [
    'a field too many',
    xdr.ScVal.scvVec([
      xdr.ScVal.scvMap([
        ...(element(key('K3').publicKey, new Uint8Array(64)).map() ?? []),
        new xdr.ScMapEntry({ key: xdr.ScVal.scvSymbol('weight'), val: xdr.ScVal.scvU32(255) }),
      ]),
    ]),
  ],
  [
    'names as strings',
    xdr.ScVal.scvVec([
      xdr.ScVal.scvMap(
        ['public_key', 'signature'].map(
          (name) =>
            new xdr.ScMapEntry({ key: xdr.ScVal.scvString(name), val: xdr.ScVal.scvBytes(Buffer.alloc(32)) }),
        ),
      ),
    ]),
  ],
]

describe('a signature of another shape', () => {
  for (const [says, value] of SHAPES)
    it(`is refused: ${says}`, () =>
      expect(wordOf(verdictOn(VIEW, { signature: () => value }))).to.equal('signature-shape'))

  it('is refused where there is none in the list', () =>
    expect(wordOf(verdictOn(VIEW, { signers: [] }))).to.equal('no-signatures'))
})
