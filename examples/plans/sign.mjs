// Signs an unsigned envelope with one of the worthless example keys: for practice, and for nothing else.
// Keys of value belong into a wallet or a hardware device, never into a script.
//
//   node examples/plans/sign.mjs anna < plan/tx1.xdr > anna.xdr
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'

const TESTNET = 'Test SDF Network ; September 2015'

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const uint32 = (number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

const [name] = process.argv.slice(2)
if (name === undefined) {
  console.error('usage: node sign.mjs NAME < UNSIGNED > SIGNED')
  process.exit(2)
}

// The seed of an example key is the SHA-256 of a public sentence, so that anybody can make it again.
const seed = sha256(`quorate example key: ${name}`)
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const privateKey = createPrivateKey({
  key: Buffer.concat([PKCS8_ED25519, seed]),
  format: 'der',
  type: 'pkcs8',
})
const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)

// An envelope is its type, its transaction, and a list of signatures, which is empty so far: four bytes.
// What is signed begins with the same type: the network's hash goes before it (xdr
// `TransactionSignaturePayload`).
const envelope = Buffer.from(readFileSync(0, 'utf8').trim(), 'base64')
const body = envelope.subarray(0, -4)
if (envelope.readUInt32BE(0) !== 2 || !envelope.subarray(-4).equals(uint32(0))) {
  console.error('expected an envelope that nobody has signed')
  process.exit(2)
}
const signature = sign(null, sha256(sha256(TESTNET), body), privateKey)
const decorated = Buffer.concat([publicKey.subarray(-4), uint32(signature.length), signature])
console.log(Buffer.concat([body, uint32(1), decorated]).toString('base64'))
