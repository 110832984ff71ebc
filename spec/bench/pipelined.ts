/** A client that keeps connections full: requests are sent without waiting for the answers before them. */
import { connect, type Socket } from 'node:net'

/** What came of a run. */
export interface LoadResult {
  readonly answered: number
  /** Answers that were not as expected. */
  readonly wrong: number
  /** Sent, never answered, and not told before that the connection ends. */
  readonly lost: number
  /** Milliseconds, one a request. */
  readonly times: readonly number[]
  readonly seconds: number
}

/** How to ask. */
export interface Load {
  readonly port: number
  readonly connections: number
  /** Requests on their way at one time, a connection. */
  readonly depth: number
  /** Bytes of one request; the next is asked for each time. */
  readonly request: (index: number) => Buffer
  /** Whether an answer is right, by its status and its body. */
  readonly isRight: (status: number, body: string, index: number) => boolean
  /** Ends when it says so; otherwise when the server closes the connections. */
  readonly isOver: (sent: number) => boolean
}

const HEAD_END = Buffer.from('\r\n\r\n')

interface Answer {
  readonly status: number
  readonly body: string
  readonly isLast: boolean
  readonly size: number
}

/** The first answer in a buffer; undefined where it is not whole. */
const answerIn = (buffer: Buffer): Answer | undefined => {
  const end = buffer.indexOf(HEAD_END)
  if (end < 0) return undefined
  const head = buffer.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN)
  const size = end + 4 + length
  if (!(buffer.length >= size)) return undefined
  return {
    status: Number(head.slice(9, 12)),
    body: buffer.toString('utf8', end + 4, size),
    isLast: /\r\nconnection: close/i.test(head),
    size,
  }
}

/** Runs the load until it is over. */
export const pipelined = async (load: Load): Promise<LoadResult> => {
  const { port, connections, depth, request, isRight, isOver } = load
  const times: number[] = []
  let [sent, answered, wrong, lost] = [0, 0, 0, 0]
  const start = performance.now()

  const run = (): Promise<void> =>
    new Promise((resolve) => {
      const socket: Socket = connect(port, '127.0.0.1')
      socket.setNoDelay(true)
      const open: (readonly [index: number, at: number])[] = []
      let rest: Buffer = Buffer.alloc(0)
      let isToldToEnd = false
      const fill = (): void => {
        const some: Buffer[] = []
        while (open.length < depth && !isOver(sent) && !isToldToEnd) {
          open.push([sent, performance.now()])
          some.push(request(sent))
          sent += 1
        }
        if (some.length > 0) socket.write(Buffer.concat(some))
        else if (open.length === 0) socket.end()
      }
      socket.on('connect', fill)
      socket.on('data', (chunk: Buffer) => {
        rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
        for (let answer = answerIn(rest); answer !== undefined; answer = answerIn(rest)) {
          rest = rest.subarray(answer.size)
          const one = open.shift()
          if (one === undefined) throw new Error('an answer that nobody asked for')
          times.push(performance.now() - one[1])
          answered += 1
          if (!isRight(answer.status, answer.body, one[0])) wrong += 1
          if (answer.isLast) isToldToEnd = true
        }
        fill()
      })
      socket.on('error', () => undefined)
      socket.on('close', () => {
        // What was sent after the last answer was announced was never taken, and may be sent elsewhere.
        if (!isToldToEnd) lost += open.length
        resolve()
      })
    })

  await Promise.all(Array.from({ length: connections }, run))
  return { answered, wrong, lost, times, seconds: (performance.now() - start) / 1000 }
}

/** The request as bytes. */
export const postBytes = (path: string, type: string, body: string): Buffer =>
  Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${type}\r\ncontent-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`,
  )

/** A quantile of some times. */
export const quantile = (times: readonly number[], at: number): number => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN
}
