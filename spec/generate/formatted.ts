/** Texts as Prettier lays them out, so that what is generated passes the check of what is written. */
import { format, resolveConfig } from 'prettier'
import { join } from 'node:path'
import { ROOT } from '../support/repository.js'

/** The text of a file, laid out. */
export const formatted = async (path: string, text: string): Promise<string> => {
  const filepath = join(ROOT, path)
  return format(text, { ...(await resolveConfig(filepath)), filepath })
}
