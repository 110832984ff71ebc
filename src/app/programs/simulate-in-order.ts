/**
 * Accounts out of account files have no sequence number; that the envelopes themselves use some up is
 * known all the same. Of two that need the same one, the second cannot run.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Simulation, Submission } from '../../kernel/ledger/index.js'
import { innermostOf, lookup, type AccountId, type LedgerView } from '../../kernel/model/index.js'

const isStateless = (view: LedgerView, id: AccountId): boolean => {
  const found = lookup(view)(id)
  return found._tag === 'Known' && O.isNone(found.account.state)
}

/** The first step that ran although an earlier one had used its sequence number. */
const firstOverused = ({ steps }: Simulation, submissions: readonly Submission[]): O.Option<number> => {
  const used = new Map<AccountId, bigint>()
  for (const [index, { envelope }] of submissions.entries()) {
    const step = steps[index]
    if (step?._tag !== 'Applied') continue
    const { source, sequence } = innermostOf(envelope).transaction
    const last = used.get(source)
    if (last !== undefined && sequence <= last && isStateless(step.applied.view, source)) return O.some(index)
    used.set(source, sequence)
  }
  return O.none
}

/** Simulates submissions so that none uses a sequence number again. */
export const simulateInOrder =
  (run: (submissions: readonly Submission[]) => Simulation) =>
  (submissions: readonly Submission[]): Simulation => {
    let known = submissions
    for (;;) {
      const simulation = run(known)
      const again = firstOverused(simulation, known)
      if (O.isNone(again)) return simulation
      // What comes after it went on from accounts that never are: once more, without it.
      known = known.map((one, index) => (index === again.value ? { ...one, isSequenceUsed: true } : one))
    }
  }
