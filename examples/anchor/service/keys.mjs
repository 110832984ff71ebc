// EXAMPLE KEYS. Each seed is the SHA-256 of a public sentence, so anybody has them: good for practice, and for
// nothing else. A service of your own asks a hardware device or a signing service for the two signatures that
// are made here. Quorate never signs, and never sees a secret.
import { createHash } from 'node:crypto'
import nacl from 'tweetnacl'
import { kernel } from 'quorate'

/** The key of a name: its address, and what signs for it. */
export const exampleKey = (name) => {
  const seed = createHash('sha256').update(`quorate example key: ${name}`).digest()
  const { publicKey, secretKey } = nacl.sign.keyPair.fromSeed(seed)
  const key = kernel.ed25519Key(publicKey)
  const inList = kernel.signatureOf(key)
  return {
    address: key.strkey,
    /** One entry for an envelope's list of signatures. */
    sign: (hash) => inList(nacl.sign.detached(hash, secretKey)),
  }
}

export const WARNING =
  'EXAMPLE KEYS: anybody can make the keys of this service again. Use it to learn, and for nothing of value.'
