/** Servers of this process: real sockets on the loopback interface, closed whatever hangs on them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A question that came, with its whole body. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** How a server answers. */
export type Answer = (asked: Asked, response: ServerResponse) => void

/** A server that runs. */
export interface LocalServer {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Starts a server on a port of its own. */
export const localServer = (answer: Answer): Promise<LocalServer> =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('error', () => undefined)
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () =>
        answer(
          {
            method: request.method ?? '',
            path: request.url ?? '',
            headers: request.headers,
            body: Buffer.concat(parts).toString('utf8'),
          },
          response,
        ),
      )
    })
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({
        url: `http://127.0.0.1:${String(port)}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
