/** Why there is no answer, and answers that are none, told of a source. */
import { failure, type Failure } from '../../../kernel/model/index.js'
import type { HttpFault } from '../../ports.js'

/** That whoever asked waits no more. */
export const cancelled = (): Failure =>
  failure('source-cancelled', 'the question was withdrawn before there was an answer')

/** That nothing came in time. */
export const timedOut = (): Failure =>
  failure('source-timeout', 'there was no whole answer in time', 'ask again, or ask another server')

/** The failure for a fault. */
export const faultFailure = (fault: HttpFault): Failure => {
  switch (fault._tag) {
    case 'Unreachable':
      return failure(
        'source-unreachable',
        `there is no answer: ${fault.reason}`,
        'check the address and the connection',
      )
    case 'TimedOut':
      return timedOut()
    case 'Cancelled':
      return cancelled()
    case 'TooLarge':
      return failure(
        'source-malformed',
        `the answer cannot be used: it is longer than ${String(fault.limit)} bytes`,
      )
    case 'Unreadable':
      return failure('source-malformed', `the answer cannot be used: ${fault.reason}`)
  }
}
