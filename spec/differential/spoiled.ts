/** Envelopes of the record with one thing spoiled: what was authorized must not stay so unnoticed. */
import type { DecoratedSignature, Envelope, TransactionEnvelope } from '../../src/kernel/model/index.js'
import { envelopeIn, type Row } from './recorded.js'

type List = readonly DecoratedSignature[]

/** Changes the list that is judged when a ledger closes: that of the transaction, inside a fee bump too. */
const withSignatures =
  (change: (signatures: List) => List) =>
  (envelope: Envelope): Envelope => {
    const changed = (inner: TransactionEnvelope): TransactionEnvelope => ({
      ...inner,
      signatures: change(inner.signatures),
    })
    return envelope._tag === 'FeeBump' ? { ...envelope, inner: changed(envelope.inner) } : changed(envelope)
  }

/** Without its last signature. */
export const withoutLast = withSignatures((signatures) => signatures.slice(0, -1))

/** With its first signature a second time, at the end. */
export const withCopy = withSignatures((signatures) => [...signatures, ...signatures.slice(0, 1)])

/** With one bit of the first signature turned. */
export const withBitTurned = withSignatures((signatures) =>
  signatures.map(({ hint, signature }, i) => {
    const turned = Uint8Array.from(signature)
    if (i === 0 && turned.length > 0) turned[0] = (turned[0] as number) ^ 1
    return { hint, signature: turned }
  }),
)

/** The same bytes, read as if they were meant for another network: every hash is another. */
export const onAnotherNetwork = (row: Row): Envelope => envelopeIn(row, `not ${row.networkPassphrase}`)
