/** The vectors are those of SEP-53 itself; the third, over raw bytes, has no text and is left out. */
import { expect } from 'chai'
import { isRight } from 'fp-ts/lib/Either.js'
import {
  fromBase64,
  hashXKey,
  parseSignerKey,
  signedPayloadKey,
  utf8,
  type Bytes,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { strict } from '../../../src/kernel/signature/ed25519.js'
import { messageHash, provesMessage } from '../../../src/kernel/signature/message.js'
import { tweetnacl } from '../../../src/kernel/signature/tweetnacl.js'
import { key, sha256 } from '../../support/build/key.js'

const proves = provesMessage(strict(tweetnacl))

const bytes = (base64: string): Bytes => {
  const read = fromBase64(base64)
  if (isRight(read)) return read.right
  throw new Error(base64)
}

const named = (strkey: string): SignerKey => {
  const read = parseSignerKey(strkey)
  if (isRight(read)) return read.right
  throw new Error(strkey)
}

const STANDARD = named('GBXFXNDLV4LSWA4VB7YIL5GBD7BVNR22SGBTDKMO2SBZZHDXSKZYCP7L')

const VECTORS = [
  [
    'Hello, World!',
    'fO5dbYhXUhBMhe6kId/cuVq/AfEnHRHEvsP8vXh03M1uLpi5e46yO2Q8rEBzu3feXQewcQE5GArp88u6ePK6BA==',
  ],
  [
    'こんにちは、世界！',
    'CDU265Xs8y3OWbB/56H9jPgUss5G9A0qFuTqH2zs2YDgTm+++dIfmAEceFqB7bhfN3am59lCtDXrCtwH2k1GBA==',
  ],
] as const

describe('signed messages', () => {
  for (const [message, signature] of VECTORS)
    it(`takes the signature that SEP-53 gives for ${message}`, () => {
      expect(proves(STANDARD, message, bytes(signature))).to.equal(true)
      expect(proves(STANDARD, `${message} `, bytes(signature))).to.equal(false)
      expect(proves(key('alice').signerKey, message, bytes(signature))).to.equal(false)
    })

  it('takes no signature of the bare message, nor of its bare hash', () => {
    const { signerKey, sign } = key('alice')
    const message = 'alice of treasury'
    expect(proves(signerKey, message, sign(messageHash(message)))).to.equal(true)
    expect(proves(signerKey, message, sign(utf8(message)))).to.equal(false)
    expect(proves(signerKey, message, sign(sha256(message)))).to.equal(false)
  })

  it('takes none of a signer that is no key', () => {
    const { publicKey, sign } = key('alice')
    const signature = sign(messageHash('alice'))
    expect(proves(signedPayloadKey(publicKey, messageHash('alice')), 'alice', signature)).to.equal(false)
    expect(proves(hashXKey(sha256(signature)), 'alice', signature)).to.equal(false)
  })
})
