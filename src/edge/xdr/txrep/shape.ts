/**
 * What a generated type of the library is made of, told as data: the one place that looks inside it.
 *
 * The library keeps the shapes in fields of its own; `spec/edge/xdr/txrep/shape.spec.ts` walks every type
 * that a transaction can reach, so that another version of it cannot go unnoticed.
 */
import { fieldNameOf, memberNameOf } from './names.js'

/** A generated type, as the library keeps it. */
export interface GeneratedType {
  readonly name?: string
  readonly structName?: string
  readonly unionName?: string
  readonly enumName?: string
  readonly _fields?: readonly (readonly [name: string, type: GeneratedType])[]
  readonly _members?: Readonly<Record<string, Member>>
  readonly _switchOn?: GeneratedType
  readonly _switches?: ReadonlyMap<Member | number, unknown>
  readonly _arms?: Readonly<Record<string, GeneratedType>>
  readonly _childType?: GeneratedType
  readonly _length?: number
  readonly _maxLength?: number
}

/** A member of an enum, as the library keeps it. */
export interface Member {
  readonly name: string
  readonly value: number
}

/** A field or an arm, with its name as the network's files spell it. */
export interface Field {
  readonly name: string
  readonly type: GeneratedType
}

/** Numbers, enums and unions' numbers take 4 bytes, or 8. */
export interface IntShape {
  readonly _tag: 'Int'
  readonly bits: 32 | 64
  readonly isSigned: boolean
}

/** Members by number and by name. */
export interface EnumShape {
  readonly _tag: 'Enum'
  readonly name: string
  readonly nameOf: (value: number) => string | undefined
  readonly valueOf: (name: string) => number | undefined
}

/** One of several arms, told by a number or a member. */
export interface UnionShape {
  readonly _tag: 'Union'
  readonly name: string
  readonly on: IntShape | EnumShape
  /** The arm of a number: `void` where it holds nothing more, nothing where there is no such arm. */
  readonly armOf: (value: number) => Field | 'void' | undefined
}

/** What a type is made of (RFC 4506). */
export type Shape =
  | IntShape
  | EnumShape
  | UnionShape
  | { readonly _tag: 'Bool' }
  | { readonly _tag: 'Opaque'; readonly length: number }
  | { readonly _tag: 'VarOpaque' | 'String'; readonly max: number }
  | { readonly _tag: 'Option'; readonly child: GeneratedType }
  | { readonly _tag: 'VarArray'; readonly child: GeneratedType; readonly max: number }
  | { readonly _tag: 'Struct'; readonly name: string; readonly fields: readonly Field[] }

const unknownType = (): never => {
  throw new Error('invariant: the library has a type of a kind that is not known here')
}

const enumOf = (type: GeneratedType, byName: Readonly<Record<string, Member>>): EnumShape => {
  const members = Object.values(byName)
  return {
    _tag: 'Enum',
    name: type.enumName ?? '',
    nameOf: (value) => {
      const found = members.find((member) => member.value === value)
      return found === undefined ? undefined : memberNameOf(found.name)
    },
    valueOf: (name) => members.find((member) => memberNameOf(member.name) === name)?.value,
  }
}

const unionOf = (type: GeneratedType, switches: NonNullable<GeneratedType['_switches']>): UnionShape => {
  const name = type.unionName ?? ''
  const on = shapeOf(type._switchOn ?? unknownType())
  if (on._tag !== 'Enum' && on._tag !== 'Int') return unknownType()
  const armOf = (value: number): Field | 'void' | undefined => {
    for (const [key, arm] of switches) {
      if ((typeof key === 'number' ? key : key.value) !== value) continue
      if (typeof arm !== 'string') return 'void'
      return { name: fieldNameOf(name, arm), type: type._arms?.[arm] ?? unknownType() }
    }
    return undefined
  }
  return { _tag: 'Union', name, on, armOf }
}

const structOf = (type: GeneratedType, pairs: NonNullable<GeneratedType['_fields']>): Shape => {
  const name = type.structName ?? ''
  const fields = pairs.map(([field, of]) => ({ name: fieldNameOf(name, field), type: of }))
  return { _tag: 'Struct', name, fields }
}

/** No transaction holds a list of fixed length; one would have a length here. */
const listOf = (type: GeneratedType, child: GeneratedType): Shape => {
  if (type._length !== undefined) return unknownType()
  return type._maxLength === undefined
    ? { _tag: 'Option', child }
    : { _tag: 'VarArray', child, max: type._maxLength }
}

const classOf = (type: object): string => (typeof type === 'function' ? type.name : type.constructor.name)

/** Types without parts are told by the name of their class. */
const simpleOf = (type: GeneratedType): Shape => {
  const max = type._maxLength ?? 0
  switch (classOf(type)) {
    case 'Int':
      return { _tag: 'Int', bits: 32, isSigned: true }
    case 'UnsignedInt':
      return { _tag: 'Int', bits: 32, isSigned: false }
    case 'Hyper':
      return { _tag: 'Int', bits: 64, isSigned: true }
    case 'UnsignedHyper':
      return { _tag: 'Int', bits: 64, isSigned: false }
    case 'Bool':
      return { _tag: 'Bool' }
    case 'Opaque':
      return { _tag: 'Opaque', length: type._length ?? unknownType() }
    case 'VarOpaque':
      return { _tag: 'VarOpaque', max }
    case 'String':
      return { _tag: 'String', max }
    default:
      return unknownType()
  }
}

/** What a type is made of. */
export const shapeOf = (type: GeneratedType): Shape => {
  if (type._fields !== undefined) return structOf(type, type._fields)
  if (type._switches !== undefined) return unionOf(type, type._switches)
  if (type._members !== undefined) return enumOf(type, type._members)
  return type._childType === undefined ? simpleOf(type) : listOf(type, type._childType)
}
