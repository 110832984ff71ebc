/** Texts as the formatter lays them out, so that what is generated passes the check of what is written. */
import { format, type FormatConfig } from 'oxfmt'
import { parse } from 'yaml'
import { read } from '../support/repository.js'

// JSON with comments, which is YAML but for `//`.
const SETTINGS = parse(read('.oxfmtrc.json').replaceAll(/^\s*\/\/.*$/gm, '')) as FormatConfig

/** The text of a file, laid out. */
export const formatted = async (path: string, text: string): Promise<string> => {
  const { code, errors } = await format(path, text, SETTINGS)
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`)
  return code
}
