import { xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { type EntryJudge } from '../../../src/edge/soroban/index.js'
import { EMPTY_VIEW, hashXKey, preAuthTxKey, signedPayloadKey } from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { account, world } from '../../support/build/account.js'
import {
  accountAddress,
  contractAddress,
  entryPayload,
  inOrder,
  signedBy,
  type CredentialsTag,
  type DelegateParts,
  type EntryParts,
} from '../../support/build/authorization-entry.js'
import { key, sha256 } from '../../support/build/key.js'
import { verdictOn, wordOf } from './fixture.js'

const VIEW = world(account({ of: 'joint', master: 1, medium: 2, signers: [['bilal', 1]] }))
const BOTH: EntryParts = { signers: inOrder('joint', 'bilal') }

const at = (ledger: number | undefined, maxEntryTtl?: number): Partial<EntryJudge> => ({
  ledger: O.fromNullable(ledger),
  maxEntryTtl: O.fromNullable(maxEntryTtl),
})

describe('an authorization entry: when it is used', () => {
  // It expires after ledger 1000. An entry lives for as many ledgers as the network's setting says, and the current one is the first.
  const TIMES: readonly (readonly [ledger: number | undefined, ttl: number | undefined, word: string])[] = [
    [1000, undefined, 'Authorizes'],
    [1001, undefined, 'expired'],
    [1001, 10, 'expired'],
    [0, undefined, 'Authorizes'],
    [901, 100, 'Authorizes'],
    [900, 100, 'expires-too-late'],
    [1000, 1, 'Authorizes'],
    [999, 1, 'expires-too-late'],
    [undefined, 1, 'Authorizes'],
    [undefined, undefined, 'Authorizes'],
  ]
  for (const [ledger, ttl, word] of TIMES)
    it(`in ledger ${String(ledger)}, at most ${String(ttl)} ledgers: ${word}`, () =>
      expect(wordOf(verdictOn(VIEW, BOTH, at(ledger, ttl)))).to.equal(word))

  it('says under which conditions it holds', () => {
    const conditions = (judge: Partial<EntryJudge>) => {
      const verdict = verdictOn(VIEW, BOTH, judge)
      return verdict._tag === 'Authorizes' ? verdict.conditions : []
    }
    expect(conditions(at(900, 1000))).to.deep.equal(['nonce-not-known'])
    expect(conditions(at(900))).to.deep.equal(['limit-not-known', 'nonce-not-known'])
    expect(conditions(at(undefined, 1000))).to.deep.equal([
      'ledger-not-known',
      'limit-not-known',
      'nonce-not-known',
    ])
  })

  it('is authenticated before anybody looks at the clock', () =>
    expect(wordOf(verdictOn(VIEW, { signers: ['bilal'] }, at(5000)))).to.equal('weight-too-low'))
})

describe('an authorization entry: the account', () => {
  it('needs the medium threshold, whatever low and high are', () => {
    const joint = account({ of: 'joint', master: 2, low: 3, medium: 2, high: 3 })
    expect(wordOf(verdictOn(world(joint), { signers: ['joint'] }))).to.equal('Authorizes')
    expect(wordOf(verdictOn(world({ ...joint, masterWeight: 1 }), { signers: ['joint'] }))).to.equal(
      'weight-too-low',
    )
  })

  it('needs a signature also where the threshold is 0', () => {
    const open = world(account({ of: 'joint', medium: 0 }))
    expect(wordOf(verdictOn(open, { signers: [] }))).to.equal('no-signatures')
    expect(wordOf(verdictOn(open, { signers: ['joint'] }))).to.equal('Authorizes')
  })

  it('has no master key where its weight is 0', () => {
    const locked = world(account({ of: 'joint', master: 0, medium: 0, signers: [['bilal', 1]] }))
    expect(wordOf(verdictOn(locked, { signers: ['joint'] }))).to.equal('not-a-signer')
    expect(wordOf(verdictOn(locked, BOTH))).to.equal('not-a-signer')
  })

  it('has no signer of weight 0', () => {
    const view = world(account({ of: 'joint', medium: 0, signers: [['bilal', 0]] }))
    expect(wordOf(verdictOn(view, BOTH))).to.equal('not-a-signer')
  })

  it('takes part with ed25519 keys only', () => {
    const payload = entryPayload(BOTH)
    const { publicKey } = key('bilal')
    const others = [
      preAuthTxKey(payload),
      hashXKey(sha256(key('bilal').sign(payload))),
      signedPayloadKey(publicKey, payload),
      hashXKey(publicKey),
      preAuthTxKey(publicKey),
    ]
    const view = world(account({ of: 'joint', medium: 1, signers: others.map((one) => [one, 255] as const) }))
    expect(wordOf(verdictOn(view, { signers: ['bilal'] }))).to.equal('not-a-signer')
    const verdict = verdictOn(view, { signers: ['joint'] })
    expect(verdict).to.have.nested.property('check.signers').with.length(1)
  })

  it('that does not exist authorizes nothing, not even by its own key', () =>
    expect(wordOf(verdictOn(world(), { signers: ['joint'] }))).to.equal('account-absent'))

  it('that was not fetched leaves open what depends on it, and nothing else', () => {
    const open = verdictOn(EMPTY_VIEW, BOTH)
    expect(open).to.include({ _tag: 'Undetermined', missing: key('joint').id })
    expect(open).to.have.nested.property('check.needed._tag', 'None')
    expect(wordOf(verdictOn(EMPTY_VIEW, BOTH, at(1001)))).to.equal('expired')
    expect(wordOf(verdictOn(EMPTY_VIEW, { signers: ['bilal', 'bilal'] }))).to.equal('keys-not-increasing')
    expect(wordOf(verdictOn(EMPTY_VIEW, { ...BOTH, signature: signedBy() }))).to.equal('no-signatures')
    const other = { signature: () => signedBy(...inOrder('joint', 'bilal'))(new Uint8Array(32)) }
    expect(wordOf(verdictOn(EMPTY_VIEW, other))).to.equal('signature-not-proved')
  })

  it('is not asked where the signatures of the envelope speak for it', () =>
    expect(wordOf(verdictOn(EMPTY_VIEW, { credentials: 'SourceAccount' }))).to.equal('BySource'))
})

describe('an authorization entry: protocols', () => {
  const SINCE: Readonly<Record<Exclude<CredentialsTag, 'SourceAccount'>, number>> = {
    Address: 20,
    AddressV2: 27,
    AddressWithDelegates: 27,
  }
  for (const [credentials, since] of Object.entries(SINCE) as [CredentialsTag, number][])
    it(`knows ${credentials} from ${since}`, () => {
      for (let protocol = 10; protocol <= 28; protocol++)
        expect(
          wordOf(verdictOn(VIEW, { ...BOTH, credentials }, { protocol: protocol as Protocol })),
          String(protocol),
        ).to.equal(protocol < since ? 'credentials-not-supported' : 'Authorizes')
    })

  it('before 27 signed no address: who shares a signer shares the signature', () => {
    const shared = world(
      account({ of: 'joint', master: 0, medium: 1, signers: [['bilal', 1]] }),
      account({ of: 'other', master: 0, medium: 1, signers: [['bilal', 1]] }),
    )
    const words = (credentials: CredentialsTag) => {
      const signature = signedBy('bilal')(entryPayload({ credentials }))
      return ['joint', 'other'].map((name) =>
        wordOf(verdictOn(shared, { credentials, address: accountAddress(name), signature: () => signature })),
      )
    }
    expect(words('Address')).to.deep.equal(['Authorizes', 'Authorizes'])
    expect(words('AddressV2')).to.deep.equal(['Authorizes', 'signature-not-proved'])
  })
})

describe('an authorization entry: of others than accounts', () => {
  const contract = contractAddress()
  const delegated = (payload: Uint8Array) => [
    { address: accountAddress('joint'), signature: signedBy(...inOrder('joint', 'bilal'))(payload) },
    {
      address: contractAddress(1),
      delegates: [{ address: accountAddress('joint'), signature: signedBy('bilal')(payload) }],
    },
    { address: contractAddress(2) },
  ]

  it('is for a contract to decide', () => {
    for (const credentials of ['Address', 'AddressV2'] as const)
      expect(wordOf(verdictOn(VIEW, { credentials, address: contract, ...BOTH }))).to.equal('ByContract')
    expect(wordOf(verdictOn(VIEW, { address: contract }, at(1001)))).to.equal('expired')
  })

  it('tells of delegates what their own accounts say', () => {
    const verdict = verdictOn(VIEW, {
      credentials: 'AddressWithDelegates',
      address: contract,
      delegates: delegated,
    })
    if (verdict._tag !== 'ByContract') throw new Error(`expected ByContract, found ${wordOf(verdict)}`)
    const told = verdict.delegates.map(({ path, verdict: one }) => [
      path.join('.'),
      O.isNone(one) ? 'a contract' : one.value._tag === 'Refused' ? one.value.reason : one.value._tag,
    ])
    expect(told).to.deep.equal([
      ['0', 'Authorizes'],
      ['1', 'a contract'],
      ['1.0', 'weight-too-low'],
      ['2', 'a contract'],
    ])
  })

  it('wants delegates in the order of their addresses, each once, at every level', () => {
    const word = (delegates: NonNullable<EntryParts['delegates']>, address = contract) =>
      wordOf(verdictOn(VIEW, { ...BOTH, credentials: 'AddressWithDelegates', address, delegates }))
    const one = { address: contractAddress(1) }
    const two = { address: contractAddress(2) }
    expect(word(() => [one, two])).to.equal('ByContract')
    expect(word(() => [two, one])).to.equal('delegates-not-sorted')
    expect(word(() => [one, one])).to.equal('delegates-not-sorted')
    expect(word(() => [{ ...one, delegates: [two, two] }])).to.equal('delegates-not-sorted')
    // An account stands before a contract, by the number of its type.
    expect(word(() => [one, { address: accountAddress('joint') }])).to.equal('delegates-not-sorted')
    // A classic account has no use for delegates; the network looks at their order all the same.
    expect(word(() => [one], accountAddress('joint'))).to.equal('Authorizes')
    expect(word(() => [two, one], accountAddress('joint'))).to.equal('delegates-not-sorted')
  })

  it('answers in a moment to a tree of delegates as deep and as wide as can be read', () => {
    const wide: readonly DelegateParts[] = Array.from({ length: 200 }, (_, i) => ({
      address: contractAddress(i),
    }))
    const deep = Array.from({ length: 400 }).reduce(
      (delegates: readonly DelegateParts[]): readonly DelegateParts[] => [{ address: contract, delegates }],
      wide,
    )
    const started = performance.now()
    const verdict = verdictOn(VIEW, {
      credentials: 'AddressWithDelegates',
      address: contract,
      delegates: () => deep,
    })
    expect(verdict).to.have.property('delegates').with.length(600)
    expect(performance.now() - started).to.be.below(2000)
  })

  it('is refused for what can authorize nothing', () => {
    const muxed = xdr.ScAddress.scAddressTypeMuxedAccount(
      new xdr.MuxedEd25519Account({ id: new xdr.Uint64(7n), ed25519: Buffer.from(key('joint').publicKey) }),
    )
    const balance = xdr.ScAddress.scAddressTypeClaimableBalance(
      xdr.ClaimableBalanceId.claimableBalanceIdTypeV0(Buffer.alloc(32, 1)),
    )
    const pool = xdr.ScAddress.scAddressTypeLiquidityPool(Buffer.alloc(32, 1) as unknown as xdr.PoolId)
    for (const address of [muxed, balance, pool])
      expect(wordOf(verdictOn(VIEW, { ...BOTH, address }))).to.equal('address-cannot-authorize')
  })
})
