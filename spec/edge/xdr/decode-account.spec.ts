import { xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import fc from 'fast-check'
import { decodeAccount } from '../../../src/edge/xdr/index.js'
import type { AccountState } from '../../../src/kernel/model/index.js'
import {
  ed25519Key,
  hashXKey,
  preAuthTxKey,
  type Account,
  type Signer,
} from '../../../src/kernel/model/index.js'
import { loadVectors } from '../../support/vectors.js'
import { ALICE, baseTransaction, BOB, CAROL, idOf, left, right } from './fixture.js'

const int64 = (value: bigint): xdr.Int64 => new xdr.Int64(value)

const signer = (key: xdr.SignerKey, weight: number): xdr.Signer => new xdr.Signer({ key, weight })
const bob = xdr.SignerKey.signerKeyTypeEd25519(BOB.rawPublicKey())
const hashX = xdr.SignerKey.signerKeyTypeHashX(Buffer.alloc(32, 8))
const preAuth = xdr.SignerKey.signerKeyTypePreAuthTx(Buffer.alloc(32, 7))

const bobs = (weight: number): Signer => ({
  key: ed25519Key(Uint8Array.from(BOB.rawPublicKey())),
  weight,
  sponsor: O.none,
})

const entryWith = (signers: xdr.Signer[], ext: xdr.AccountEntryExt): xdr.AccountEntry =>
  new xdr.AccountEntry({
    accountId: ALICE.xdrAccountId(),
    balance: int64(2n ** 63n - 1n),
    seqNum: int64(-5n),
    numSubEntries: 6,
    inflationDest: null,
    flags: 9,
    homeDomain: 'a.org',
    thresholds: Buffer.from([1, 2, 3, 255]),
    signers,
    ext,
  })

const plain = entryWith([], new xdr.AccountEntryExt(0))

const extended = (
  signers: xdr.Signer[],
  sponsors: readonly (xdr.AccountId | undefined)[],
): xdr.AccountEntry => {
  const v3 = new xdr.AccountEntryExtensionV3({
    ext: new xdr.ExtensionPoint(0),
    seqLedger: 31,
    seqTime: new xdr.Uint64(32n),
  })
  const v2 = new xdr.AccountEntryExtensionV2({
    numSponsored: 21,
    numSponsoring: 22,
    signerSponsoringIDs: [...sponsors],
    ext: new xdr.AccountEntryExtensionV2Ext(3, v3),
  })
  const v1 = new xdr.AccountEntryExtensionV1({
    liabilities: new xdr.Liabilities({ buying: int64(11n), selling: int64(12n) }),
    ext: new xdr.AccountEntryExtensionV1Ext(2, v2),
  })
  return entryWith(signers, new xdr.AccountEntryExt(1, v1))
}

const ledgerEntry = (data: xdr.LedgerEntryData, ext = new xdr.LedgerEntryExt(0), ledger = 7): string =>
  new xdr.LedgerEntry({ lastModifiedLedgerSeq: ledger, data, ext }).toXDR('base64')

const sponsoredBy = (sponsoringId: xdr.AccountId | undefined): xdr.LedgerEntryExt =>
  new xdr.LedgerEntryExt(
    1,
    new xdr.LedgerEntryExtensionV1({ sponsoringId, ext: new xdr.LedgerEntryExtensionV1Ext(0) }),
  )

const account = (entry: xdr.AccountEntry): Account => right(decodeAccount(entry.toXDR('base64')))

describe('xdr: decodeAccount', () => {
  it('reads a bare entry', () =>
    expect(account(plain)).to.deep.equal({
      id: idOf(ALICE),
      masterWeight: 1,
      thresholds: { low: 2, medium: 3, high: 255 },
      signers: [],
      state: O.some({
        sequence: -5n,
        balance: 2n ** 63n - 1n,
        sellingLiabilities: 0n,
        buyingLiabilities: 0n,
        subentries: 6,
        sponsored: 0,
        sponsoring: 0,
        flags: 9,
        sequenceLedger: 0,
        sequenceTime: 0n,
        sponsor: O.none,
        data: [],
      }),
    }))

  it('reads the same account in a ledger entry, of any ledger', () => {
    for (const ledger of [0, 1, 0xffffffff]) {
      const text = ledgerEntry(xdr.LedgerEntryData.account(plain), undefined, ledger)
      expect(right(decodeAccount(text))).to.deep.equal(account(plain))
    }
  })

  it('reads all extensions, and who sponsors which signer', () => {
    const { signers, state } = account(
      extended([signer(bob, 1), signer(preAuth, 2)], [undefined, CAROL.xdrAccountId()]),
    )
    expect(signers).to.deep.equal([
      bobs(1),
      { key: preAuthTxKey(new Uint8Array(32).fill(7)), weight: 2, sponsor: O.some(idOf(CAROL)) },
    ])
    expect(state).to.deep.equal(
      O.some({
        sequence: -5n,
        balance: 2n ** 63n - 1n,
        sellingLiabilities: 12n,
        buyingLiabilities: 11n,
        subentries: 6,
        sponsored: 21,
        sponsoring: 22,
        flags: 9,
        sequenceLedger: 31,
        sequenceTime: 32n,
        sponsor: O.none,
        data: [],
      }),
    )
  })

  it('reads states that no ledger holds as they stand: unsorted, twice, weight 0 and above 255', () => {
    const list = [signer(hashX, 0), signer(bob, 256), signer(bob, 0xffffffff)]
    expect(account(entryWith(list, new xdr.AccountEntryExt(0))).signers).to.deep.equal([
      { key: hashXKey(new Uint8Array(32).fill(8)), weight: 0, sponsor: O.none },
      bobs(256),
      bobs(0xffffffff),
    ])
  })

  it('finds no sponsor where the list of sponsors is shorter than that of signers', () =>
    expect(account(extended([signer(bob, 1)], [])).signers).to.deep.equal([bobs(1)]))

  it('reads 20 signers, and refuses 21', () => {
    const entry = entryWith(
      Array.from({ length: 20 }, () => signer(bob, 1)),
      new xdr.AccountEntryExt(0),
    )
    expect(account(entry).signers.length).to.equal(20)
    const bytes = entry.toXDR()
    bytes.writeUInt32BE(21, bytes.length - 20 * 40 - 8)
    const found = left(decodeAccount(bytes.toString('base64')))
    expect(found.code).to.equal('not-an-account-entry')
    expect(found.message).to.contain('21 entries where at most 20 can stand')
  })

  it('tells the sponsor of the account itself', () => {
    const data = xdr.LedgerEntryData.account(plain)
    const sponsor = (text: string): O.Option<string> =>
      O.chain((state: AccountState) => state.sponsor)(right(decodeAccount(text)).state)
    expect(sponsor(ledgerEntry(data, sponsoredBy(BOB.xdrAccountId())))).to.deep.equal(O.some(idOf(BOB)))
    expect(sponsor(ledgerEntry(data, sponsoredBy(undefined)))).to.deep.equal(O.none)
    expect(sponsor(ledgerEntry(data))).to.deep.equal(O.none)
    expect(sponsor(plain.toXDR('base64'))).to.deep.equal(O.none)
  })
})

const dataEntry = xdr.LedgerEntryData.data(
  new xdr.DataEntry({
    accountId: ALICE.xdrAccountId(),
    dataName: 'a',
    dataValue: Buffer.alloc(1),
    ext: new xdr.DataEntryExt(0),
  }),
)
const GOOD = plain.toXDR('base64')
const BAD: readonly (readonly [says: string, text: string, code: string, message: RegExp])[] = [
  ['nothing', '', 'empty-input', /empty/],
  ['an entry of another type', ledgerEntry(dataEntry), 'not-an-account-entry', /a ledger entry of type Data/],
  ['an envelope', baseTransaction([]).toXDR(), 'not-an-account-entry', /a transaction envelope/],
  ['a cut bare entry', GOOD.slice(0, 40), 'xdr-truncated', /first 30 bytes/],
  [
    'a cut ledger entry',
    ledgerEntry(xdr.LedgerEntryData.account(plain)).slice(0, 40),
    'xdr-truncated',
    /first 30 bytes/,
  ],
  [
    'bytes after it',
    Buffer.concat([plain.toXDR(), Buffer.alloc(4)]).toString('base64'),
    'xdr-trailing',
    /4 bytes follow/,
  ],
  ['two of them', `${GOOD} ${GOOD}`, 'xdr-several', /2 values/],
  ['hexadecimal', plain.toXDR('hex'), 'xdr-is-hex', /in hexadecimal/],
  ['a secret seed', ALICE.secret(), 'secret-seed', /secret seed/],
]

describe('xdr: decodeAccount, bad input', () => {
  for (const [says, text, code, message] of BAD)
    it(`refuses ${says}`, () => {
      const found = left(decodeAccount(text))
      expect(found.code).to.equal(code)
      expect(found.message).to.match(message)
    })

  it('answers changed entries', () => {
    const texts = loadVectors<{ readonly accounts: readonly string[] }>('core-verdicts').flatMap(
      (row) => row.accounts,
    )
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.constantFrom(...texts.slice(0, 500)), fc.nat(), changes, (text, length, list) => {
        const whole = Buffer.from(text, 'base64')
        const bytes = length % 2 === 0 ? whole : whole.subarray(0, length % whole.length)
        for (const [index, value] of list) bytes[index % bytes.length] = value
        const answer = decodeAccount(bytes.toString('base64'))
        return E.isLeft(answer) ? answer.left.code !== '' : answer.right.signers.length <= 20
      }),
      { numRuns: 1000 },
    )
  })
})
