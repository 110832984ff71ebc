/**
 * What does HTTP cost? `node .cache/bench/serve.js`: the same questions asked of the engine in one process,
 * and of the server over loopback, each alone on one core; whoever asks has the other one.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeEnvelope } from 'quorate'
import { decodeAccount } from 'quorate/edge'
import { DEFAULT_PROTOCOL, evaluate, ledgerView, NETWORKS, proveWith } from 'quorate/kernel'
import { ed25519 } from '../../dist/app/node/ed25519.js'
import { evaluateEnvelope } from '../../dist/app/programs/evaluate.js'
import { requestFiles } from '../../dist/app/server/request-files.js'
import { evaluationJson } from '../../dist/edge/report/json.js'
import { pipelined, postBytes, quantile, type Load } from './pipelined.js'
import { batchLine, jsonBody, serveCases, type ServeCase } from './serve-cases.js'

const HERE = fileURLToPath(import.meta.url)
const MAIN = join(dirname(HERE), '..', '..', 'dist', 'app', 'bin', 'main.js')
const CASES = 200
const LINES = 50
const ROUNDS = 5
const [CORE_OF_SERVER, CORE_OF_CLIENT] = ['0', '1']

const right = <L, A>(either: E.Either<L, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

/** From base64 to a verdict, by the engine alone. */
const verdictOf = (): ((one: ServeCase) => string) => {
  const judge = { protocol: DEFAULT_PROTOCOL, phase: 'validate', prove: proveWith(ed25519()) } as const
  const decode = decodeEnvelope(NETWORKS.testnet)
  return ({ envelope, account }) => {
    const view = right(ledgerView({ accounts: [right(decodeAccount(account))] }))
    return evaluate(judge)(view)(right(decode(envelope)))._tag
  }
}

/** From base64 to the JSON with all reasons, as the command makes it. */
const reasonsOf = async ({ envelope, account }: ServeCase): Promise<string> => {
  const files = requestFiles(
    new Map([
      ['envelope', envelope],
      ['account', account],
    ]),
  )
  const evaluated = await evaluateEnvelope({ files, ed25519 })({
    envelope: 'envelope',
    accounts: ['account'],
    network: O.some(NETWORKS.testnet),
    protocol: DEFAULT_PROTOCOL,
    closedWorld: false,
    phase: 'validate',
  })()
  return JSON.stringify(evaluationJson(right(evaluated)))
}

/** Microseconds of processor time a question in this process. */
const timeHere = async (what: string, cases: readonly ServeCase[], seconds: number): Promise<number> => {
  const verdict = verdictOf()
  const runFor = async (time: number): Promise<number> => {
    const before = process.cpuUsage()
    const end = performance.now() + time * 1000
    let count = 0
    while (performance.now() < end)
      for (const one of cases) {
        const said = what === 'verdict' ? verdict(one) : await reasonsOf(one)
        if (!/authorized/i.test(said)) throw new Error('bench')
        count += 1
      }
    const { user, system } = process.cpuUsage(before)
    return (user + system) / count
  }
  await runFor(1)
  return runFor(seconds)
}

const pinned = (core: string, args: readonly string[]): readonly [string, readonly string[]] => [
  'taskset',
  ['-c', core, process.execPath, ...args],
]

/** Runs this file again on the server's core, without a server. */
const inProcess = (what: string, seconds: number): number => {
  const [program, args] = pinned(CORE_OF_SERVER, [HERE, what, String(seconds)])
  const { stdout } = spawnSync(program, [...args], { encoding: 'utf8' })
  return Number(stdout)
}

interface Started {
  readonly port: number
  readonly child: ChildProcess
  readonly exit: Promise<number | null>
}

const startServer = async (): Promise<Started> => {
  const [program, args] = pinned(CORE_OF_SERVER, [
    MAIN,
    'serve',
    '--port',
    '0',
    '--log',
    'all',
    '--max-in-flight',
    '1000',
  ])
  const child = spawn(program, [...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const exit = new Promise<number | null>((resolve) => void child.on('close', resolve))
  const port = await new Promise<number>((resolve) => {
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /http:\/\/[^:]+:(\d+)/.exec(text)?.[1]
      if (found !== undefined) resolve(Number(found))
    })
  })
  return { port, child, exit }
}

const rssOf = ({ child: { pid } }: Started): string => {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  return `${(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024).toFixed(0)} MB`
}

/** Processor time of the server so far, in seconds. */
const cpuOf = ({ child: { pid } }: Started): number => {
  const stat =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? []
  return (Number(stat[11]) + Number(stat[12])) / 100
}

const isAuthorized = (status: number, body: string): boolean =>
  status === 200 && body.includes('"verdict":"authorized"')

const loadOf = (port: number, requests: readonly Buffer[], isOver: Load['isOver'], depth = 8): Load => ({
  port,
  connections: 8,
  depth,
  request: (index) => requests[index % requests.length] as Buffer,
  isRight: isAuthorized,
  isOver,
})

const during = (seconds: number): Load['isOver'] => {
  const end = performance.now() + seconds * 1000
  return () => performance.now() >= end
}

const row = (label: string, value: string, note = ''): void =>
  console.log(`${label.padEnd(58)}${value.padStart(12)}   ${note}`.trimEnd())

/** One kind of asking, in one round: processor time a question, questions a second, times of requests. */
interface Round {
  readonly cost: number
  readonly rate: number
  readonly times: readonly number[]
}

