/**
 * Fuzzing of the decoders: real envelopes and account entries, damaged in every way that a copy can
 * be, must always give an answer, in bounded time, and an answer that is right where it is a value.
 *
 *     tsx spec/fuzz/envelope.ts --count 1000000 --seed 1
 */
import * as E from 'fp-ts/lib/Either.js'
import { parseArgs } from 'node:util'
import { decodeAccount, decodeEnvelope, decodeEnvelopeBytes } from '../../src/edge/xdr/index.js'
import { NETWORKS, type Bytes, type Failure } from '../../src/kernel/model/index.js'
import { loadVectors, type VectorName } from '../support/vectors.js'
import { MUTATIONS, mutateText, type Random } from './mutate.js'

/** A small generator of known quality (mulberry32), so that a seed names a run on any machine. */
const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) % limit
  }
}

interface Row {
  readonly envelope?: string
  readonly accounts?: readonly string[]
}

const FILES: readonly VectorName[] = [
  'envelopes',
  'core-verdicts',
  'pubnet-ledgers',
  'core-ledgers',
  'horizon-scenarios',
]

const rows = FILES.flatMap((name) => loadVectors<Row>(name).slice(0, 1500))
const bytesOf = (base64: string): Bytes => Uint8Array.from(Buffer.from(base64, 'base64'))
const ENVELOPES = rows.flatMap(({ envelope }) => (envelope === undefined ? [] : [bytesOf(envelope)]))
const ACCOUNTS = rows.flatMap(({ accounts }) => (accounts ?? []).slice(0, 2).map(bytesOf))

const asText = decodeEnvelope(NETWORKS.testnet)
const asBytes = decodeEnvelopeBytes(NETWORKS.testnet)

type Answer = E.Either<Failure, unknown>

/** One damaged input and the decoder that it is for. */
interface Mutant {
  readonly how: string
  readonly input: string
  readonly answer: () => Answer
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)] as T

const mutantOf = (random: Random): Mutant => {
  const forAccount = random(5) === 0
  const corpus = forAccount ? ACCOUNTS : ENVELOPES
  const [how, mutate] = pick(random, MUTATIONS)
  let bytes = pick(random, corpus)
  for (let times = 1 + random(3); times > 0; times--) bytes = mutate(random, bytes, pick(random, corpus))
  // Most mutants go in as text, as they do in use; a third of these are damaged as text too.
  const asIs = Buffer.from(bytes).toString('base64')
  const text = random(3) === 0 ? mutateText(random, asIs) : asIs
  if (forAccount) return { how: `account ${how}`, input: text, answer: () => decodeAccount(text) }
  return random(3) === 0
    ? { how: `bytes ${how}`, input: asIs, answer: () => asBytes(bytes) }
    : { how: `text ${how}`, input: text, answer: () => asText(text) }
}

interface Tally {
  readonly codes: Map<string, number>
  slowest: number
  slowestHow: string
}

const isAnswer = (answer: Answer): boolean =>
  E.isRight(answer) || (answer.left.code !== '' && answer.left.message !== '')

const runOne = (mutant: Mutant, tally: Tally): void => {
  const start = process.hrtime.bigint()
  const answer = mutant.answer()
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  if (milliseconds > tally.slowest) {
    tally.slowest = milliseconds
    tally.slowestHow = mutant.how
  }
  if (!isAnswer(answer)) throw new Error('no answer')
  const code = E.isRight(answer) ? 'decoded' : answer.left.code
  tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1)
}

const numberOf = (name: string, text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`--${name} takes a whole number, found ${text}`)
  return value
}

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
const count = numberOf('count', values.count)
const seed = numberOf('seed', values.seed)
const random = randomFrom(seed)
const tally: Tally = { codes: new Map(), slowest: 0, slowestHow: '' }
const started = Date.now()

for (let n = 0; n < count; n++) {
  const mutant = mutantOf(random)
  try {
    runOne(mutant, tally)
  } catch (error) {
    console.error(
      `mutant ${String(n)} of seed ${String(seed)} (${mutant.how}) was not answered:\n${mutant.input}`,
    )
    throw error
  }
}

const seconds = (Date.now() - started) / 1000
console.log(`${String(count)} mutants, seed ${String(seed)}, ${seconds.toFixed(1)} s, none unanswered`)
console.log(`slowest ${tally.slowest.toFixed(2)} ms (${tally.slowestHow})`)
for (const [code, times] of [...tally.codes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(9)}  ${code}`)
// A garbage collection may fall into any mutant; a hang or a quadratic reader is far beyond this.
if (tally.slowest > 1000) {
  console.error('one mutant took more than a second')
  process.exitCode = 1
}
