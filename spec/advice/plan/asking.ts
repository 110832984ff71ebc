/** Plans for specs: what is not said is as nobody would notice it; keys by the names of `build/key`. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { plan, type Plan, type PlanRefusal, type PlanRequest } from '../../../src/advice/plan/index.js'
import { ledgerHeader, simulate, type Simulation } from '../../../src/kernel/ledger/index.js'
import type { Account, Failure } from '../../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../../src/kernel/protocol/index.js'
import { proveWith, strict, tweetnacl } from '../../../src/kernel/signature/index.js'
import { world } from '../../support/build/account.js'
import { envelopeAround } from '../../support/build/envelope.js'
import { key } from '../../support/build/key.js'
import { by } from '../../support/build/signature.js'

export const PROVE = proveWith(strict(tweetnacl))

/** All names that specs use, so that keys can be told by them. */
export const nameOf =
  (names: readonly string[]) =>
  (strkey: string): string =>
    names.find((name) => key(name).id === strkey) ?? strkey

/** A request with what is not said filled in. */
export const request = (
  from: Account,
  to: Account,
  parts: Partial<PlanRequest> = {},
  names: readonly string[] = [],
): PlanRequest => ({
  network: O.none,
  from,
  to,
  live: O.none,
  sequence: O.none,
  header: ledgerHeader(DEFAULT_PROTOCOL),
  unavailable: new Set(),
  atHand: new Set(),
  others: [],
  pending: [],
  prove: PROVE,
  promised: O.none,
  prefer: 'atomic',
  proveKeys: false,
  needsReserve: false,
  expected: O.none,
  nameOf: nameOf(names),
  ...parts,
})

/** The plan, where there must be one. */
export const planFor = (asked: PlanRequest): Plan => {
  const planned = plan(asked)
  if (E.isRight(planned)) return planned.right
  throw new Error(
    planned.left._tag === 'Failure'
      ? planned.left.message
      : planned.left.reasons.map(({ code, says }) => `${code}: ${says}`).join('\n'),
  )
}

/** Why there is none, where there must be none. */
export const refusalFor = (asked: PlanRequest): PlanRefusal | Failure => {
  const planned = plan(asked)
  if (E.isLeft(planned)) return planned.left
  throw new Error('there is a plan')
}

/** Executes a plan by the engine, with signatures of throw-away keys that can be verified. */
export const executed = ({ from, transactions }: Plan, names: readonly string[]): Simulation =>
  simulate(DEFAULT_PROTOCOL, PROVE)(world(from))(
    transactions.map(({ transaction, signing }) => {
      if (O.isNone(transaction)) throw new Error('the sequence number is not known')
      const signings = signing.signers.map(({ strkey }) => by(nameOf(names)(strkey)))
      return {
        envelope: envelopeAround(transaction.value, signings),
        ledgerSequence: O.none,
        closeTime: O.none,
      }
    }),
  )
