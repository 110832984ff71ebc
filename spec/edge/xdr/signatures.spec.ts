import { xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import { encodedSizeOf, hintOf, signaturesOf } from '../../../src/edge/xdr/signatures.js'
import { ALICE, baseTransaction, decodedTransaction } from './fixture.js'

const signature = (length: number): xdr.DecoratedSignature =>
  new xdr.DecoratedSignature({ hint: Buffer.from([0xff, 0, 1, 2]), signature: Buffer.alloc(length, 5) })

describe('xdr: signatures', () => {
  it('reads a hint as one unsigned number', () => {
    expect(hintOf(Uint8Array.of(0xff, 0, 1, 2))).to.equal(0xff000102)
    expect(hintOf(Uint8Array.of(0, 0, 0, 1))).to.equal(1)
  })

  it('knows the encoded size of a list for every length of a signature', () => {
    for (let length = 0; length <= 64; length++) {
      const list = [signature(length), signature(64), signature(length)]
      const envelope = new xdr.TransactionV1Envelope({
        tx: baseTransaction([]).toEnvelope().v1().tx(),
        signatures: list,
      })
      const encoded = envelope.toXDR().length - envelope.tx().toXDR().length
      expect(encodedSizeOf(signaturesOf(list))).to.equal(encoded)
    }
  })

  it('does not change the hash, whatever their number and length', () => {
    const bare = baseTransaction([])
    const envelope = bare.toEnvelope()
    for (const lengths of [[], [0], [1, 2, 3], [64], [63, 64], Array.from({ length: 20 }, (_, i) => i)]) {
      envelope.v1().signatures(lengths.map(signature))
      const decoded = decodedTransaction(envelope.toXDR('base64'))
      expect(decoded.signatures.map((s) => s.signature.length)).to.deep.equal(lengths)
      expect(decoded.hash).to.deep.equal(Uint8Array.from(bare.hash()))
    }
  })

  it('keeps order and duplicates', () => {
    const transaction = baseTransaction([], { sign: [ALICE, ALICE] })
    const { signatures } = decodedTransaction(transaction.toXDR())
    expect(signatures.length).to.equal(2)
    expect(signatures[0]).to.deep.equal(signatures[1])
    expect(signatures[0]!.hint).to.equal(hintOf(ALICE.signatureHint()))
  })
})
