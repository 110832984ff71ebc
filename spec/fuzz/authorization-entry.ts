/**
 * Fuzzing of authorization entries: recorded ones, and ones with the credentials of protocol 27, damaged in
 * every way that a copy can be, must be read or refused, and judged, in bounded time. What is read with a
 * changed signature, number or call must not authorize what the original does.
 *
 *     tsx spec/fuzz/authorization-entry.ts --count 1000000 --seed 1
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { parseArgs } from 'node:util'
import { ed25519 } from '../../src/app/node/ed25519.js'
import { judgeEntry, type EntryVerdict } from '../../src/edge/soroban/index.js'
import { decodeAuthorizationEntryBytes } from '../../src/edge/xdr/index.js'
import { NETWORKS, type Bytes } from '../../src/kernel/model/index.js'
import type { Protocol } from '../../src/kernel/protocol/index.js'
import { proveWith } from '../../src/kernel/signature/index.js'
import { account, world } from '../support/build/account.js'
import {
  accountAddress,
  contractAddress,
  entryBytes,
  inOrder,
  signedBy,
} from '../support/build/authorization-entry.js'
import { loadVectors } from '../support/vectors.js'
import { MUTATIONS } from './mutate.js'
import { pick, randomFrom } from './random.js'

/** All others are not known, so that the signatures of all are looked at. */
const VIEW = {
  ...world(account({ of: 'joint', master: 1, medium: 2, signers: [['bilal', 1]] })),
  closedWorld: false,
}
const BOTH = inOrder('joint', 'bilal')

const RECORDED = loadVectors<{ readonly authEntry: string }>('soroban-auth-entries').map(
  ({ authEntry }): Bytes => Uint8Array.from(Buffer.from(authEntry, 'base64')),
)
const MADE: readonly Bytes[] = [
  ...(['Address', 'AddressV2', 'AddressWithDelegates'] as const).map((credentials) =>
    entryBytes({ credentials, signers: BOTH }),
  ),
  entryBytes({
    credentials: 'AddressWithDelegates',
    address: contractAddress(),
    delegates: (payload) => [
      { address: accountAddress('joint'), signature: signedBy(...BOTH)(payload) },
      { address: contractAddress(1), delegates: [{ address: contractAddress(2) }] },
    ],
  }),
]
const CORPUS = [...RECORDED, ...MADE]

const judge = judgeEntry({
  network: NETWORKS.testnet,
  protocol: 27 as Protocol,
  prove: proveWith(ed25519()),
  ledger: O.none,
  maxEntryTtl: O.none,
})(VIEW)

const wordOf = (verdict: EntryVerdict): string => (verdict._tag === 'Refused' ? verdict.reason : verdict._tag)

const isSame = (a: Bytes, b: Bytes): boolean => Buffer.compare(a, b) === 0

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
const count = Number(values.count)
const random = randomFrom(Number(values.seed))
const tally = new Map<string, number>()
const started = Date.now()
let slowest = 0

const answerOf = (bytes: Bytes): string => {
  const entry = decodeAuthorizationEntryBytes(bytes)
  if (E.isLeft(entry)) return entry.left.code
  const word = wordOf(judge(entry.right))
  // Nobody signed anything but the entries that were made: whatever else is authorized was forged. The
  // delegates of a classic account are no part of what is signed, and are never asked.
  const isOpen = entry.right.credentials._tag === 'AddressWithDelegates'
  if (word === 'Authorizes' && !isOpen && !MADE.some((made) => isSame(made, bytes))) throw new Error('forged')
  return word
}

for (let n = 0; n < count; n++) {
  const [how, mutate] = pick(random, MUTATIONS)
  let bytes = pick(random, random(2) === 0 ? MADE : CORPUS)
  for (let times = 1 + random(3); times > 0; times--) bytes = mutate(random, bytes, pick(random, CORPUS))
  const start = process.hrtime.bigint()
  try {
    const word = answerOf(bytes)
    tally.set(word, (tally.get(word) ?? 0) + 1)
  } catch (error) {
    console.error(`mutant ${String(n)} (${how}):\n${Buffer.from(bytes).toString('base64')}`)
    throw error
  }
  slowest = Math.max(slowest, Number(process.hrtime.bigint() - start) / 1e6)
}

const seconds = ((Date.now() - started) / 1000).toFixed(1)
console.log(`${String(count)} mutants, seed ${values.seed}, ${seconds} s, none unanswered and none forged`)
console.log(`slowest ${slowest.toFixed(2)} ms`)
for (const [word, times] of [...tally].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(9)}  ${word}`)
if (slowest > 1000) {
  console.error('one mutant took more than a second')
  process.exitCode = 1
}
