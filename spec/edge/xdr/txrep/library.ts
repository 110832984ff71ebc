/**
 * The library's own types, walked without the rooms under test: which ones a transaction can reach, and
 * random bytes of each, made from the type alone.
 */
import { xdr } from '@stellar/stellar-base'
import { type GeneratedType, type Member } from '../../../../src/edge/xdr/txrep/shape.js'

/** The type of which every txrep is. */
export const ROOT = xdr.TransactionEnvelope as unknown as GeneratedType

const partsOf = (type: GeneratedType): readonly GeneratedType[] => [
  ...(type._fields ?? []).map(([, of]) => of),
  ...Object.values(type._arms ?? {}),
  ...(type._switchOn === undefined ? [] : [type._switchOn]),
  ...(type._childType === undefined ? [] : [type._childType]),
]

/** Every type that stands somewhere in an envelope. */
export const reachable = (): readonly GeneratedType[] => {
  const seen = new Set<GeneratedType>([ROOT])
  for (const type of seen) for (const part of partsOf(type)) seen.add(part)
  return [...seen]
}

/** The name of a struct, a union or an enum. */
export const nameOf = (type: GeneratedType): string | undefined =>
  type.structName ?? type.unionName ?? type.enumName

/** Numbers below a bound, as a property draws them. */
export type Draw = (below: number) => number

/** So deep a value may be random; below that, lists are empty and what may be missing is missing. */
const DEEP = 5

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value | 0)
  return bytes
}

const randomBytes = (draw: Draw, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => (draw(3) === 0 ? 0 : draw(256))))

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])

const valueOf = (key: Member | number): number => (typeof key === 'number' ? key : key.value)

/** The numbers that a union may begin with. */
export const switchesOf = (type: GeneratedType): readonly number[] =>
  [...(type._switches ?? [])].map(([key]) => valueOf(key))

/** Random bytes of a union, with this number at their head. */
export const unionBytes = (type: GeneratedType, on: number, draw: Draw, depth = 0): Buffer => {
  const [, arm] = [...(type._switches ?? [])].find(([key]) => valueOf(key) === on)!
  const body = typeof arm === 'string' ? type._arms?.[arm] : undefined
  return Buffer.concat([word(on), body === undefined ? word(0).subarray(4) : bytesFor(body, draw, depth + 1)])
}

const classOf = (type: object): string => (typeof type === 'function' ? type.name : type.constructor.name)

const simpleBytes = (type: GeneratedType, draw: Draw): Buffer => {
  const name = classOf(type)
  if (name === 'Bool') return word(draw(2))
  if (name.endsWith('Int')) return randomBytes(draw, 4)
  if (name.endsWith('Hyper')) return randomBytes(draw, 8)
  if (name === 'Opaque') return padded(randomBytes(draw, type._length ?? 0))
  const bytes = randomBytes(draw, draw(Math.min(type._maxLength ?? 0, 40) + 1))
  return Buffer.concat([word(bytes.length), padded(bytes)])
}

/** Random bytes of a type. */
export const bytesFor = (type: GeneratedType, draw: Draw, depth = 0): Buffer => {
  if (type._fields !== undefined)
    return Buffer.concat(type._fields.map(([, of]) => bytesFor(of, draw, depth + 1)))
  const switches = switchesOf(type)
  if (switches.length > 0) return unionBytes(type, switches[draw(switches.length)]!, draw, depth)
  const members = Object.values(type._members ?? {})
  if (members.length > 0) return word(members[draw(members.length)]!.value)
  const child = type._childType
  if (child === undefined) return simpleBytes(type, draw)
  const most = type._maxLength === undefined ? 1 : Math.min(type._maxLength, 3)
  const length = depth > DEEP ? 0 : draw(most + 1)
  return Buffer.concat([word(length), ...Array.from({ length }, () => bytesFor(child, draw, depth + 1))])
}