const roundOf = async (server: Started, load: Load, per: number): Promise<Round> => {
  const before = cpuOf(server)
  const { answered, seconds, times, wrong, lost } = await pipelined(load)
  if (wrong > 0 || lost > 0) throw new Error(`bench: ${String(wrong)} wrong, ${String(lost)} lost`)
  return {
    cost: ((cpuOf(server) - before) * 1e6) / (answered * per),
    rate: (answered * per) / seconds,
    times,
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const compare = async (server: Started, cases: readonly ServeCase[], seconds: number): Promise<void> => {
  const manyLines = cases.map((_, index) =>
    Array.from({ length: LINES }, (__, at) => batchLine(cases[(index + at) % CASES] as ServeCase, at)).join(
      '\n',
    ),
  )
  const post = (type: string, bodies: readonly string[]): readonly Buffer[] =>
    bodies.map((body) => postBytes('/v1/evaluate', type, body))
  const kinds = [
    {
      label: 'served, one a request: the answer with its reasons',
      than: 'reasons',
      requests: post('application/json', cases.map(jsonBody)),
      per: 1,
      depth: 8,
    },
    {
      label: 'served, one a request: the verdict (a line)',
      than: 'verdict',
      requests: post('application/x-ndjson', cases.map(batchLine)),
      per: 1,
      depth: 8,
    },
    {
      label: `served, ${String(LINES)} a request: the verdict (lines)`,
      than: 'verdict',
      requests: post('application/x-ndjson', manyLines),
      per: LINES,
      depth: 2,
    },
  ] as const
  await pipelined(loadOf(server.port, kinds[0].requests, during(2)))
  const here = { verdict: [] as number[], reasons: [] as number[] }
  const rounds = new Map(kinds.map(({ label }) => [label, [] as Round[]]))
  for (let round = 0; round < ROUNDS; round++) {
    here.verdict.push(inProcess('verdict', seconds))
    here.reasons.push(inProcess('reasons', seconds))
    for (const { label, requests, per, depth } of kinds)
      rounds
        .get(label)
        ?.push(await roundOf(server, loadOf(server.port, requests, during(seconds), depth), per))
  }
  console.log(
    `3-of-5, 2 operations, 3 signatures; the server on one core, who asks on another; median of ${String(ROUNDS)} rounds\n`,
  )
  row('in process: the verdict', `${median(here.verdict).toFixed(0)} µs`, 'processor time a question')
  row('in process: the answer with its reasons', `${median(here.reasons).toFixed(0)} µs`)
  for (const { label, than } of kinds) {
    const all = rounds.get(label) ?? []
    const cost = median(all.map((one) => one.cost))
    const rate = median(all.map((one) => one.rate))
    const ratio = (median(here[than]) / cost).toFixed(3)
    row(label, `${cost.toFixed(0)} µs`, `${ratio} of the same in process, ${rate.toFixed(0)} /s`)
  }
  const times = (rounds.get(kinds[0].label) ?? []).flatMap((one) => one.times)
  row('p50 of one question a request', `${quantile(times, 0.5).toFixed(1)} ms`, '64 on their way at one time')
  row('p99 of one question a request', `${quantile(times, 0.99).toFixed(1)} ms`)
  const alone = await pipelined({
    ...loadOf(server.port, kinds[0].requests, during(seconds), 1),
    connections: 1,
  })
  row('p50 of one question at a time', `${quantile(alone.times, 0.5).toFixed(2)} ms`)
  row('p99 of one question at a time', `${quantile(alone.times, 0.99).toFixed(2)} ms`)
}

const endurance = async (server: Started, cases: readonly ServeCase[], total: number): Promise<void> => {
  const json = cases.map((one) => postBytes('/v1/evaluate', 'application/json', jsonBody(one)))
  const memory = [rssOf(server)]
  for (const count of [Math.floor(total / 2), total - Math.floor(total / 2)]) {
    const result = await pipelined(loadOf(server.port, json, (sent) => sent >= count))
    if (result.answered < count || result.wrong > 0 || result.lost > 0) throw new Error('bench: not all')
    memory.push(rssOf(server))
  }
  row(`memory over ${String(total)} requests: start, middle, end`, memory.join(', '))
  const last = pipelined(loadOf(server.port, json, () => false))
  await new Promise((resolve) => void setTimeout(resolve, 1000))
  const signalled = performance.now()
  server.child.kill('SIGTERM')
  const { answered, wrong, lost } = await last
  const exit = await server.exit
  row(
    'stopped under load',
    `exit ${String(exit)}`,
    `${String(answered)} answered, ${String(wrong)} wrong, ${String(lost)} lost, ${((performance.now() - signalled) / 1000).toFixed(1)} s after the signal`,
  )
}

const main = async (seconds: number, total: number): Promise<void> => {
  const cases = serveCases(CASES)
  const server = await startServer()
  await compare(server, cases, seconds)
  console.log()
  await endurance(server, cases, total)
}

const [first = '3', second = '200000'] = process.argv.slice(2)
if (first === 'verdict' || first === 'reasons')
  console.log(await timeHere(first, serveCases(CASES), Number(second)))
else {
  spawnSync('taskset', ['-p', '-c', CORE_OF_CLIENT, String(process.pid)])
  await main(Number(first), Number(second))
}
