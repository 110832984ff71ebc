/** What a plan is asked for: two configurations of one account, and what is known beside them. */
import type * as O from 'fp-ts/lib/Option.js'
import type { LedgerHeader } from '../../kernel/ledger/index.js'
import type { Account, Envelope, Network } from '../../kernel/model/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import type { Policy, Recorded } from '../policy/index.js'

/** The policy whose claims are to hold of the result, and whose tests are to pass. */
export interface Promised {
  readonly policy: Policy
  /** The name that the account has there. */
  readonly account: string
  /** The policy before the change, for claims that compare with it; see `checkClaims` where the ledger differs. */
  readonly base: O.Option<Policy>
  /** What its tests with envelopes are judged with. */
  readonly recorded: Recorded
}

/** A question for a plan. */
export interface PlanRequest {
  /** The network of the account, for the digests; none where nobody says it. */
  readonly network: O.Option<Network>
  /** What the account is said to be. */
  readonly from: Account
  /** What it is to be. */
  readonly to: Account
  /**
   * What it is in the ledger. The plan then begins there, because there its operations run; how it
   * differs from `from` is told as drift.
   */
  readonly live: O.Option<Account>
  /** The sequence number that the account has now, where no state says it. */
  readonly sequence: O.Option<bigint>
  /** Protocol, base fee and base reserve. */
  readonly header: LedgerHeader
  /** StrKeys of signers who cannot sign: lost, ill, gone. */
  readonly unavailable: ReadonlySet<string>
  /** StrKeys of conditional signers whose preimage or payload signature somebody has. */
  readonly atHand: ReadonlySet<string>
  /** Other accounts, as they are: the plan leaves them alone, and pending envelopes may act for them too. */
  readonly others: readonly Account[]
  /** Envelopes that are out there, signed or half signed. */
  readonly pending: readonly Envelope[]
  /** How the signatures of pending envelopes are proved. */
  readonly prove: Prove
  readonly promised: O.Option<Promised>
  /** One transaction where that is possible, or several with a safe state after each. */
  readonly prefer: 'atomic' | 'staged'
  /** Whether every new key has to sign once before it matters. */
  readonly proveKeys: boolean
  /** Whether the plan is undecided where balance and reserve are not known. */
  readonly needsReserve: boolean
  /** The digest that the account had when somebody looked (`stateDigest`). */
  readonly expected: O.Option<string>
  /** How people call a key, by its StrKey. */
  readonly nameOf: (strkey: string) => string
}
