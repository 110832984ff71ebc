/** What holds for every account and every list of signatures. */
import { expect } from 'chai'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { xdr } from '@stellar/stellar-base'
import { account, world } from '../../support/build/account.js'
import {
  element,
  entryPayload,
  entryText,
  inOrder,
  signedBy,
  type CredentialsTag,
  type EntryParts,
} from '../../support/build/authorization-entry.js'
import { key } from '../../support/build/key.js'
import { judgeEntry, type EntryVerdict } from '../../../src/edge/soroban/index.js'
import { decodeAuthorizationEntry } from '../../../src/edge/xdr/index.js'
import type { LedgerView } from '../../../src/kernel/model/index.js'
import { JUDGE, verdictOn, wordOf } from './fixture.js'

const NAMES = Array.from({ length: 24 }, (_, i) => `signer ${String(i)}`)

interface Situation {
  readonly view: LedgerView
  readonly weights: ReadonlyMap<string, number>
  readonly medium: number
  readonly signing: readonly string[]
  readonly credentials: CredentialsTag
}

const situation: fc.Arbitrary<Situation> = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 }),
    medium: fc.integer({ min: 0, max: 255 }),
    mask: fc.integer({ min: 1, max: 255 }),
    credentials: fc.constantFrom<CredentialsTag>('Address', 'AddressV2', 'AddressWithDelegates'),
  })
  .map(({ weights, medium, mask, credentials }) => {
    const signers = weights.map((weight, i) => [NAMES[i] as string, weight] as const)
    const signing = inOrder(...signers.filter((_, i) => (mask >> i) & 1).map(([name]) => name))
    return {
      view: world(account({ of: 'joint', master: 0, medium, signers })),
      weights: new Map(signers),
      medium,
      signing,
      credentials,
    }
  })

const sumOf = ({ weights, signing }: Situation): number =>
  signing.reduce((sum, name) => sum + Math.min(weights.get(name) ?? 0, 255), 0)

const judged = (one: Situation, parts: EntryParts = {}): EntryVerdict =>
  verdictOn(one.view, { credentials: one.credentials, signers: one.signing, ...parts })

const withSignature =
  (one: Situation, at: number, change: (signature: Buffer, publicKey: Buffer) => readonly [Buffer, Buffer]) =>
  (payload: Uint8Array): xdr.ScVal =>
    xdr.ScVal.scvVec(
      one.signing.map((name, i) => {
        const made = [Buffer.from(key(name).sign(payload)), Buffer.from(key(name).publicKey)] as const
        const [signature, publicKey] = i === at % one.signing.length ? change(...made) : made
        return element(publicKey, signature)
      }),
    )

const RUNS = { numRuns: 60 }

describe('authorization entries: laws', () => {
  it('all who sign are signers: it depends on the sum of their weights, each at most 255', () =>
    fc.assert(
      fc.property(situation, (one) => {
        const word =
          one.signing.length === 0
            ? 'no-signatures'
            : sumOf(one) >= one.medium
              ? 'Authorizes'
              : 'weight-too-low'
        expect(wordOf(judged(one))).to.equal(word)
      }),
      RUNS,
    ))

  it('one signature less weighs as much less, and is never worse than that', () =>
    fc.assert(
      fc.property(situation, fc.nat(), (one, at) => {
        fc.pre(one.signing.length > 0)
        const less = { ...one, signing: one.signing.filter((_, i) => i !== at % one.signing.length) }
        if (wordOf(judged(less)) === 'Authorizes') expect(wordOf(judged(one))).to.equal('Authorizes')
      }),
      RUNS,
    ))

  it('any other order is refused', () =>
    fc.assert(
      fc.property(
        situation.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([...one.signing], { minLength: one.signing.length }),
          ),
        ),
        ([one, shuffled]) => {
          fc.pre(shuffled.join() !== one.signing.join())
          expect(wordOf(judged(one, { signers: shuffled }))).to.equal('keys-not-increasing')
        },
      ),
      RUNS,
    ))

  it('one bit of a signature is enough to void all of them', () =>
    fc.assert(
      fc.property(situation, fc.nat(), fc.nat(511), (one, at, bit) => {
        fc.pre(one.signing.length > 0)
        const flip = (signature: Buffer, publicKey: Buffer) => {
          signature[bit >> 3]! ^= 1 << (bit & 7)
          return [signature, publicKey] as const
        }
        expect(wordOf(judged(one, { signature: withSignature(one, at, flip) }))).to.equal(
          'signature-not-proved',
        )
      }),
      RUNS,
    ))

  it('an entry that was changed on its way, in any bit, authorizes nothing', () => {
    const view = world(account({ of: 'joint', medium: 2, signers: [['bilal', 1]] }))
    const signed: EntryParts = { signers: inOrder('joint', 'bilal') }
    const bytes = Buffer.from(entryText(signed), 'base64')
    expect(wordOf(verdictOn(view, signed))).to.equal('Authorizes')
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        const entry = decodeAuthorizationEntry(changed.toString('base64'))
        if (E.isRight(entry)) expect(judgeEntry(JUDGE)(view)(entry.right)._tag).to.equal('Refused')
      }),
      { numRuns: 300 },
    )
  })

  it('a key without weight voids what was enough before', () =>
    fc.assert(
      fc.property(situation, fc.constantFrom(...NAMES.slice(8), 'joint'), (one, stranger) => {
        const signers = inOrder(...one.signing, stranger)
        expect(wordOf(judged(one, { signers }))).to.equal('not-a-signer')
      }),
      RUNS,
    ))

  it('what is signed for other numbers, calls, networks or accounts counts for nothing', () => {
    const one: Situation = {
      view: world(account({ of: 'joint', medium: 0 })),
      weights: new Map(),
      medium: 0,
      signing: ['joint'],
      credentials: 'Address',
    }
    const others: readonly EntryParts[] = [
      { nonce: 1235n },
      { nonce: -1234n },
      { expirationLedger: 1001 },
      { network: { passphrase: 'Public Global Stellar Network ; September 2015' } },
      { credentials: 'AddressV2' },
    ]
    for (const other of others) {
      const signature = () => signedBy('joint')(entryPayload(other))
      expect(wordOf(judged(one, { signature })), JSON.stringify(Object.keys(other))).to.equal(
        'signature-not-proved',
      )
    }
  })

  it('20 signatures are judged, and 21 are not', () => {
    const signers = NAMES.map((name) => [name, 1] as const)
    const view = world(account({ of: 'joint', medium: 20, signers }))
    const first = (count: number): EntryParts => ({ signers: inOrder(...NAMES.slice(0, count)) })
    expect(wordOf(verdictOn(view, first(19)))).to.equal('weight-too-low')
    expect(wordOf(verdictOn(view, first(20)))).to.equal('Authorizes')
    expect(wordOf(verdictOn(view, first(21)))).to.equal('too-many-signatures')
  })
})
