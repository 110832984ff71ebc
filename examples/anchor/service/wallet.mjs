// Signs for practice: takes `{"transaction": "…"}` from standard input, adds the signatures of example keys by
// their names, and gives it back. Keys of value belong into a wallet or a hardware device, never into a script.
//
//   node examples/anchor/service/wallet.mjs ann < challenge.json > signed.json
import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { decodeEnvelope, NETWORKS } from 'quorate'
import { withSignatures } from 'quorate/edge'
import { exampleKey } from './keys.mjs'

const { transaction } = JSON.parse(readFileSync(0, 'utf8'))
const envelope = decodeEnvelope(NETWORKS.testnet)(transaction)
if (E.isLeft(envelope)) throw new Error(envelope.left.message)
const added = process.argv.slice(2).map((name) => exampleKey(name).sign(envelope.right.hash))
const signed = withSignatures([...envelope.right.signatures, ...added])(transaction)
if (E.isLeft(signed)) throw new Error(signed.left.message)
console.log(JSON.stringify({ transaction: signed.right }))
