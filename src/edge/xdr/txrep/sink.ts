/** Bytes that grow at their end (XDR, RFC 4506); the reverse of `../reader.ts`. */
import type { Bytes } from '../../../kernel/model/index.js'

/** Where values are written, one after the other. */
export class Sink {
  private bytes = new Uint8Array(1024)
  private length = 0

  private grown(size: number): number {
    const at = this.length
    this.length = at + size
    if (this.length > this.bytes.length) {
      const wider = new Uint8Array(Math.max(this.length, this.bytes.length * 2))
      wider.set(this.bytes)
      this.bytes = wider
    }
    return at
  }

  /** Bytes as they are. */
  raw(bytes: Bytes): undefined {
    const at = this.grown(bytes.length)
    this.bytes.set(bytes, at)
  }

  /** Bytes, and zeros after them up to a multiple of four. */
  opaque(bytes: Bytes): undefined {
    this.raw(bytes)
    this.grown(-bytes.length & 3)
  }

  /** A whole number of 32 or 64 bits, signed or not. */
  int(value: bigint, bits: 32 | 64): undefined {
    const at = this.grown(bits / 8)
    const view = new DataView(this.bytes.buffer)
    if (bits === 32) view.setUint32(at, Number(BigInt.asUintN(32, value)))
    else view.setBigUint64(at, BigInt.asUintN(64, value))
  }

  /** All that was written. */
  written(): Bytes {
    return this.bytes.slice(0, this.length)
  }
}
