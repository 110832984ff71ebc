/**
 * How much does judging cost beside the signatures? `npm run bench` prints it.
 *
 * A 3-of-5 account, an envelope with two operations, three signatures. Verification of the three is the
 * physical limit; everything else is ours. Compared with what people write today: a loop over signers
 * with a hint filter and the library's own `Keypair.verify`, which moreover accepts what the network
 * rejects.
 */
import * as E from 'fp-ts/lib/Either.js'
import { Account, Asset, Keypair, Networks, Operation, TransactionBuilder } from '@stellar/stellar-base'
import { createHash } from 'node:crypto'
import { decodeEnvelope } from 'quorate'
import { availableBackends } from '../../dist/app/node/ed25519.js'
import {
  DEFAULT_PROTOCOL,
  ed25519Key,
  evaluate,
  ledgerView,
  NETWORKS,
  parseAccountId,
  proveWith,
  selfTested,
  signer,
  type Envelope,
  type Judge,
  type LedgerView,
} from 'quorate/kernel'
import { measure } from './measure.js'

const ROUNDS = Number(process.argv[2] ?? 25)

const right = <L, A>(either: E.Either<L, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const keys = ['anna', 'bruno', 'carla', 'dora', 'emil'].map((name) =>
  Keypair.fromRawEd25519Seed(createHash('sha256').update(`quorate bench: ${name}`).digest()),
)
const treasury = Keypair.fromRawEd25519Seed(createHash('sha256').update('quorate bench: treasury').digest())

const transaction = new TransactionBuilder(new Account(treasury.publicKey(), '41'), {
  fee: '100',
  networkPassphrase: Networks.TESTNET,
})
  .addOperation(Operation.payment({ destination: keys[0]!.publicKey(), asset: Asset.native(), amount: '10' }))
  .addOperation(Operation.setOptions({ homeDomain: 'example.org' }))
  .setTimeout(0)
  .build()
for (const key of keys.slice(0, 3)) transaction.sign(key)
const base64 = transaction.toXDR()

const view: LedgerView = right(
  ledgerView({
    accounts: [
      {
        id: right(parseAccountId(treasury.publicKey())),
        masterWeight: 0,
        thresholds: { low: 3, medium: 3, high: 3 },
        signers: keys.map((key) => signer(ed25519Key(Uint8Array.from(key.rawPublicKey())), 1)),
        state: { _tag: 'None' },
      },
    ],
  }),
)

const decode = (): Envelope => right(decodeEnvelope(NETWORKS.testnet)(base64))
const judgeWith = (prove: Judge['prove']): Judge => ({ protocol: DEFAULT_PROTOCOL, phase: 'validate', prove })
const mustAuthorize = (judge: Judge): void => {
  const verdict = evaluate(judge)(view)(decode())
  if (verdict._tag !== 'Authorized') throw new Error(`bench: ${verdict._tag}`)
}

const backends = availableBackends().filter(({ name }) => name !== 'tweetnacl')
const envelope = decode()
const bare = (verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean) => {
  const work = envelope.signatures.map(
    ({ signature }, index) => [keys[index]!.rawPublicKey(), signature] as const,
  )
  return () => {
    for (const [publicKey, signature] of work)
      if (!verify(publicKey, envelope.hash, signature)) throw new Error('bench: not verified')
  }
}

/** What a careful service does by hand today: parse, hash, filter by hint, verify, add weights. */
const byHand = (): void => {
  const parsed = TransactionBuilder.fromXDR(base64, Networks.TESTNET)
  const hash = parsed.hash()
  let weight = 0
  for (const decorated of parsed.signatures)
    for (const key of keys.map((one) => Keypair.fromPublicKey(one.publicKey())))
      if (key.signatureHint().equals(decorated.hint()) && key.verify(hash, decorated.signature())) weight++
  if (weight < 3) throw new Error('bench: by hand')
}

/** Proofs by hint alone: what is left is decoding, hashing and judging. */
const stubbed = judgeWith(() => true)

const variants = [
  ...backends.flatMap((backend) => [
    { name: `bare ${backend.name}`, calls: 200, run: bare(backend.verify) },
    {
      name: `quorate ${backend.name}`,
      calls: 200,
      run: () => {
        mustAuthorize(judgeWith(proveWith(right(selfTestedOnce(backend.name)))))
      },
    },
  ]),
  { name: 'decode only', calls: 2000, run: decode },
  {
    name: 'quorate without verification',
    calls: 2000,
    run: () => {
      mustAuthorize(stubbed)
    },
  },
  { name: 'by hand, Keypair.verify', calls: 5, run: byHand },
]

function selfTestedOnce(name: string) {
  const found = tested.get(name)
  if (found === undefined) throw new Error(`bench: ${name}`)
  return found
}
const tested = new Map(backends.map((backend) => [backend.name, selfTested(backend)]))

const medians = measure(variants, ROUNDS)
const timeOf = (name: string): number => medians.get(name) ?? Number.NaN
const row = (label: string, value: string, aim: string): void => {
  console.log(`${label.padEnd(58)}${value.padStart(12)}   ${aim}`)
}

console.log(
  `3-of-5, 2 operations, 3 signatures, ${String(base64.length)} characters; median of ${String(ROUNDS)} rounds\n`,
)
for (const [name, time] of medians) row(name, `${time.toFixed(1)} µs`, '')
console.log()
for (const { name } of backends)
  row(
    `bare verifications / quorate, ${name}`,
    (timeOf(`bare ${name}`) / timeOf(`quorate ${name}`)).toFixed(3),
    'aim: at least 0.85',
  )
const best = backends[0]?.name ?? ''
row(
  'by hand / quorate',
  `${(timeOf('by hand, Keypair.verify') / timeOf(`quorate ${best}`)).toFixed(1)} x`,
  'aim: at least 25 x',
)
row(
  'quorate without verification',
  `${timeOf('quorate without verification').toFixed(1)} µs`,
  'aim: at most 20 µs',
)
