/**
 * Where the engine is known not to say what the network says. Each one stands here with its reason, is
 * left out of random comparison and counted there; an empty file is the aim.
 */
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
