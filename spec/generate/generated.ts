/** The files that are made from the code. A new kind of page is one more function in `MAKERS`. */
import { claimIndex } from './claim-index.js'
import { claimPages } from './claim-pages.js'
import { clientTypes } from './client-types.js'
import { checkSchema } from './check-schema.js'
import { levelsInConcepts } from './levels-in-concepts.js'
import { faultTable } from './fault-table.js'
import { formatted } from './formatted.js'
import { measurePages } from './measure-pages.js'
import { openApi } from './openapi.js'
import { policySchemaFile } from './policy-schema.js'
import { presetIndex } from './preset-index.js'
import { presetPages } from './preset-pages.js'
import { ruleIndex } from './rule-index.js'
import { rulePages } from './rule-pages.js'

/** A file, by its path from the root. */
export interface Generated {
  readonly path: string
  readonly text: string
}

/** What makes some of the files; their layout is the formatter's. */
export type Maker = () => Promise<readonly Generated[]>

const MAKERS: readonly Maker[] = [
  presetIndex,
  presetPages,
  claimIndex,
  claimPages,
  ruleIndex,
  rulePages,
  levelsInConcepts,
  faultTable,
  measurePages,
  checkSchema,
  policySchemaFile,
  openApi,
  clientTypes,
]

/** All of them, as they belong into the repository. */
export const generatedFiles = async (): Promise<readonly Generated[]> => {
  const made = await Promise.all(MAKERS.map((make) => make()))
  return Promise.all(made.flat().map(async ({ path, text }) => ({ path, text: await formatted(path, text) })))
}
