/** What is wrong with a SetOptions whatever the ledger holds, in the network's order; and its effects. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { setOptionsFault } from '../../../src/kernel/ledger/set-options.js'
import {
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  type Account,
  type SetOptions,
} from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { account, world } from '../../support/build/account.js'
import { envelope } from '../../support/build/envelope.js'
import { key, sha256 } from '../../support/build/key.js'
import { setOptions } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { applied, spoken, stateOf, the } from './told.js'

type Options = Parameters<typeof setOptions>[0]

const { publicKey, id } = key('joint')

const fault = (options: Options, protocol: number): string =>
  O.getOrElse(() => 'none')(setOptionsFault(protocol as Protocol, id, setOptions(options)))

const PROTOCOLS = Array.from({ length: 19 }, (_, i) => 10 + i)

/** Changes, and the code that they meet: always, or until or from a protocol. */
const FAULTS: readonly (readonly [string, Options, string, { readonly until?: number }?])[] = [
  ['nothing', {}, 'none'],
  ['an unknown flag to set', { setFlags: 16 }, 'UNKNOWN_FLAG'],
  ['an unknown flag to clear', { clearFlags: 0x8000_0000 }, 'UNKNOWN_FLAG'],
  ['the clawback flag before it came', { setFlags: 8 }, 'UNKNOWN_FLAG', { until: 16 }],
  ['one flag to set and to clear', { setFlags: 3, clearFlags: 2 }, 'BAD_FLAGS'],
  ['other flags to set than to clear', { setFlags: 1, clearFlags: 2 }, 'none'],
  ['a master weight of 256', { master: 256 }, 'THRESHOLD_OUT_OF_RANGE'],
  ['a low threshold of 256', { low: 256 }, 'THRESHOLD_OUT_OF_RANGE'],
  ['a medium threshold of 256', { medium: 256 }, 'THRESHOLD_OUT_OF_RANGE'],
  ['a high threshold of the largest number', { high: 0xffff_ffff }, 'THRESHOLD_OUT_OF_RANGE'],
  ['all at 255', { master: 255, low: 255, medium: 255, high: 255 }, 'none'],
  ['its own key as a signer', { signer: ['joint', 1] }, 'BAD_SIGNER'],
  ['its own key as a signer to remove', { signer: ['joint', 0] }, 'BAD_SIGNER'],
  ['a signer of weight 256', { signer: ['bilal', 256] }, 'BAD_SIGNER'],
  ['a signer of weight 255', { signer: ['bilal', 255] }, 'none'],
  ['a pre-authorized transaction', { signer: [preAuthTxKey(sha256('t')), 1] }, 'none'],
  ['a hash(x)', { signer: [hashXKey(sha256('x')), 1] }, 'none'],
  [
    'a payload signer before they came',
    { signer: [signedPayloadKey(publicKey, sha256('p')), 1] },
    'BAD_SIGNER',
    { until: 18 },
  ],
  ['an empty payload', { signer: [signedPayloadKey(publicKey, new Uint8Array()), 1] }, 'BAD_SIGNER'],
  [
    'an empty payload to remove',
    { signer: [signedPayloadKey(publicKey, new Uint8Array()), 0] },
    'BAD_SIGNER',
  ],
  ['a home domain', { homeDomain: 'example.org' }, 'none'],
  ['an empty home domain', { homeDomain: '' }, 'none'],
  ['a home domain with a control character', { homeDomain: 'a\n' }, 'INVALID_HOME_DOMAIN'],
  ['a home domain beyond ASCII', { homeDomain: 'exämple.org' }, 'INVALID_HOME_DOMAIN'],
  ['a home domain with DEL', { homeDomain: Uint8Array.of(0x7f) }, 'INVALID_HOME_DOMAIN'],
]

/** Every fault at once, and what is found after the first, the second and so on have been mended. */
const LADDER: readonly (readonly [Partial<Options>, string])[] = [
  [{ setFlags: 0x11, clearFlags: 1 }, 'UNKNOWN_FLAG'],
  [{ setFlags: 1, clearFlags: 1 }, 'BAD_FLAGS'],
  [{ setFlags: 1, clearFlags: 0 }, 'THRESHOLD_OUT_OF_RANGE'],
  [{ master: 1, high: 255 }, 'BAD_SIGNER'],
  [{ signer: ['bilal', 1] }, 'INVALID_HOME_DOMAIN'],
  [{ homeDomain: 'example.org' }, 'none'],
]

