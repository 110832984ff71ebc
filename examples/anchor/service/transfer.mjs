// What a transaction does. Quorate reads what bears on authority; amounts, assets and flags are read by the
// library of the network, and the hash shows that both read the same transaction.
import { TransactionBuilder } from '@stellar/stellar-base'
import { decodeEnvelope } from 'quorate'
import { refused, refusedBy } from './answers.mjs'

const readAgain = (text, { passphrase }) => {
  try {
    return TransactionBuilder.fromXDR(text, passphrase)
  } catch {
    return undefined
  }
}

/** From a text to `{ envelope, operations }` or `{ refusal }`. */
export const makeReader = (network) => {
  const decode = decodeEnvelope(network)
  return (text) => {
    const decoded = decode(text)
    if (decoded._tag === 'Left') return { refusal: refusedBy(400, decoded.left) }
    const envelope = decoded.right
    if (envelope._tag === 'FeeBump')
      return { refusal: refused(422, 'fee-bump', 'send the transaction without the fee bump') }
    const transfer = readAgain(text, network)
    return transfer !== undefined && transfer.hash().equals(envelope.hash)
      ? { envelope, operations: transfer.operations }
      : { refusal: refused(422, 'not-readable', 'the transaction does something that cannot be read here') }
  }
}
