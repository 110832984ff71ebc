/**
 * io-ts codecs as JSON Schema: what a codec lets through, the schema lets through, and no more. A codec of
 * a kind that is not known here has no schema, and says so.
 */
import type * as t from 'io-ts/lib/index.js'
import type { AnnotatedType, ClosedType } from './forms.js'

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
  | t.ReadonlyArrayType<t.Mixed>
  | t.UnionType<t.Mixed[]>
  | t.IntersectionType<t.Mixed[]>
  | t.InterfaceType<t.Props>
  | t.PartialType<t.Props>
  | t.DictionaryType<t.Mixed, t.Mixed>
  | t.ExactType<t.Mixed>
  | t.RefinementType<t.Mixed>
  | AnnotatedType
  | ClosedType

const propertiesOf = (props: Readonly<Record<string, t.Mixed>>): Schema =>
  Object.fromEntries(Object.entries(props).map(([name, member]) => [name, schemaOf(member)]))

/** A closed object, of which every member has to be there. */
const exactOf = (codec: t.Mixed): Schema => {
  const known = codec as Known
  if (known._tag !== 'InterfaceType') throw new Error(`no object: ${codec.name}`)
  return {
    type: 'object',
    additionalProperties: false,
    properties: propertiesOf(known.props),
    required: Object.keys(known.props),
  }
}

/** One of several kinds of values, or one of some constants. */
const unionOf = (types: readonly t.Mixed[]): Schema => {
  const constants = types.flatMap((type) => {
    const known = type as Known
    return known._tag === 'LiteralType' ? [known.value] : []
  })
  return constants.length === types.length ? { enum: constants } : { anyOf: types.map(schemaOf) }
}

/** Members that have to be there, and members that may: one object. */
const joined = (types: readonly t.Mixed[]): Schema => {
  const schemas = types.map(schemaOf)
  return {
    type: 'object',
    properties: Object.assign({}, ...schemas.map(({ properties }) => properties)) as Schema,
    required: schemas.flatMap(({ required }) => (Array.isArray(required) ? (required as string[]) : [])),
  }
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
    case 'ReadonlyArrayType':
      return { type: 'array', items: schemaOf(known.type) }
    case 'DictionaryType':
      return { type: 'object', additionalProperties: schemaOf(known.codomain) }
    case 'UnionType':
      return unionOf(known.types)
    case 'IntersectionType':
      return joined(known.types)
    case 'InterfaceType':
      return { type: 'object', properties: propertiesOf(known.props), required: Object.keys(known.props) }
    case 'PartialType':
      return { type: 'object', properties: propertiesOf(known.props) }
    case 'ExactType':
      return exactOf(known.type)
    case 'ClosedType':
      return {
        type: 'object',
        additionalProperties: false,
        properties: propertiesOf({ ...known.needed, ...known.optional }),
        required: Object.keys(known.needed),
      }
    case 'AnnotatedType':
      return { ...known.schema, ...schemaOf(known.inner), ...known.schema }
    case 'RefinementType':
      if (known.name === 'Int') return { type: 'integer' }
      throw new Error(`no schema for the refinement ${known.name}`)
  }
  throw new Error(`no schema for the codec ${codec.name}`)
}
