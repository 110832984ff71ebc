/**
 * Situations: accounts, a transaction, who signs, and what the network says. A situation is judged in
 * both phases, under the oldest and the newest protocol that has it, and under every one between.
 */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../src/app/node/ed25519.js'
import { audit, evaluate, type Judgement, type Verdict } from '../../../src/kernel/engine/index.js'
import {
  preAuthTxKey,
  type Bytes,
  type Envelope,
  type Hash,
  type LedgerView,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import type { Phase, Protocol } from '../../../src/kernel/protocol/index.js'
import { proveWith } from '../../../src/kernel/signature/index.js'
import { account, world, type AccountParts } from '../../support/build/account.js'
import { envelope, feeBump, type EnvelopeParts } from '../../support/build/envelope.js'
import { sha256 } from '../../support/build/key.js'
import type { Signing } from '../../support/build/signature.js'

/** Stands for the hash of the transaction, and of the fee bump around it, before there is one. */
export const THIS: SignerKey = preAuthTxKey(sha256('stands for this transaction'))
export const OUTER: SignerKey = preAuthTxKey(sha256('stands for this fee bump'))

/** Proofs as the network takes them. */
export const prove = proveWith(ed25519())

/** What the engine says under a protocol, in a phase. */
export const judge = (protocol: number, phase: Phase, view: LedgerView, what: Envelope): Verdict =>
  evaluate({ protocol: protocol as Protocol, phase, prove })(view)(what)

/** The same, with the checks that the network did not come to. */
export const auditOf = (protocol: number, phase: Phase, view: LedgerView, what: Envelope): Verdict =>
  audit({ protocol: protocol as Protocol, phase, prove })(view)(what)

export interface Situation {
  readonly what: string
  readonly accounts: readonly AccountParts[]
  /** The first account where nothing is said. */
  readonly transaction: Omit<EnvelopeParts, 'source'> & { readonly source?: string }
  readonly feeBump?: { readonly feeSource: string; readonly signatures?: readonly Signing[] }
  /** From 10 where nothing is said: before, operations were judged one by one at apply. */
  readonly since?: number
  readonly until?: number
  readonly phase?: Phase
  /** As `spoken` writes it, or one for each phase. */
  readonly says: string | Readonly<Record<Phase, string>>
}

const spokenList = ({ code, operations, used }: Judgement): string => {
  const codes = operations.map((one) => (O.isNone(one) ? '?' : one.value === 'opSUCCESS' ? 'ok' : one.value))
  const list = codes.every((one) => one === 'ok') ? '' : ` [${codes.join(', ')}]`
  return `${O.isNone(code) ? '?' : code.value}${list} ${used.map(Number).join('') || '-'}`
}

/** `txFAILED [ok, opBAD_AUTH] 10`: code, operations where one failed, one digit for each signature. */
export const spoken = ({ judgement, inner }: Verdict): string =>
  O.isSome(inner) ? `${spokenList(judgement)} > ${spokenList(inner.value)}` : spokenList(judgement)

const withHashes =
  (inner: Hash, outer: Bytes) =>
  (parts: AccountParts): AccountParts => ({
    ...parts,
    signers: (parts.signers ?? []).map(([who, weight]) => [
      who === THIS ? preAuthTxKey(inner) : who === OUTER ? preAuthTxKey(outer) : who,
      weight,
    ]),
  })

/** The envelope and the accounts of a situation; before 13 transactions were of the first version. */
export const settingOf = (
  { accounts, transaction, feeBump: bump }: Situation,
  protocol: number,
): readonly [LedgerView, Envelope] => {
  const version = protocol < 13 ? 'v0' : 'v1'
  const inner = envelope({ source: accounts[0]?.of ?? 'A', version, ...transaction })
  const whole = bump === undefined ? inner : feeBump({ ...bump, inner })
  return [world(...accounts.map(withHashes(inner.hash, whole.hash)).map(account)), whole]
}

const NEWEST = 28
const PHASES: readonly Phase[] = ['validate', 'apply']

/** One test for each situation. */
export const tell = (situations: readonly Situation[]): void => {
  for (const situation of situations) {
    const { what, says, since = 10, until = NEWEST, phase: only } = situation
    const short = typeof says === 'string' ? says : `${says.validate}; at apply ${says.apply}`
    it(`${what}: ${short}`, () => {
      for (let protocol = since; protocol <= until; protocol++)
        for (const phase of PHASES.filter(
          (one) => one === (only ?? one) && (one === 'validate' || protocol >= 10),
        )) {
          const verdict = judge(protocol, phase, ...settingOf(situation, protocol))
          const expected = typeof says === 'string' ? says : says[phase]
          expect(spoken(verdict), `${phase} at ${protocol}`).to.equal(expected)
        }
    })
  }
}
