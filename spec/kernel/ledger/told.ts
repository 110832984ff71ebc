/** Simulations of hand-made worlds, and what they say in words that a spec can read. */
import * as O from 'fp-ts/lib/Option.js'
import {
  advance,
  ledgerHeader,
  simulate,
  type Advance,
  type Applied,
  type Otherwise,
  type SimulatedStep,
  type Simulation,
  type Warning,
} from '../../../src/kernel/ledger/index.js'
import type { Account, Envelope, LedgerView, Operation, SignerKey } from '../../../src/kernel/model/index.js'
import type { Protocol } from '../../../src/kernel/protocol/index.js'
import { key } from '../../support/build/key.js'
import { idOf, type Who } from '../../support/build/operation.js'
import { knownIn, prove, recordedHeader } from './recorded-row.js'

const NEWEST = 28

/** One envelope after the other in ledgers 1000000, 1000001, ... under the newest protocol. */
export const simulated = (view: LedgerView, ...envelopes: readonly Envelope[]): Simulation =>
  simulate(NEWEST as Protocol, prove)(view)(
    envelopes.map((envelope, i) => ({
      envelope,
      ledgerSequence: O.some(1_000_000 + i),
      closeTime: O.some(1_600_000_000n + BigInt(5 * i)),
    })),
  )

const certain = (advanced: Advance): Applied => {
  if (advanced._tag === 'Undetermined') throw new Error(`undetermined: ${advanced.missing.join(' ')}`)
  return advanced
}

/** A ledger that closed with an envelope, whether or not a node would have let it in. */
export const applied = (
  view: LedgerView,
  envelope: Envelope,
  protocol = NEWEST,
  otherwise?: Otherwise,
): Applied => certain(advance(recordedHeader(protocol), prove, otherwise)(view)(envelope))

/** The same in a ledger of which nothing is known. */
export const appliedSomewhere = (view: LedgerView, envelope: Envelope): Applied =>
  certain(advance(ledgerHeader(NEWEST as Protocol), prove)(view)(envelope))

/** `txFAILED [PAYMENT_SUCCESS, opBAD_AUTH]`: the code, and those of the operations where one failed. */
export const spoken = (said: { readonly code: string; readonly operations: readonly string[] }): string =>
  said.operations.every((code) => code.endsWith('_SUCCESS'))
    ? said.code
    : `${said.code} [${said.operations.join(', ')}]`

/** What came of a step: its code, or `refused:` and the code. */
export const outcomeOf = (step: SimulatedStep): string => {
  switch (step._tag) {
    case 'Applied':
      return spoken(step.applied)
    case 'Refused':
      return `refused: ${spoken(step.validation)}`
    case 'Undetermined':
      return 'undetermined'
  }
}

export const outcomes = ({ steps }: Simulation): readonly string[] => steps.map(outcomeOf)

/** Gives keys and accounts the names that a story knows them by; of others the first letters are said. */
const nameIn =
  (names: readonly string[], keys: Readonly<Record<string, SignerKey>>) =>
  (strkey: string): string =>
    names.find((name) => key(name).id === strkey) ??
    Object.keys(keys).find((name) => keys[name]?.strkey === strkey) ??
    strkey.slice(0, 8)

const wordsOf = (warning: Warning, name: (strkey: string) => string): readonly (string | number)[] => {
  switch (warning.code) {
    case 'locked-out':
    case 'sequence-gap':
    case 'sequence-exhausted':
      return [name(warning.account)]
    case 'level-out-of-reach':
      return [name(warning.account), warning.level]
    case 'escalation':
      return [name(warning.account), warning.level, ...warning.coalition.map(({ strkey }) => name(strkey))]
    case 'pre-auth-dangling':
    case 'preimage-public':
      return [name(warning.account), name(warning.key.strkey)]
    case 'dead-envelope':
      return [warning.reason]
    case 'same-sequence':
      return [name(warning.account), warning.other]
  }
}

/** `1 escalation joint Medium carol`: step, code, and the rest by name, in an order of their own. */
export const warned = (
  { warnings }: Simulation,
  names: readonly string[],
  keys: Readonly<Record<string, SignerKey>> = {},
): readonly string[] =>
  warnings
    .map((warning) => [warning.step, warning.code, ...wordsOf(warning, nameIn(names, keys))].join(' '))
    .toSorted()

/** An account in a view, which must be there. */
export const the = (who: Who, { view }: { readonly view: LedgerView }): Account => {
  const found = knownIn(view, idOf(who))
  if (found === undefined) throw new Error(`no account ${JSON.stringify(who)}`)
  return found
}

/** Sequence number, balance and counters of an account that has them. */
export const stateOf = (
  who: Who,
  where: { readonly view: LedgerView },
): Extract<Account['state'], { readonly _tag: 'Some' }>['value'] => {
  const { state } = the(who, where)
  if (state._tag === 'None') throw new Error(`no state of ${JSON.stringify(who)}`)
  return state.value
}

/** The end of a sponsorship, which needs no more than a source. */
export const endSponsoring = (from: Who): Operation => ({
  _tag: 'EndSponsoringFutureReserves',
  source: O.some(idOf(from)),
})
