/**
 * Fuzzing of the server, running as it is started: hostile requests to every endpoint, several at a time.
 *
 *     tsx spec/fuzz/server.ts --count 10000 --seed 1
 */
import { spawn } from 'node:child_process'
import { Agent, request as ask } from 'node:http'
import { parseArgs } from 'node:util'
import { MAIN } from '../support/run-cli.js'
import { documentedEndpoints, type DocumentedEndpoint } from './endpoint-schemas.js'
import { hostileRequest, wrongWith, type HostileRequest } from './hostile-request.js'
import { randomFrom } from './random.js'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    main: { type: 'string', default: MAIN },
  },
})

const AT_ONCE = 8
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

const child = spawn(process.execPath, [values.main, 'serve', '--port', '0', '--time-limit', '5000'], {
  stdio: ['ignore', 'pipe', 'pipe'],
})
let log = ''
child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
const port = await new Promise<number>((resolve, reject) => {
  child.stderr.on('data', (chunk: Buffer) => {
    const found = /:(\d+)\n/.exec(chunk.toString())?.[1]
    if (found !== undefined) resolve(Number(found))
  })
  child.on('close', () => reject(new Error('the server did not start')))
})

const send = ({ method, path, headers, body }: HostileRequest): Promise<readonly [number, string]> =>
  new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const asked = ask(
      { port, host: '127.0.0.1', agent, method, path, headers: { ...headers, ...length } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => (text += chunk))
        answer.on('end', () => resolve([answer.statusCode ?? 0, text]))
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })

const quantileOf = (times: readonly number[], at: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * at)] ?? NaN).toFixed(0)

const run = async (endpoint: DocumentedEndpoint, count: number, seed: number): Promise<number> => {
  const random = randomFrom(seed)
  const statuses = new Map<number, number>()
  const times: number[] = []
  const secrets = new Set<string>()
  let [next, wrong] = [0, 0]
  const one = async (): Promise<void> => {
    while (next++ < count) {
      const request = hostileRequest(random, endpoint)
      if (request.secret !== undefined) secrets.add(request.secret.slice(1, 25))
      const start = performance.now()
      const [status, text] = await send(request).catch((error: unknown) => {
        // A body that is refused unread ends with its connection.
        if (request.body.length > 512 * 1024) return [413, '{"errors":[{"code":"x"}]}'] as const
        throw error
      })
      times.push(performance.now() - start)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const found = wrongWith(request, endpoint.statuses, status, text)
      if (found === undefined) continue
      wrong += 1
      if (wrong <= 5)
        console.error(
          `${endpoint.path}: ${found} (${request.how})\n${request.body.slice(0, 1000)}\n${text.slice(0, 500)}`,
        )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  const told = [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, many]) => `${String(status)}: ${String(many)}`)
  console.log(
    `${endpoint.path.padEnd(17)} ${String(count)} requests  ${told.join('  ')}  p50 ${quantileOf(times, 0.5)} ms  slowest ${quantileOf(times, 1)} ms`,
  )
  for (const secret of secrets)
    if (log.toUpperCase().includes(secret)) {
      console.error(`${endpoint.path}: a seed in the log`)
      wrong += 1
    }
  return wrong
}

let all = 0
for (const endpoint of documentedEndpoints())
  all += await run(endpoint, Number(values.count), Number(values.seed))
child.kill('SIGTERM')
const exit = await new Promise<number | null>((resolve) => void child.on('close', resolve))
console.log(`${String(all)} wrong; the server ended with ${String(exit)}`)
process.exitCode = all > 0 || exit !== 0 ? 1 : 0
