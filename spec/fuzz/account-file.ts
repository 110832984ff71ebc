/**
 * Fuzzing of what reads accounts: real account files, a policy, Horizon JSON, batch lines and ledger entries,
 * damaged, must always give an answer, in bounded time, and never repeat a seed.
 *
 *     tsx spec/fuzz/account-file.ts --count 100000 --seed 1
 */
import { parseArgs } from 'node:util'
import {
  idOf,
  mergeAccountSources,
  readAccountFile,
  readAccountSource,
  readBatchCase,
  readPolicy,
} from '../../src/edge/source/index.js'
import { looksLikeSeed } from '../../src/kernel/model/index.js'
import { DAMAGES, someSeed, TEXTS, withSeed } from './account-texts.js'
import type { Random } from './mutate.js'
import { pick, randomFrom } from './random.js'

interface Mutant {
  readonly form: string
  readonly text: string
  readonly secret: string | undefined
}

const FORMS = Object.keys(TEXTS)
const REAL = Object.values(TEXTS).flat()

const mutantOf = (random: Random): Mutant => {
  const form = pick(random, FORMS)
  let text = pick(random, TEXTS[form] ?? [])
  for (let times = 1 + random(4); times > 0; times--) {
    const [, damage] = pick(random, DAMAGES)
    text = damage(random, text, pick(random, REAL)).slice(0, 200_000)
  }
  const secret = random(4) === 0 ? someSeed(random) : undefined
  return { form, text: secret === undefined ? text : withSeed(random, text, secret), secret }
}

interface Answer {
  readonly _tag: 'Left' | 'Right'
  readonly left?: unknown
}

/** Whether a text repeats enough of a seed to be of use; twelve characters are 60 of 256 bits. */
const repeats = (text: string, secret: string): boolean => {
  for (let i = 0; i + 13 <= secret.length; i++) if (text.includes(secret.slice(i, i + 13))) return true
  return false
}

const codeOf = (failure: unknown): string =>
  typeof failure === 'object' && failure !== null && 'code' in failure ? String(failure.code) : ''

const inspect = (answer: Answer, { secret }: Mutant): string => {
  if (answer._tag === 'Right') return 'read'
  const failures: readonly unknown[] = Array.isArray(answer.left) ? answer.left : [answer.left]
  const codes = failures.map(codeOf)
  if (codes.length === 0 || codes.includes('')) throw new Error('no answer')
  if (secret !== undefined && repeats(JSON.stringify(failures), secret))
    throw new Error('a seed was repeated')
  return codes[0] ?? ''
}

const readers: Readonly<Record<string, (text: string) => Answer>> = {
  file: readAccountFile,
  policy: (text) => readPolicy(text, 'input'),
  source: (text) => readAccountSource(text, 'input'),
  case: readBatchCase,
}

const sourceMustRefuse = (mutant: Mutant, answer: Answer): void => {
  const isWhole = mutant.secret !== undefined && looksLikeSeed(mutant.text)
  if (isWhole && answer._tag === 'Right') throw new Error('a file with a seed was read')
}

const answersTo = (mutant: Mutant): readonly string[] => {
  idOf(mutant.text)
  const source = readAccountSource(mutant.text, 'a')
  if (source._tag === 'Right') mergeAccountSources([source.right, { ...source.right, name: 'b' }])
  return Object.entries(readers).map(([name, read]) => {
    const answer = read(mutant.text)
    if (name === 'file') sourceMustRefuse(mutant, answer)
    return `${name} ${inspect(answer, mutant)}`
  })
}

const numberOf = (name: string, text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`--${name} takes a whole number, found ${text}`)
  return value
}

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
})
const count = numberOf('count', values.count)
const seed = numberOf('seed', values.seed)
const random = randomFrom(seed)
const tally = new Map<string, number>()
let slowest = 0
const started = Date.now()

for (let n = 0; n < count; n++) {
  const mutant = mutantOf(random)
  const start = Date.now()
  try {
    for (const answer of answersTo(mutant)) tally.set(answer, (tally.get(answer) ?? 0) + 1)
  } catch (error) {
    console.error(`mutant ${String(n)} of seed ${String(seed)} (${mutant.form}):\n${mutant.text}`)
    throw error
  }
  slowest = Math.max(slowest, Date.now() - start)
}

const seconds = (Date.now() - started) / 1000
console.log(`${String(count)} mutants, seed ${String(seed)}, ${seconds.toFixed(1)} s, none unanswered`)
console.log(`slowest ${String(slowest)} ms`)
for (const [answer, times] of [...tally].sort((a, b) => b[1] - a[1]))
  console.log(`${String(times).padStart(9)}  ${answer}`)
// Five readings of 200,000 characters at most; a quadratic reader is far beyond this.
if (slowest > 10_000) {
  console.error('one mutant took more than ten seconds')
  process.exitCode = 1
}
