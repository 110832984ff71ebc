/**
 * Where the engine is known not to say what the network says. Each one stands here with its reason, is
 * left out of random comparison and counted there; an empty file is the aim.
 */
import { innermostOf, type AccountId } from '../../src/kernel/model/index.js'
import type { Question } from '../reference/checker.js'
import { hasUnreadableFee } from '../reference/gates.js'

/**
 * A fee bump around a contract transaction that declares no resources: the network cannot read what it
 * costs, and calls the fee bump itself malformed (`FeeBumpTransactionFrame::XDRProvidesValidFee`). The
 * engine judges the outer signatures first. No such envelope is ever in a ledger.
 */
const isUnreadableFeeBump = ({ envelope, protocol, phase }: Question): boolean =>
  phase === 'validate' && envelope._tag === 'FeeBump' && hasUnreadableFee(envelope.inner, protocol)

/** Whether a case is one of the open differences. */
export const isOpen = (asked: Question): boolean => isUnreadableFeeBump(asked)

/**
 * Where accounts are merged into at apply. A destination that was not fetched may not exist; then the
 * merge fails and its source can act again, but the engine takes the source to be gone, and calls a
 * rejection certain that is not (the network's code is `txFAILED` in both cases).
 */
export const mergeDestinations = ({ envelope, phase }: Question): readonly AccountId[] =>
  phase === 'validate'
    ? []
    : innermostOf(envelope).transaction.operations.flatMap((operation) =>
        operation._tag === 'AccountMerge' ? [operation.destination] : [],
      )
