/** src/app/client/types.ts: what each endpoint takes and answers, as types, from the same codecs as the schema. */
import { ENDPOINTS } from '../../src/app/server/endpoints/index.js'
import { schemaOf, type Schema } from '../../src/app/server/wire/schema-of.js'
import type { Generated } from './generated.js'

const NAME = /^[A-Za-z_$][\w$]*$/

const memberName = (name: string): string => (NAME.test(name) ? name : JSON.stringify(name))

const objectType = (schema: Schema): string => {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>
  const required = new Set((schema['required'] ?? []) as readonly string[])
  const members = Object.entries(properties).map(([name, member]) => {
    const { description } = member
    const comment = typeof description === 'string' ? `/** ${description} */\n` : ''
    return `${comment}readonly ${memberName(name)}${required.has(name) ? '' : '?'}: ${typeOf(member)}`
  })
  return `{\n${members.join('\n')}\n}`
}

/** A schema as a type of TypeScript. */
export const typeOf = (schema: Schema): string => {
  const { type, anyOf, items, additionalProperties, properties } = schema
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['enum']))
    return schema['enum'].map((one: unknown) => JSON.stringify(one)).join(' | ')
  if (Array.isArray(anyOf)) return anyOf.map((one) => typeOf(one as Schema)).join(' | ')
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type
    case 'number':
    case 'integer':
      return 'number'
    case 'array':
      return `readonly (${typeOf(items as Schema)})[]`
    case 'object':
      if (properties !== undefined) return objectType(schema)
      return `Readonly<Record<string, ${typeof additionalProperties === 'object' ? typeOf(additionalProperties as Schema) : 'unknown'}>>`
    default:
      return 'unknown'
  }
}

/** `sep10/verify` is `Sep10Verify`. */
const typeName = (id: string): string =>
  id
    .split(/[/-]/)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('')

const methodName = (id: string): string => {
  const name = typeName(id)
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

export const clientTypes = (): Promise<readonly Generated[]> => {
  const types = ENDPOINTS.map(({ id, summary, request, response }) => {
    const name = typeName(id)
    return [
      `/** ${summary} */`,
      `export interface ${name}Request ${typeOf(schemaOf(request))}`,
      `/** The answer. */`,
      `export interface ${name}Answer ${typeOf(schemaOf(response))}`,
    ].join('\n')
  })
  const routes = ENDPOINTS.map(
    ({ id, summary }) =>
      `/** ${summary} */\nreadonly ${methodName(id)}: readonly [${typeName(id)}Request, ${typeName(id)}Answer]`,
  )
  const paths = ENDPOINTS.map(({ id }) => `${methodName(id)}: '/v1/${id}'`)
  const text = [
    '/** What the sidecar takes and answers. Written by `npm run generate` from the codecs of src/app/server. */',
    ...types,
    '/** Requests and answers by the name of their function. */',
    `export interface Routes {\n${routes.join('\n')}\n}`,
    '/** The paths of the endpoints. */',
    `export const PATHS = {\n${paths.join(',\n')}\n} as const satisfies Readonly<Record<keyof Routes, string>>`,
    '',
  ].join('\n\n')
  return Promise.resolve([{ path: 'src/app/client/types.ts', text }])
}
