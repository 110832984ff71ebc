/** The JSON Schema of policy files (draft-07, which editors read), from the codecs of the format. */
import type * as t from 'io-ts/lib/index.js'
import { policyDocument, SHARED_SHAPES, type Shape } from '../../src/edge/source/index.js'
import type { Generated } from './generated.js'

/** A schema, as JSON. */
export type Schema = Readonly<Record<string, unknown>>

const PATH = 'docs/schema/policy.json'

/** The name of the schema. It is a name, and need not be found there: the package holds the file. */
export const SCHEMA_ID = 'https://quorate.dev/schema/policy-1.json'

const names = new Map(Object.entries(SHARED_SHAPES).map(([name, shape]) => [shape, name]))

type Fields = Readonly<Record<string, t.Mixed>>

const properties = (fields: Fields): Schema =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, referring(shape)]))

/** What io-ts itself knows, and what the codecs of policies add. */
type Tagged =
  | Shape
  | t.UnionType<t.Mixed[]>
  | t.KeyofType<Record<string, unknown>>
  | t.LiteralType<string | number | boolean>
  | t.RecursiveType<t.Mixed>
  | t.BooleanType
  | t.UnknownType

const schemaOf = (shape: Tagged): Schema => {
  switch (shape._tag) {
    case 'ClosedType':
      return {
        type: 'object',
        additionalProperties: false,
        required: Object.keys(shape.needed),
        ...(shape.least > 0 ? { minProperties: shape.least } : {}),
        properties: properties({ ...shape.needed, ...shape.optional }),
      }
    case 'PatternType':
      return { type: shape.isWord ? ['string', 'number', 'boolean'] : 'string', pattern: shape.pattern }
    case 'WholeType':
      return { type: 'integer', minimum: shape.least, maximum: shape.most }
    case 'ListType':
      return {
        type: 'array',
        minItems: shape.least,
        ...(shape.most === undefined ? {} : { maxItems: shape.most }),
        items: referring(shape.item),
      }
    case 'NamedType':
      return {
        type: 'object',
        propertyNames: { pattern: shape.named.pattern },
        additionalProperties: referring(shape.value),
      }
    case 'DescribedType': {
      const inner = referring(shape.inner)
      // Beside a reference, draft-07 reads nothing.
      return '$ref' in inner
        ? { description: shape.description, allOf: [inner] }
        : { description: shape.description, ...inner }
    }
    case 'UnionType':
      return { anyOf: shape.types.map(referring) }
    case 'KeyofType':
      return { type: 'string', enum: Object.keys(shape.keys) }
    case 'LiteralType':
      return { const: shape.value }
    case 'RecursiveType':
      return schemaOf(shape.type as Tagged)
    case 'BooleanType':
      return { type: 'boolean' }
    case 'UnknownType':
      return {}
  }
}

/** A shape that has a name, by its name. */
const referring = (shape: t.Mixed): Schema => {
  const name = names.get(shape)
  return name === undefined ? schemaOf(shape as Tagged) : { $ref: `#/definitions/${name}` }
}

/** The schema of policy files. */
export const policySchema = (): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: SCHEMA_ID,
  title: 'Quorate policy',
  description: 'Accounts, who may sign for them, and what is promised of them. Version 1.',
  ...schemaOf(policyDocument),
  definitions: Object.fromEntries(
    Object.entries(SHARED_SHAPES).map(([name, shape]) => [name, schemaOf(shape as Tagged)]),
  ),
})

/** The file that editors are pointed at. */
export const policySchemaFile = (): Promise<readonly Generated[]> =>
  Promise.resolve([{ path: PATH, text: JSON.stringify(policySchema()) }])
