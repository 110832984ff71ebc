/**
 * Bytes as a generated type of the library, or why not: the one place where the library may throw.
 *
 * What is accepted is canonical (RFC 4506: zero padding, booleans 0 or 1, known enum members, nothing
 * left over), so that equal values have equal bytes; `spec/edge/xdr/read-xdr.spec.ts` proves it.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Bytes } from '../../kernel/model/index.js'
import { faultReason } from './fault-reason.js'
import { Reader } from './reader.js'

/** Why bytes are not of a type, and at which byte that showed. */
export interface ReadFault {
  readonly _tag: 'Ended' | 'LeftOver' | 'TooDeep' | 'Mismatch'
  readonly at: number
  /** In words that can follow a colon. */
  readonly reason: string
}

/** The part of a generated type that is used: what js-xdr calls a readable. */
interface Readable<T> {
  readonly read: (reader: Reader, remainingDepth: number) => T
}

/** A generated type; its declared `read` names the wrong parameters, hence the cast below. */
interface Generated<T> {
  readonly fromXDR: (input: never, format?: 'raw') => T
}

/**
 * Core refuses more than 500 levels before protocol 28 and more than 1,000 since, and counts at least
 * as many levels for one value as the library does: nothing that the network reads is refused here.
 */
export const MAX_DEPTH = 1000

const faultOf = (error: unknown, reader: Reader): ReadFault => {
  const at = reader.position
  if (reader.fault === 'ended') return { _tag: 'Ended', at, reason: 'the bytes end in the middle of a value' }
  if (reader.fault === 'padding') return { _tag: 'Mismatch', at, reason: 'padding that is not zero' }
  const message = error instanceof Error ? error.message.replace(/^XDR Read Error: /, '') : ''
  if (error instanceof RangeError || message === 'exceeded max decoding depth')
    return { _tag: 'TooDeep', at, reason: 'values nested too deep' }
  // Everything else that the library refuses is a number of four bytes that it has just read.
  const word = Math.max(0, at - 4)
  if (message.includes(' exceeds remaining '))
    return { _tag: 'Ended', at: word, reason: 'a list is longer than the bytes that are left' }
  return { _tag: 'Mismatch', at: word, reason: faultReason(message) }
}

/** Reads all bytes as one value of a type. */
export const readXdr =
  <T>(type: Generated<T>) =>
  (bytes: Bytes): E.Either<ReadFault, T> => {
    const reader = new Reader(bytes)
    let value: T
    try {
      value = (type as unknown as Readable<T>).read(reader, MAX_DEPTH)
    } catch (error) {
      return E.left(faultOf(error, reader))
    }
    const left = reader.remainingBytes()
    if (left === 0) return E.right(value)
    return E.left({ _tag: 'LeftOver', at: reader.position, reason: `${String(left)} bytes are left over` })
  }
