/**
 * io-ts codecs as JSON Schema (draft-07): what a codec lets through, the schema lets through, and no more.
 * A codec of a kind that is not known here has no schema, and says so.
 */
import type * as t from 'io-ts/lib/index.js'

/** A schema, as JSON. */
export type Schema = Readonly<Record<string, unknown>>

type Known =
  | t.StringType
  | t.NumberType
  | t.BooleanType
  | t.NullType
  | t.UnknownType
  | t.LiteralType<string | number | boolean>
  | t.KeyofType<Readonly<Record<string, unknown>>>
  | t.ArrayType<t.Mixed>
  | t.ReadonlyArrayType<t.Mixed>
  | t.UnionType<t.Mixed[]>
  | t.InterfaceType<t.Props>
  | t.PartialType<t.Props>
  | t.ExactType<t.Mixed>
  | t.IntersectionType<t.Mixed[]>
  | t.DictionaryType<t.Mixed, t.Mixed>
  | t.RefinementType<t.Mixed>

const mapped = (props: t.Props): Schema =>
  Object.fromEntries(Object.entries(props).map(([name, codec]) => [name, schemaOf(codec)]))

/** Members of the two kinds that objects are made of; both at once where a codec is an intersection. */
const membersOf = (codec: t.Mixed): { readonly properties: Schema; readonly required: readonly string[] } => {
  const known = codec as Known
  if (known._tag === 'InterfaceType')
    return { properties: mapped(known.props), required: Object.keys(known.props) }
  if (known._tag === 'PartialType') return { properties: mapped(known.props), required: [] }
  if (known._tag === 'ExactType') return membersOf(known.type)
  if (known._tag !== 'IntersectionType') throw new Error(`no object: ${codec.name}`)
  const parts = known.types.map(membersOf)
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Schema,
    required: parts.flatMap(({ required }) => required),
  }
}

const objectOf = (codec: t.Mixed, isClosed: boolean): Schema => ({
  type: 'object',
  ...(isClosed ? { additionalProperties: false } : {}),
  ...membersOf(codec),
})

/** Null beside one kind of value, one of several, or words that are constants. */
const unionOf = (types: readonly t.Mixed[]): Schema => {
  const constants = types.flatMap((type) => {
    const known = type as Known
    return known._tag === 'LiteralType' ? [known.value] : []
  })
  return constants.length === types.length ? { enum: constants } : { anyOf: types.map(schemaOf) }
}

/** The schema of a codec. */
export const schemaOf = (codec: t.Mixed): Schema => {
  const known = codec as Known
  switch (known._tag) {
    case 'StringType':
      return { type: 'string' }
    case 'NumberType':
      return { type: 'number' }
    case 'BooleanType':
      return { type: 'boolean' }
    case 'NullType':
      return { type: 'null' }
    case 'UnknownType':
      return {}
    case 'LiteralType':
      return { const: known.value }
    case 'KeyofType':
      return { enum: Object.keys(known.keys) }
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return { type: 'array', items: schemaOf(known.type) }
    case 'UnionType':
      return unionOf(known.types)
    case 'InterfaceType':
    case 'PartialType':
    case 'IntersectionType':
      return objectOf(codec, false)
    case 'ExactType':
      return objectOf(known.type, true)
    case 'DictionaryType':
      return { type: 'object', additionalProperties: schemaOf(known.codomain) }
    case 'RefinementType':
      if (known.name === 'Int') return { type: 'integer' }
      throw new Error(`no schema for the refinement ${known.name}`)
  }
  throw new Error(`no schema for the codec ${codec.name}`)
}
