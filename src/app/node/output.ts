/** Standard output and standard error of this process. */
import { once } from 'node:events'
import type { Output } from '../ports.js'

/**
 * A stream as an output that waits for its reader. A reader who leaves (`| head`) is no fault: from then
 * on `write` answers false, and nothing more is written.
 */
export const streamOutput = (stream: NodeJS.WriteStream): Output => {
  let isOpen = true
  stream.on('error', () => {
    isOpen = false
  })
  return {
    write: async (text) => {
      if (isOpen && text !== '' && !stream.write(text)) await once(stream, 'drain').catch(() => undefined)
      return isOpen
    },
  }
}