const coded = (name: string): string => (name === 'none' ? name : `SET_OPTIONS_${name}`)

describe('ledger: SetOptions, by its form', () => {
  for (const [what, options, code, { until = 28 } = {}] of FAULTS)
    it(`${what}: ${code}${until < 28 ? `, until ${until}` : ''}`, () => {
      for (const protocol of PROTOCOLS)
        expect(fault(options, protocol), `protocol ${protocol}`).to.equal(
          protocol <= until ? coded(code) : 'none',
        )
    })

  it('of several faults the first is said: flags, weights, signer, home domain', () => {
    let options: Options = { master: 256, high: 256, signer: ['joint', 256], homeDomain: '\n' }
    for (const [mended, code] of LADDER) {
      options = { ...options, ...mended }
      expect(fault(options, 28)).to.equal(coded(code))
    }
  })
})

describe('ledger: SetOptions, by its effects', () => {
  const change = (before: Account, operation: SetOptions, protocol = 28): ReturnType<typeof applied> =>
    applied(
      world(before),
      envelope({
        source: 'joint',
        operations: [operation],
        signatures: [by('joint')],
        version: protocol < 13 ? 'v0' : 'v1',
      }),
      protocol,
    )
  const flagged = (flags: number): Account => account({ of: 'joint', state: { flags } })
  const IMMUTABLE = 4

  it('of immutable flags: none can change, but naming none is no change', () => {
    const immutable = flagged(IMMUTABLE)
    const cannot = 'txFAILED [SET_OPTIONS_CANT_CHANGE]'
    expect(spoken(change(immutable, setOptions({ setFlags: 1 })))).to.equal(cannot)
    expect(spoken(change(immutable, setOptions({ clearFlags: IMMUTABLE })))).to.equal(cannot)
    expect(spoken(change(immutable, setOptions({ setFlags: 0, clearFlags: 0 })))).to.equal('txSUCCESS')
  })

  it('of flags that become immutable: clearing comes before setting', () => {
    const after = change(flagged(1), setOptions({ clearFlags: 1, setFlags: IMMUTABLE }))
    expect([spoken(after), stateOf('joint', after).flags]).to.deep.equal(['txSUCCESS', IMMUTABLE])
  })

  it('of clawback, from 17 on: it needs revocable', () => {
    const needs = 'txFAILED [SET_OPTIONS_AUTH_REVOCABLE_REQUIRED]'
    expect(spoken(change(flagged(0), setOptions({ setFlags: 8 })))).to.equal(needs)
    expect(spoken(change(flagged(10), setOptions({ clearFlags: 2 })))).to.equal(needs)
    expect(spoken(change(flagged(0), setOptions({ setFlags: 10 })))).to.equal('txSUCCESS')
  })

  it('of an inflation destination: it must exist', () => {
    const failed = change(flagged(0), setOptions({ inflationDestination: 'nobody', master: 9 }))
    expect(spoken(failed)).to.equal('txFAILED [SET_OPTIONS_INVALID_INFLATION]')
    expect(the('joint', failed).masterWeight).to.equal(1)
  })

  it('of weights and signers: 0 is a value, absence keeps, an absent signer is removed for nothing', () => {
    const before = account({ of: 'joint', low: 1, medium: 2, high: 3, master: 5, state: {} })
    const after = the('joint', change(before, setOptions({ medium: 0, signer: ['bilal', 0] })))
    expect(after).to.deep.include({
      masterWeight: 5,
      thresholds: { low: 1, medium: 0, high: 3 },
      signers: [],
    })
  })

  it('of a new signer: it stands where the ledger keeps it, by kind and then by key', () => {
    const keys = [
      signedPayloadKey(publicKey, sha256('p')),
      hashXKey(sha256('x')),
      preAuthTxKey(sha256('t')),
      key('bilal').signerKey,
      key('carol').signerKey,
    ]
    const operations = keys.map((one) => setOptions({ signer: [one, 1] }))
    const asked = envelope({ source: 'joint', operations, signatures: [by('joint')] })
    const after = the('joint', applied(world(flagged(0)), asked))
    const inOrder = account({ of: 'joint', signers: keys.map((one) => [one, 1] as const) })
    expect(after.signers).to.deep.equal(inOrder.signers)
  })
})
