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
  | t.LiteralType<string | number | boolean>
  | t.KeyofType<Readonly<Record<string, unknown>>>
  | t.ReadonlyArrayType<t.Mixed>
  | t.UnionType<t.Mixed[]>
  | t.InterfaceType<t.Props>
  | t.ExactType<t.Mixed>
  | t.RefinementType<t.Mixed>

/** A closed object, of which every member has to be there. */
const objectOf = (codec: t.Mixed): Schema => {
  const known = codec as Known
  if (known._tag !== 'InterfaceType') throw new Error(`no object: ${codec.name}`)
  const { props } = known
  const properties = Object.entries(props).map(([name, member]) => [name, schemaOf(member)] as const)
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    required: Object.keys(props),
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
    case 'LiteralType':
      return { const: known.value }
    case 'KeyofType':
      return { enum: Object.keys(known.keys) }
    case 'ReadonlyArrayType':
      return { type: 'array', items: schemaOf(known.type) }
    case 'UnionType':
      return unionOf(known.types)
    case 'InterfaceType':
      throw new Error(`an object that is not closed: ${codec.name}`)
    case 'ExactType':
      return objectOf(known.type)
    case 'RefinementType':
      if (known.name === 'Int') return { type: 'integer' }
      throw new Error(`no schema for the refinement ${known.name}`)
  }
  throw new Error(`no schema for the codec ${codec.name}`)
}
