/** The unsigned envelopes of a plan: as XDR for programs, as txrep for people, as a URI for wallets. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Plan } from '../../advice/plan/index.js'
import type { Artefact, Artefacts } from '../../edge/report/index.js'
import { encodeTransaction, transactionUri, txrepOf } from '../../edge/xdr/index.js'
import type { Failure, Network, Transaction } from '../../kernel/model/index.js'

const notMade = (because: string, help?: string): Artefacts => ({
  _tag: 'NotMade',
  because,
  help: O.fromNullable(help),
})

const artefactOf = (
  network: Network,
  transaction: Transaction,
  index: number,
): E.Either<Failure, Artefact> => {
  const encoded = encodeTransaction(network)(transaction)
  if (E.isLeft(encoded)) return encoded
  const { base64, envelope } = encoded.right
  const txrep = txrepOf(base64)
  if (E.isLeft(txrep)) return txrep
  const uri = transactionUri({ base64, network })
  return E.isLeft(uri)
    ? uri
    : E.right({ index, hash: envelope.hash, xdr: base64, txrep: txrep.right, uri: uri.right })
}

/**
 * The envelopes, or why there are none: a plan that cannot be applied has none, and without network or
 * sequence number nobody could write them.
 *
 * Failures: those of encoding.
 */
export const artefactsOf = (plan: Plan, network: O.Option<Network>): E.Either<Failure, Artefacts> => {
  if (plan.transactions.length === 0) return E.right(notMade('there is nothing to do'))
  if (!plan.applyable) return E.right(notMade('the plan is not decided'))
  if (O.isNone(network))
    return E.right(notMade('nothing says which network the account is on', 'give --network'))
  const artefacts: Artefact[] = []
  for (const [index, { transaction }] of plan.transactions.entries()) {
    if (O.isNone(transaction))
      return E.right(
        notMade('the sequence number of the account is not known', 'give --live FILE or --sequence N'),
      )
    const made = artefactOf(network.value, transaction.value, index)
    if (E.isLeft(made)) return made
    artefacts.push(made.right)
  }
  return E.right({ _tag: 'Made', artefacts })
}
