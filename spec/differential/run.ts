/**
 * Engine against reference on as many random cases as one likes:
 *
 *   npx tsx spec/differential/run.ts --count 1000000 --seed 1
 *
 * Prints progress, then a summary; ends with 1 where the two disagreed on a case. The same count and
 * seed are the same cases, whatever the number of processes.
 */
import { fork, type ChildProcess } from 'node:child_process'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { addSummaries, BATCH, EMPTY_SUMMARY, type Counts, type Summary } from './batch.js'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '2' },
  },
})

const batches = Math.ceil(Number(values.count) / BATCH)
const firstSeed = Number(values.seed)
const processes = Math.min(Number(values.processes), batches)

/** Seeds far apart (the last step of murmur3), so that neighbouring batches have nothing in common. */
const seedOf = (batch: number): number => {
  let mixed = Math.imul(firstSeed, 0x9e3779b1) + batch
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

const started = performance.now()
let next = 0
let total = EMPTY_SUMMARY

const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0)

const progress = (): void => {
  const every = Math.max(1, Math.round(batches / 20))
  if ((total.cases / BATCH) % every === 0)
    console.log(`${total.cases} cases, ${total.disagreements.length} disagreements, ${seconds()} s`)
}

const feed = (worker: ChildProcess): void => {
  if (next < batches) worker.send(seedOf(next++))
  else worker.disconnect()
}

const run = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = fork(new URL('./worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
    worker.on('message', (summary: Summary) => {
      total = addSummaries(total, summary)
      progress()
      feed(worker)
    })
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))))
    feed(worker)
  })

const list = (title: string, counts: Counts, byName = false): void => {
  console.log(`\n${title}`)
  const rows = Object.entries(counts).toSorted((a, b) => (byName ? Number(a[0]) - Number(b[0]) : b[1] - a[1]))
  for (const [word, count] of rows)
    console.log(
      `  ${word.padEnd(26)} ${String(count).padStart(9)}  ${((100 * count) / total.cases).toFixed(2)} %`,
    )
}

await Promise.all(Array.from({ length: processes }, run))

console.log(`\ncount ${total.cases}, seed ${firstSeed}, ${total.signatures} signatures, ${seconds()} s`)
list('codes', total.codes)
list('codes inside fee bumps', total.innerCodes)
list('codes of operations (cases in which they occur)', total.operationCodes)
list('phases', total.phases)
list('protocols', total.protocols, true)
console.log(`\ndisagreements: ${total.disagreements.length}`)
for (const where of total.disagreements.slice(0, 20)) console.log(`  ${where}`)
process.exitCode = total.disagreements.length === 0 ? 0 : 1
