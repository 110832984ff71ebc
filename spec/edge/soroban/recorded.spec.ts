/** The 94 recorded entries: what each signs, who verifies, and what is said of it. All are counted. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { entryAccountsOf, judgeEntry, type EntryVerdict } from '../../../src/edge/soroban/index.js'
import {
  EMPTY_VIEW,
  masterKeyOf,
  toHex,
  type AccountId,
  type AuthorizationEntry,
  type LedgerView,
} from '../../../src/kernel/model/index.js'
import { account, world } from '../../support/build/account.js'
import { loadVectors } from '../../support/vectors.js'
import { decodedEntry, JUDGE, wordOf } from './fixture.js'

interface Row {
  readonly authEntry: string
  readonly credentials: string
  readonly address?: string
  readonly nonce?: string
  readonly signatureExpirationLedger?: number
  readonly network?: string
  readonly payloadHash?: string
  readonly signers?: readonly string[]
  readonly verified?: readonly string[]
  readonly note?: string
  readonly txResult?: { readonly code?: string }
}

const ROWS = loadVectors<Row>('soroban-auth-entries').map((row) => ({
  row,
  entry: decodedEntry(row.authEntry),
}))

const judged = (row: Row, entry: AuthorizationEntry, view: LedgerView = EMPTY_VIEW): EntryVerdict =>
  judgeEntry({
    ...JUDGE,
    network: { passphrase: row.network ?? 'none is recorded' },
    ledger: O.none,
    maxEntryTtl: O.none,
  })(view)(entry)

const tally = (words: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

/** An account of which the keys that verify are the signers, each of weight 1. */
const accountOf = (row: Row, needed: number, without?: string): LedgerView => {
  const id = (row.address ?? '') as AccountId
  const signers = (row.verified ?? []).filter((key) => key !== without)
  return world(
    account({
      of: { id },
      master: signers.includes(id) ? 1 : 0,
      medium: needed,
      signers: signers.filter((key) => key !== id).map((key) => [masterKeyOf(key as AccountId), 1] as const),
    }),
  )
}

describe('recorded authorization entries', () => {
  it('are whose the record says, with its nonce and its last ledger', () => {
    for (const { row, entry } of ROWS) {
      const { credentials } = entry
      if (credentials._tag === 'SourceAccount') {
        expect(row.credentials).to.equal('sorobanCredentialsSourceAccount')
        continue
      }
      const { address } = credentials
      expect(address._tag === 'Account' ? address.account : address.strkey).to.equal(row.address)
      expect(String(credentials.nonce)).to.equal(row.nonce)
      expect(credentials.expirationLedger).to.equal(row.signatureExpirationLedger)
      expect(entryAccountsOf(entry)).to.deep.equal(address._tag === 'Account' ? [row.address] : [])
    }
  })

  it('sign the hash that the record has: 31 of 31', () => {
    const hashed = ROWS.filter(({ row }) => row.payloadHash !== undefined)
    expect(hashed).to.have.length(31)
    for (const { row, entry } of hashed) {
      const verdict = judged(row, entry)
      expect(verdict._tag === 'BySource' ? '' : toHex(verdict.payload)).to.equal(row.payloadHash)
    }
  })

  it('come to what is expected without any account, all 94', () => {
    expect(tally(ROWS.map(({ row, entry }) => wordOf(judged(row, entry))))).to.deep.equal({
      BySource: 3,
      ByContract: 40,
      // All signatures verify, and whether their keys belong to the account is not known.
      Undetermined: 17,
      'signature-shape': 30,
      'signature-not-proved': 4,
    })
  })

  it('have the shape of a classic account where the record does not say otherwise', () => {
    const noted = ROWS.filter(({ row }) => row.note !== undefined)
    expect(noted).to.have.length(10)
    for (const { row, entry } of noted) expect(wordOf(judged(row, entry))).to.equal('signature-shape')
    // Keys of 31 bytes, signatures of 63, fields too many: each failed on the network too.
    const laxer = ROWS.filter(
      ({ row, entry }) => row.verified && wordOf(judged(row, entry)) === 'signature-shape',
    )
    expect(laxer).to.have.length(10)
    for (const { row } of laxer) expect(row.txResult?.code).to.equal('txFailed')
  })

  it('verify by exactly the keys that the record names', () => {
    let seen = 0
    for (const { row, entry } of ROWS) {
      const verdict = judged(row, entry)
      if (verdict._tag !== 'Undetermined' && wordOf(verdict) !== 'signature-not-proved') continue
      seen++
      const check =
        verdict._tag === 'Undetermined'
          ? O.some(verdict.check)
          : verdict._tag === 'Refused'
            ? verdict.check
            : O.none
      const steps = O.isSome(check) ? check.value.steps : []
      const proved = steps.filter(({ fate }) => fate === 'Unknown').map(({ key }) => key.strkey)
      expect(proved).to.deep.equal(row.verified)
      expect(steps.map(({ key }) => key.strkey)).to.deep.equal(row.signers)
    }
    expect(seen).to.equal(21)
  })

  it('authorize an account of which those keys are the signers, and no other account: 17 of 17', () => {
    let seen = 0
    for (const { row, entry } of ROWS) {
      if (judged(row, entry)._tag !== 'Undetermined') continue
      seen++
      const keys = row.verified ?? []
      expect(wordOf(judged(row, entry, accountOf(row, keys.length)))).to.equal('Authorizes')
      expect(wordOf(judged(row, entry, accountOf(row, keys.length + 1)))).to.equal('weight-too-low')
      for (const key of keys)
        expect(wordOf(judged(row, entry, accountOf(row, 0, key)))).to.equal('not-a-signer')
      expect(wordOf(judged(row, entry, { accounts: new Map(), closedWorld: true }))).to.equal(
        'account-absent',
      )
      const elsewhere = { ...row, network: 'another network' }
      expect(wordOf(judged(elsewhere, entry, accountOf(row, 0)))).to.equal('signature-not-proved')
    }
    expect(seen).to.equal(17)
  })

  it('show that not every entry is asked for: two that do not verify, and their transactions succeeded', () => {
    const spared = ROWS.filter(
      ({ row, entry }) =>
        wordOf(judged(row, entry)) === 'signature-not-proved' && row.txResult?.code === 'txSuccess',
    )
    expect(spared).to.have.length(2)
  })
})
