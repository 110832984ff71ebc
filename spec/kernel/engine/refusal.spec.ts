/** What is refused by its form, before any account or signature: each reason, and where it begins and ends. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { EMPTY_VIEW, signedPayloadKey, type Envelope } from '../../../src/kernel/model/index.js'
import type { RefusalReason } from '../../../src/kernel/engine/index.js'
import type { Phase } from '../../../src/kernel/protocol/index.js'
import { key } from '../../support/build/key.js'
import { operation } from '../../support/build/operation.js'
import { bump, E, invokeWith, ROWS, soroban, tx } from './refused.js'
import { judge } from './situation.js'

/** The reason for which a protocol refuses an envelope, or nothing. */
const reasonAt = (protocol: number, phase: Phase, what: Envelope): string => {
  const { judgement } = judge(protocol, phase, EMPTY_VIEW, what)
  return O.isSome(judgement.fault) && judgement.fault.value._tag === 'Form'
    ? judgement.fault.value.reason
    : 'none'
}

describe('refusal', () => {
  for (const { reason, code, what, envelope: one, from, to, phase: only } of ROWS)
    it(`of ${what}, ${from} to ${to}: ${code}, ${reason}`, () => {
      for (const phase of [only ?? 'validate', only ?? 'apply'] as const)
        for (let protocol = phase === 'apply' ? 10 : 8; protocol <= 28; protocol++) {
          const inRange = protocol >= from && protocol <= to
          const found = reasonAt(protocol, phase, one)
          if (!inRange) {
            expect(found, `${phase} at ${protocol}`).to.not.equal(reason)
            continue
          }
          const verdict = judge(protocol, phase, EMPTY_VIEW, one)
          expect(found, `${phase} at ${protocol}`).to.equal(reason)
          expect(verdict._tag).to.equal('Rejected')
          expect(verdict.judgement).to.deep.include({ code: O.some(code), checks: [], operations: [] })
          expect(verdict.inner).to.deep.equal(O.none)
        }
    })

  it('has a row for every reason', () => {
    const all: Readonly<Record<RefusalReason, true>> = {
      'fee-bump-not-supported': true,
      'v1-envelope-not-supported': true,
      'muxed-account-not-supported': true,
      'preconditions-v2-not-supported': true,
      'extra-signer-twice': true,
      'extra-signer-without-payload': true,
      'no-operations': true,
      'soroban-not-supported': true,
      'soroban-not-alone': true,
      'soroban-without-resources': true,
      'resources-without-soroban': true,
      'soroban-memo-or-muxed-source': true,
      'credentials-not-supported': true,
    }
    expect([...new Set(ROWS.map(({ reason }) => reason))]).to.have.members(Object.keys(all))
  })

  const FINE: Readonly<Record<string, readonly [what: Envelope, from: number]>> = {
    'a v0 envelope, also where nodes make a v1 one of it': [tx({ version: 'v0' }), 8],
    'a v1 envelope': [tx({ version: 'v1' }), 13],
    'a muxed account': [tx({ isMuxed: true }), 13],
    'the same key as extra signer twice, once with a payload': [
      tx({ extraSigners: [E, signedPayloadKey(key('E').publicKey, Uint8Array.of(1))] }),
      19,
    ],
    'an empty list of extra signers': [tx({ extraSigners: [] }), 19],
    'an invocation with resources': [soroban({}), 20],
    'an invocation with an entry of the first kind': [soroban({ operations: [invokeWith('Address')] }), 20],
    'an extension with a memo, from a muxed source': [
      tx({
        operations: [operation('ExtendFootprintTTL')],
        hasSorobanData: true,
        hasMemo: true,
        isMuxed: true,
      }),
      20,
    ],
  }
  for (const [what, [one, from]] of Object.entries(FINE))
    it(`does not concern ${what}, from ${from}`, () => {
      for (let protocol = from; protocol <= 28; protocol++)
        expect(reasonAt(protocol, 'validate', one), `at ${protocol}`).to.equal('none')
    })

  it('does not concern a memo on an invocation before protocol 25, nor resources on a payment before 21', () => {
    expect(reasonAt(24, 'validate', soroban({ hasMemo: true, isMuxed: true }))).to.equal('none')
    expect(reasonAt(20, 'validate', tx({ hasSorobanData: true }))).to.equal('none')
  })

  it('of the form inside a fee bump is that of the inner transaction', () => {
    const verdict = judge(27, 'apply', EMPTY_VIEW, bump({ operations: [] }))
    expect(verdict).to.deep.include({ _tag: 'Rejected', code: 'txFEE_BUMP_INNER_FAILED' })
    expect(O.toUndefined(verdict.inner)?.code).to.deep.equal(O.some('txMISSING_OPERATION'))
  })
})
