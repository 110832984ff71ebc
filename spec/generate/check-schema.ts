/** docs/schema/check.json: what `check --format json` writes, from the codecs that its writer is typed by. */
import { checkJsonCodec } from '../../src/edge/report/check/json/codecs.js'
import type { Generated } from './generated.js'
import { schemaOf } from '../../src/app/server/wire/schema-of.js'

export const checkSchema = (): Promise<readonly Generated[]> => {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'What `quorate check --format json` writes',
    description: 'Written by `npm run generate` from src/edge/report/check/json/codecs.ts.',
    ...schemaOf(checkJsonCodec),
  }
  return Promise.resolve([{ path: 'docs/schema/check.json', text: JSON.stringify(schema, null, 2) }])
}
