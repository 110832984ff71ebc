/** docs/schema/openapi.json: what the sidecar takes and answers, from the routes and their codecs. */
import { openApiDocument } from '../../src/app/server/http/document.js'
import { read } from '../support/repository.js'
import type { Generated } from './generated.js'

export const openApi = async (): Promise<readonly Generated[]> => {
  const { version } = JSON.parse(read('package.json')) as { readonly version: string }
  return [{ path: 'docs/schema/openapi.json', text: JSON.stringify(await openApiDocument(version), null, 2) }]
}
