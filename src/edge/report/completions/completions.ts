/** Everything that is told of who must still sign one envelope. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Collected, Completion, Completions } from '../../../advice/select/index.js'
import type { Envelope, Network } from '../../../kernel/model/index.js'
import type { AsOf } from '../as-of.js'
import type { CalledLost } from '../called-lost.js'
import type { Names } from '../names.js'

/** A signer that a file calls lost, and that has weight in some requirement here. */
export interface LostSigner extends CalledLost {
  /** Whether its signature is there: then it counts. */
  readonly hasSigned: boolean
  /** Whether it was named as available all the same; it is not asked. */
  readonly isNamed: boolean
}

/** The answer with what surrounds it. */
export interface CompletionsReport {
  readonly network: Network
  readonly names: Names
  readonly envelope: Envelope
  readonly completions: Completions
  /** Nobody asks these, whoever is available. */
  readonly lost: readonly LostSigner[]
  /** The completions that were listed, the best first. */
  readonly collected: Collected
  /** So many are shown. */
  readonly most: number
  /** Whether costs are other than one a signature, and worth showing. */
  readonly showsCost: boolean
  /** The network on which signatures verify, where none verifies on this one. */
  readonly signedFor: O.Option<Network>
  /** Why it can no longer, or not yet, run: its sequence number. */
  readonly sequenceNote: O.Option<string>
  /** As of which ledger it is; left out where nobody was asked for accounts. */
  readonly asOf?: AsOf
}

/**
 * `complete`: the network would say yes as it is. `trim`: nobody has to sign, but signatures must go.
 * `unfinished`: somebody must sign. `conditional`: accounts that were not given decide too.
 */
export type CompletionState = 'complete' | 'trim' | 'unfinished' | 'impossible' | 'conditional' | 'unknown'

/** Where an envelope stands. What nobody can overcome stays so, whatever is not known. */
export const stateOf = ({ verdict, answer, dependsOn }: Completions): CompletionState => {
  if (verdict._tag === 'Authorized') return 'complete'
  if (answer._tag === 'Impossible') return 'impossible'
  if (dependsOn.length > 0) return 'conditional'
  if (answer._tag === 'Unknown') return 'unknown'
  return answer.best.add.length === 0 ? 'trim' : 'unfinished'
}

/** The best completion, where there is one. */
export const bestOf = ({ answer }: Completions): Completion | undefined =>
  answer._tag === 'Possible' ? answer.best : undefined
