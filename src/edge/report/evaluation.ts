/** Everything that is told of one evaluated envelope. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Explanation, ListExplanation, Mend } from '../../kernel/engine/index.js'
import type { Network } from '../../kernel/model/index.js'
import { settledBy, type JudgedEntry, type Settled } from '../soroban/index.js'
import type { AsOf } from './as-of.js'
import type { Names } from './names.js'

/** A verdict with its reasons, its mends and the names that its people go by. */
export interface Evaluation {
  readonly network: Network
  /** Who said which network it is. */
  readonly networkFrom: 'command-line' | 'account-file'
  readonly explanation: Explanation
  readonly mends: readonly Mend[]
  readonly names: Names
  /** The network on which signatures verify, where none verifies on this one. */
  readonly signedFor: O.Option<Network>
  /** The authorization entries of smart contract calls; left out where there are none. */
  readonly entries?: readonly JudgedEntry[]
  /** As of which ledger it is; left out where nobody was asked for accounts. */
  readonly asOf?: AsOf
}

/** Whether a list was refused, or passed, before anybody looked at its signatures. */
export const isUnjudged = ({ judgement }: ListExplanation): boolean => judgement.checks.length === 0

/** What is said of the envelope with its entries: the one answer that page, JSON and exit code give. */
export const settledIn = ({ explanation: { verdict }, entries = [] }: Evaluation): Settled =>
  settledBy(verdict, entries)
