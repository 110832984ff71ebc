/** Whether an envelope's sequence number keeps it from running, as far as its account's is known. */
import * as O from 'fp-ts/lib/Option.js'
import { sequenceText, type Names } from '../../edge/report/index.js'
import { isBadSequence, ledgerHeader } from '../../kernel/ledger/index.js'
import { innermostOf, lookup, type Envelope, type LedgerView } from '../../kernel/model/index.js'
import type { Protocol } from '../../kernel/protocol/index.js'

/** Why the envelope would be refused for its sequence number; none where it is its turn, or unknown. */
export const sequenceNoteOf = (
  protocol: Protocol,
  view: LedgerView,
  envelope: Envelope,
  names: Names,
): O.Option<string> => {
  const { transaction } = innermostOf(envelope)
  const found = lookup(view)(transaction.source)
  return found._tag === 'Known' &&
    O.isSome(found.account.state) &&
    isBadSequence(ledgerHeader(protocol), found.account.state.value, transaction)
    ? O.some(sequenceText({ names, envelope, view }))
    : O.none
}
