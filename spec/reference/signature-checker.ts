/**
 * The signature checker, step by step as the network runs it (stellar-core `SignatureChecker.cpp`).
 *
 * One checker belongs to one hash and one list of signatures. It remembers which signatures it used,
 * over all the checks that it is asked for, and (from protocol 28) how often it verified Ed25519.
 */
import { createHash } from 'node:crypto'
import type { DecoratedSignature } from '../../src/kernel/model/decorated-signature.js'
import type { SignerKey } from '../../src/kernel/model/signer-key.js'
import { verify } from './ed25519.js'
import { hintFor } from './hints.js'

/** What the checker needs of a signer. */
export interface WeightedKey {
  readonly key: SignerKey
  readonly weight: number
}

/** One check that was made: the weight it needed, and whether it reached it. */
export interface CheckMade {
  readonly needed: number
  readonly passed: boolean
}

/** Ed25519 verifications that one checker may spend, from protocol 28. */
const VERIFY_BUDGET = 1000

/** The groups in the order in which they are tried, after the pre-authorized transactions. */
const GROUPS = ['HashX', 'Ed25519', 'SignedPayload'] as const

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

export class SignatureChecker {
  readonly used: boolean[]
  readonly checks: CheckMade[] = []
  private verificationsLeft: number
  /** Answers already found; stellar-core has such a cache too, and it spends budget all the same. */
  private readonly known = new Map<string, boolean>()

  private readonly protocol: number
  private readonly hash: Uint8Array
  private readonly signatures: readonly DecoratedSignature[]

  constructor(protocol: number, hash: Uint8Array, signatures: readonly DecoratedSignature[]) {
    this.protocol = protocol
    this.hash = hash
    this.signatures = signatures
    this.used = signatures.map(() => false)
    this.verificationsLeft = protocol >= 28 ? VERIFY_BUDGET : Number.POSITIVE_INFINITY
  }

  /** Whether the signatures, with the hash itself, reach the weight. Marks what it uses, also when not. */
  check(signers: readonly WeightedKey[], needed: number): boolean {
    const passed = this.reaches(signers, needed)
    this.checks.push({ needed, passed })
    return passed
  }

  allUsed(): boolean {
    return !this.used.includes(false)
  }

  private reaches(signers: readonly WeightedKey[], needed: number): boolean {
    let total = 0

    for (const { key, weight } of signers) {
      if (key._tag === 'PreAuthTx' && same(key.hash, this.hash)) {
        total = this.add(total, weight)
        if (total >= needed) return true
      }
    }

    for (const group of GROUPS) {
      // A signer leaves this copy when it was satisfied: no signature repeats another within a group.
      const left = signers.filter(({ key }) => key._tag === group)
      for (let i = 0; i < this.signatures.length; i++) {
        for (let j = 0; j < left.length; j++) {
          const { key, weight } = left[j] as WeightedKey
          if (!this.satisfies(i, key)) continue
          this.used[i] = true
          total = this.add(total, weight)
          if (total >= needed) return true
          left.splice(j, 1)
          break
        }
      }
    }
    return false
  }

  /** From protocol 10 a weight counts 255 at most; before, 32 bits are added to a signed number and may wrap. */
  private add(total: number, weight: number): number {
    return this.protocol >= 10 ? total + Math.min(weight, 255) : (total + weight) | 0
  }

  private satisfies(index: number, key: SignerKey): boolean {
    const { hint, signature } = this.signatures[index] as DecoratedSignature
    if (hint !== hintFor(key)) return false
    if (key._tag === 'HashX') return same(createHash('sha256').update(signature).digest(), key.hash)
    if (key._tag === 'Ed25519') return this.verifies(index, key.strkey, this.hash, key.publicKey)
    if (key._tag === 'SignedPayload') return this.verifies(index, key.strkey, key.payload, key.publicKey)
    return false
  }

  private verifies(index: number, name: string, message: Uint8Array, publicKey: Uint8Array): boolean {
    const { signature } = this.signatures[index] as DecoratedSignature
    if (signature.length !== 64) return false
    if (this.verificationsLeft === 0) return false
    this.verificationsLeft--
    const question = `${index} ${name}`
    const answer = this.known.get(question) ?? verify(signature, message, publicKey)
    this.known.set(question, answer)
    return answer
  }
}
