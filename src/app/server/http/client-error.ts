/** What never became a request. */
import type { Socket } from 'node:net'

/** Something that is no HTTP, or comes too slowly: answered with as little as can be said. */
export const onClientError = (error: Error & { readonly code?: string }, socket: Socket): void => {
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  if (socket.writable && error.code !== 'ECONNRESET')
    socket.write(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  socket.destroySoon()
}
