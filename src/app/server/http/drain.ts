/**
 * Stopping without losing a request: nobody new is let in, every request that was begun is answered, and a
 * connection is closed with its last answer, or when nothing comes over it any more.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** A connection that says nothing for so long is idle; one that is about to ask is not cut off. */
const QUIET = 500
const STEP = 50

interface Connection {
  /** Requests that were begun, and who hears when the connection ends before the answer. */
  readonly open: Map<IncomingMessage, () => void>
  lastActive: number
  /** The request with whose answer the connection ends; what follows it was never taken. */
  last: IncomingMessage | undefined
}

/** What is known of the connections of one server. */
export interface Drain {
  /**
   * False for a request that is not taken: the answer to one before it says that the connection ends. `left`
   * is called where the connection ends before the request does.
   */
  readonly begun: (request: IncomingMessage, left: () => void) => boolean
  /** Told before the head of an answer is written. */
  readonly answering: (request: IncomingMessage, response: ServerResponse) => void
  readonly ended: (request: IncomingMessage) => void
  readonly isDraining: () => boolean
  /** Resolves with the number of requests that were cut off, because their time was over. */
  readonly drain: (milliseconds: number) => Promise<number>
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds))

/** Watches the connections of a server. */
export const drainOf = (server: Server): Drain => {
  const connections = new Map<Socket, Connection>()
  let isDraining = false
  server.on('connection', (socket: Socket) => {
    const known: Connection = { open: new Map(), lastActive: performance.now(), last: undefined }
    connections.set(socket, known)
    socket.once('close', () => {
      connections.delete(socket)
      for (const left of known.open.values()) left()
    })
  })

  const closeQuiet = (): void => {
    const now = performance.now()
    for (const [socket, { open, lastActive }] of connections)
      if (open.size === 0 && now - lastActive > QUIET) socket.destroySoon()
  }

  return {
    begun: (request, left) => {
      const known = connections.get(request.socket)
      if (known === undefined) return true
      if (known.last !== undefined) return false
      known.open.set(request, left)
      known.lastActive = performance.now()
      // The first one after the signal is the last one of its connection.
      if (isDraining) known.last = request
      return true
    },
    answering: (request, response) => {
      const known = connections.get(request.socket)
      if (!isDraining || known === undefined) return
      if (known.last === undefined && known.open.size === 1) known.last = request
      // Answers go out in the order of the requests: those before the last one are not cut off by it.
      if (known.last === request) response.setHeader('connection', 'close')
    },
    ended: (request) => {
      const known = connections.get(request.socket)
      if (known === undefined) return
      known.open.delete(request)
      known.lastActive = performance.now()
    },
    isDraining: () => isDraining,
    drain: async (milliseconds) => {
      const end = performance.now() + milliseconds
      isDraining = true
      // Not the `close` of HTTP servers: that one cuts connections off that are about to ask.
      NetServer.prototype.close.call(server)
      while (connections.size > 0 && performance.now() < end) {
        await pause(STEP)
        closeQuiet()
      }
      let cut = 0
      for (const [socket, { open }] of connections) {
        cut += open.size
        socket.destroy()
      }
      // Their ends are told before the stop is.
      await pause(0)
      return cut
    },
  }
}
