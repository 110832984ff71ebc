/**
 * A cursor over bytes that the generated types of the library read from (XDR, RFC 4506).
 *
 * The library's own reader wants a `Buffer`, stops at a depth of 200 where the network goes on to 500
 * and 1,000, and tells what went wrong in prose only. This one speaks the same few methods, never
 * copies, and remembers where and why it stopped.
 */
import type { Bytes } from '../../kernel/model/index.js'

/** Why reading stopped, as far as the cursor itself can know. */
export type ReaderFault = 'ended' | 'padding'

/** Thrown through the library, which has no other way to stop; caught in `read-xdr` and nowhere else. */
export class ReaderStopped extends Error {}

/** The reader that js-xdr's `read(reader, depth)` expects. */
export class Reader {
  /** Where the next byte is read. */
  position = 0
  fault: ReaderFault | undefined = undefined
  private readonly bytes: Bytes
  private readonly view: DataView

  constructor(bytes: Bytes) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  private stop(fault: ReaderFault): never {
    this.fault = fault
    throw new ReaderStopped(fault)
  }

  private advance(size: number): number {
    const from = this.position
    if (size > this.bytes.length - from) this.stop('ended')
    this.position = from + size
    return from
  }

  /** Opaque bytes and the padding after them, which must be zero: one value has one spelling. */
  read(size: number): Bytes {
    const from = this.advance(size)
    const padding = -size & 3
    if (padding > 0) {
      const start = this.advance(padding)
      for (let i = start; i < start + padding; i++) {
        if (this.bytes[i] === 0) continue
        this.position = i
        this.stop('padding')
      }
    }
    return this.bytes.subarray(from, from + size)
  }

  readInt32BE(): number {
    return this.view.getInt32(this.advance(4))
  }

  readUInt32BE(): number {
    return this.view.getUint32(this.advance(4))
  }

  readBigInt64BE(): bigint {
    return this.view.getBigInt64(this.advance(8))
  }

  readBigUInt64BE(): bigint {
    return this.view.getBigUint64(this.advance(8))
  }

  /** The bytes that were read since a position; a part of the whole, not a copy. */
  since(position: number): Bytes {
    return this.bytes.subarray(position, this.position)
  }

  /** Asked before a list is read: each of its elements takes a byte or more. */
  remainingBytes(): number {
    return this.bytes.length - this.position
  }
}
