/** From a specification to base64 XDR. */
import {
  Account,
  Memo,
  Networks,
  type Transaction,
  TransactionBuilder,
  type FeeBumpTransaction,
} from '@stellar/stellar-base'
import { key } from './keys.js'
import type { EnvelopeSpec, FeeBumpSpec, TransactionSpec } from './scenario.js'
import type { Signing } from './signing.js'

const FEE = '100'
/** Of the source account, before the transaction. */
const SEQUENCE = '30064771072'

const transactionOf = (spec: TransactionSpec): Transaction => {
  const builder = new TransactionBuilder(new Account(key(spec.source), SEQUENCE), {
    fee: FEE,
    networkPassphrase: Networks.TESTNET,
    timebounds: { minTime: 0, maxTime: 0 },
  })
  for (const operation of spec.operations) builder.addOperation(operation)
  if (spec.memo !== undefined) builder.addMemo(Memo.text(spec.memo))
  if (spec.extraSigners !== undefined) builder.setExtraSigners([...spec.extraSigners])
  return builder.build()
}

/** The hash that the signers of a transaction sign on the test network. */
export const hashOf = (spec: TransactionSpec): Buffer => transactionOf(spec).hash()

const signed = <T extends Transaction | FeeBumpTransaction>(
  envelope: T,
  signatures: readonly Signing[],
): T => {
  const hashOn = (passphrase: string) => {
    const there = TransactionBuilder.fromXDR(envelope.toXDR(), passphrase)
    return there.hash()
  }
  envelope.signatures.push(...signatures.map(({ sign }) => sign(hashOn)))
  return envelope
}

const feeBumpOf = (
  spec: EnvelopeSpec,
  { source, signatures, signedTooEarly }: FeeBumpSpec,
): FeeBumpTransaction => {
  const around = (inner: Transaction) =>
    TransactionBuilder.buildFeeBumpTransaction(key(source), FEE, inner, Networks.TESTNET)
  const complete = around(signed(transactionOf(spec), spec.signatures))
  if (signedTooEarly === undefined) return signed(complete, signatures)
  complete.signatures.push(...signed(around(transactionOf(spec)), signatures).signatures)
  return complete
}

/** The envelope of a specification, as base64 XDR. */
export const encode = (spec: EnvelopeSpec): string =>
  (spec.feeBump === undefined
    ? signed(transactionOf(spec), spec.signatures)
    : feeBumpOf(spec, spec.feeBump)
  ).toXDR()
