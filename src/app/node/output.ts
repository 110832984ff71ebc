/** Standard output and standard error of this process. */
import { once } from 'node:events'
import type { Output } from '../ports.js'

/**
 * A stream as an output that waits for its reader. A reader who leaves (`| head`) is no fault: from then
 * on `write` answers false, and nothing more is written. Anything else that stops it, a full disk for
 * one, is told to `failed` too: what arrived is not whole, and nobody chose that.
 */
export const streamOutput = (
  stream: NodeJS.WritableStream,
  failed: (error: NodeJS.ErrnoException) => void,
): Output => {
  let isOpen = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false
    if (error.code !== 'EPIPE') failed(error)
  })
  return {
    write: async (text) => {
      if (isOpen && text !== '' && !stream.write(text)) await once(stream, 'drain').catch(() => undefined)
      return isOpen
    },
  }
}
