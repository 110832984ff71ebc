/**
 * How long does a check take, from the start of the program to its exit code? Accounts of seven keys with
 * ten claims each, ten accounts a file; every answer is decided twice, by independent means. Seconds are of
 * the wall clock, the median of three runs; beside them stand the ratio to a process that does nothing, and
 * the memory at its peak.
 */
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accountIdOf } from 'quorate/kernel'

const MAIN = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'app', 'bin', 'main.js')
const PER_FILE = 10
const ROUNDS = 3

const keyOf = (name: string): string =>
  accountIdOf(Uint8Array.from(createHash('sha256').update(`quorate bench ${name}`).digest()))

const MEMBERS = ['anna', 'bruno', 'carla', 'dora', 'emil', 'finn', 'gus'] as const

const claims = (account: string): readonly string[] =>
  [
    '{ any: 4, of: people, can: medium }',
    '{ any: 3, of: people, cannot: medium }',
    '{ survives: { lose: 2, by: key }, for: high }',
    '{ withstands: { steal: 3, by: holder }, for: high }',
    '{ needs: { any: 1, of: people }, for: low }',
    '{ every: high, has: { any: 2, of: people } }',
    '{ signatures: { at-least: 4, at-most: 5 }, for: high }',
    '{ proper: medium }',
    '{ no-dictator: { by: holder }, for: low }',
    '{ nested: true }',
  ].map((claim, at) => `  - { id: ${account}-${String(at)}, on: ${account}, claim: ${claim} }`)

const fileOf = (file: number): string => {
  const accounts = Array.from({ length: PER_FILE }, (_, at) => `account-${String(file)}-${String(at)}`)
  return [
    'quorate: 1',
    'network: testnet',
    'keys:',
    ...MEMBERS.map((name) => `  ${name}: { key: ${keyOf(`${name} ${String(file)}`)}, holder: ${name} }`),
    'groups:',
    `  people: [${MEMBERS.join(', ')}]`,
    'accounts:',
    ...accounts.flatMap((name) => [
      `  ${name}:`,
      `    address: ${keyOf(name)}`,
      '    master: 0',
      '    thresholds: { low: 4, medium: 4, high: 5 }',
      '    signers: { people: 1 }',
    ]),
    'assert:',
    ...accounts.flatMap(claims),
    '',
  ].join('\n')
}

interface Run {
  readonly seconds: number
  readonly exit: number | null
}

const run = (args: readonly string[], cwd: string): Run => {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [...args], { cwd, stdio: 'ignore' })
  return { seconds: (performance.now() - start) / 1000, exit: status }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The peak of a run, in megabytes: told by the process itself, as it ends. */
const peakOf = (cwd: string): number => {
  const script = `process.argv.splice(1, 0, 'node'); process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS))); await import(${JSON.stringify(MAIN)})`
  const { stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, 'check', '--today', '2026-11-21'],
    { cwd, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  )
  return Number(/\d+$/.exec(stderr)?.[0] ?? Number.NaN) / 1024
}

const empty = mkdtempSync(join(tmpdir(), 'quorate-bench-'))
const nothing = median(Array.from({ length: 5 }, () => run(['-e', '0'], empty).seconds))
console.log(`a process that does nothing: ${nothing.toFixed(2)} s`)
console.log('accounts   claims   seconds   × nothing   accounts a second   peak MB   exit')

for (const accounts of [10, 100, 1000, 10_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-bench-'))
  mkdirSync(join(folder, 'policies'))
  const files = Math.ceil(accounts / PER_FILE)
  for (let file = 0; file < files; file++)
    writeFileSync(join(folder, 'policies', `p${String(file)}.quorate.yaml`), fileOf(file))
  const runs = Array.from({ length: ROUNDS }, () => run([MAIN, 'check', '--today', '2026-11-21'], folder))
  const seconds = median(runs.map((one) => one.seconds))
  const count = files * PER_FILE
  console.log(
    [
      String(count).padStart(8),
      String(count * 10).padStart(9),
      seconds.toFixed(2).padStart(10),
      (seconds / nothing).toFixed(1).padStart(12),
      (count / seconds).toFixed(0).padStart(20),
      peakOf(folder).toFixed(0).padStart(10),
      String(runs[0]?.exit).padStart(7),
    ].join(''),
  )
  rmSync(folder, { recursive: true })
}
rmSync(empty, { recursive: true })
