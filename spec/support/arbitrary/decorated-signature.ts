/** What can go wrong with a list of signatures on its way: nothing, or one or two of these. */
import * as fc from 'fast-check'
import type { DecoratedSignature } from '../../../src/kernel/model/index.js'
import { sha256 } from '../build/key.js'
import { by, over, payloadBy, preimage, raw, withBytes, withHint, type Signing } from '../build/signature.js'
import { keyName, PAYLOADS, PREIMAGES } from './pool.js'

/** A change of a list; `at` chooses where, modulo its length. */
export interface Spoiling {
  readonly kind: (typeof KINDS)[number]
  readonly at: number
  readonly name: string
}

const KINDS = [
  'drop',
  'drop',
  'repeat',
  'swap',
  'reverse',
  'wrong-hint',
  'borrowed-hint',
  'garbage',
  'cut-short',
  'empty',
  'another-hash',
  'bit-turned',
  'stranger',
  'stranger',
  'preimage',
  'payload',
] as const

const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat({ max: 999 }),
  name: keyName,
})

/** Half of all lists stay as they are. */
export const spoilings: fc.Arbitrary<readonly Spoiling[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  { weight: 4, arbitrary: fc.array(spoiling, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(spoiling, { minLength: 2, maxLength: 4 }) },
)

const cutShort = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.max(0, bytes.length - 1))

const turned = (bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  if (copy.length > 0) copy[copy.length >> 1] = (copy[copy.length >> 1] as number) ^ 4
  return copy
}

/** Well-formed enough to be verified: 64 bytes, the last ones below the group's order. */
const garbage = (): Uint8Array => {
  const bytes = new Uint8Array(64).fill(3)
  bytes[63] = 0
  return bytes
}

const replaceAt = (
  list: readonly Signing[],
  at: number,
  change: (one: Signing) => Signing,
): readonly Signing[] => list.map((one, i) => (i === at ? change(one) : one))

const insertAt = (list: readonly Signing[], at: number, one: Signing): readonly Signing[] =>
  list.toSpliced(at, 0, one)

const swapAt = (list: readonly Signing[], at: number): readonly Signing[] => {
  const next = (at + 1) % list.length
  return list.map((one, i) => (i === at ? list[next]! : i === next ? list[at]! : one))
}

/** The list after one change; a list of nothing can only grow. */
const spoil = (list: readonly Signing[], { kind, at, name }: Spoiling): readonly Signing[] => {
  const place = list.length === 0 ? 0 : at % list.length
  const other = list[(place + 1) % Math.max(1, list.length)]
  switch (kind) {
    case 'drop':
      return list.toSpliced(place, 1)
    case 'repeat':
      return list.length === 0 ? list : insertAt(list, list.length - (at % 2), list[place]!)
    case 'swap':
      return list.length === 0 ? list : swapAt(list, place)
    case 'reverse':
      return list.toReversed()
    case 'wrong-hint':
      return replaceAt(list, place, withHint(at))
    case 'borrowed-hint':
      return replaceAt(list, place, (one) => (hash) => ({ ...one(hash), hint: other!(hash).hint }))
    case 'garbage':
      return replaceAt(list, place, withBytes(garbage))
    case 'cut-short':
      return replaceAt(list, place, withBytes(cutShort))
    case 'empty':
      return replaceAt(
        list,
        place,
        withBytes(() => new Uint8Array(0)),
      )
    case 'another-hash':
      return replaceAt(list, place, over(sha256('another hash')))
    case 'bit-turned':
      return replaceAt(list, place, withBytes(turned))
    case 'stranger':
      return insertAt(list, at % (list.length + 1), by(name))
    case 'preimage':
      return insertAt(list, place, preimage(PREIMAGES[at % PREIMAGES.length]!))
    case 'payload':
      return insertAt(list, place, payloadBy(name, PAYLOADS[at % PAYLOADS.length]!))
  }
}

/** The list after all changes, cut to what an envelope can hold. */
export const spoilAll = (list: readonly Signing[], changes: readonly Spoiling[]): readonly Signing[] =>
  changes.reduce(spoil, list).slice(0, 20)

const bytes = fc.uint8Array({ maxLength: 64 })

/** Any decorated signature, genuine or not. */
export const decoratedSignature: fc.Arbitrary<DecoratedSignature> = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), bytes).map(([hint, s]) => raw(hint, s)(sha256('hash'))),
  keyName.map((name) => by(name)(sha256('hash'))),
)
