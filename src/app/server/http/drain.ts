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
  open: number
  lastActive: number
  isLast: boolean
}

/** What is known of the connections of one server. */
export interface Drain {
  readonly begun: (request: IncomingMessage) => void
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
    connections.set(socket, { open: 0, lastActive: performance.now(), isLast: false })
    socket.once('close', () => connections.delete(socket))
  })

  const closeQuiet = (): void => {
    const now = performance.now()
    for (const [socket, { open, lastActive }] of connections)
      if (open === 0 && now - lastActive > QUIET) socket.destroySoon()
  }

  return {
    begun: ({ socket }) => {
      const known = connections.get(socket)
      if (known === undefined) return
      known.open += 1
      known.lastActive = performance.now()
      // The first one after the signal is the last one of its connection: what follows was never taken.
      if (isDraining) known.isLast = true
    },
    answering: ({ socket }, response) => {
      const known = connections.get(socket)
      if (isDraining && known !== undefined && (known.open === 1 || known.isLast))
        response.setHeader('connection', 'close')
    },
    ended: ({ socket }) => {
      const known = connections.get(socket)
      if (known === undefined) return
      known.open -= 1
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
        cut += open
        socket.destroy()
      }
      return cut
    },
  }
}
