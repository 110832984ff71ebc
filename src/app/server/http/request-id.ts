/** The name of a request: the caller's, where it is one that may stand in a log, or our own. */
import type { IncomingMessage } from 'node:http'
import { looksLikeSeed } from '../../../kernel/model/index.js'

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** Names for the requests of one process. */
export const requestIds = (): ((request: Pick<IncomingMessage, 'headers'>) => string) => {
  const start = `${Date.now().toString(36)}-${process.pid.toString(36)}`
  let count = 0
  return ({ headers }) => {
    const given = headers['x-request-id']
    if (typeof given === 'string' && NAME.test(given) && !looksLikeSeed(given)) return given
    count += 1
    return `${start}-${count.toString(36)}`
  }
}
