/** Reading faults told to people: what was expected, what these bytes are instead, what to do. */
import { failure, type Bytes, type Failure } from '../../kernel/model/index.js'
import { describeXdr } from './describe-xdr.js'
import { MAX_DEPTH, type ReadFault } from './read-xdr.js'

/** What was asked for. */
export interface Expected {
  /** `a transaction envelope`. */
  readonly what: string
  /** The failure's code where the bytes are something else. */
  readonly otherCode: string
}

const atByte = (fault: ReadFault): string => `at byte ${String(fault.at)}`

/**
 * The failure for bytes that could not be read. Only this path tries other types, so that a good
 * envelope costs nothing more.
 *
 * Failures: `xdr-too-deep`, the code for another type, `xdr-trailing`, `xdr-truncated`.
 */
export const readFailure =
  (expected: Expected) =>
  (bytes: Bytes, fault: ReadFault): Failure => {
    if (fault._tag === 'TooDeep')
      return failure(
        'xdr-too-deep',
        `values nested more than ${String(MAX_DEPTH)} deep ${atByte(fault)}; the network refuses that too`,
      )
    const other = describeXdr(bytes)
    if (other !== undefined)
      return failure(
        expected.otherCode,
        `expected ${expected.what}, found ${other.what} (${other.type})`,
        other.help,
      )
    switch (fault._tag) {
      case 'LeftOver':
        return failure(
          'xdr-trailing',
          `${String(bytes.length - fault.at)} bytes follow ${expected.what} that ends ${atByte(fault)}`,
          'give one value, and nothing after it',
        )
      case 'Ended':
        return failure(
          'xdr-truncated',
          `expected ${expected.what}, found its first ${String(bytes.length)} bytes only: ${fault.reason}`,
          'the text is probably cut short: copy it again, whole',
        )
      case 'Mismatch':
        return failure(
          expected.otherCode,
          `expected ${expected.what}; ${atByte(fault)}: ${fault.reason}`,
          'the bytes are something else, are damaged, or are of a protocol newer than 27',
        )
    }
  }
