/** The table of operation levels in `docs/concepts.md`, between its two marks. */
import { read } from '../support/repository.js'
import type { Generated } from './generated.js'
import { levelsTable } from './levels.js'

const PATH = 'docs/concepts.md'
const BEGIN = '<!-- begin generated levels -->'
const END = '<!-- end generated levels -->'

export const levelsInConcepts = async (): Promise<readonly Generated[]> => {
  const text = read(PATH)
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${PATH} has no \`${BEGIN}\` before \`${END}\``)
  const head = text.slice(0, from + BEGIN.length)
  return [{ path: PATH, text: `${head}\n\n${levelsTable()}\n\n${text.slice(to)}` }]
}
