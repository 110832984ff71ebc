/** Places as SARIF says them. */
import type { Place } from '../../../../advice/policy/index.js'
import type { Json } from '../../json-list.js'
import { shown } from '../../styled.js'

/** Half of a pair of UTF-16: it stands for no character, and no URI can have it. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The name of a file as a reference: every sign but `/` that could mean something is escaped. */
export const fileUri = (file: string): string =>
  file.replace(HALVES, '\ufffd').split('/').map(encodeURIComponent).join('/')

/** A message; control characters in names must not reach a terminal that shows it. */
export const messageOf = (text: string): Json => ({ text: text.split('\n').map(shown).join('\n') })

const physical = (file: string, line?: number, column?: number): Json => ({
  artifactLocation: { uri: fileUri(file) },
  ...(line === undefined || column === undefined ? {} : { region: { startLine: line, startColumn: column } }),
})

/** A whole file, or a line of it. */
export const fileLocation = (file: string, line?: number, column?: number): Json => ({
  physicalLocation: physical(file, line, column),
})

/** A place. */
export const locationOf = ({ file, position }: Place): Json =>
  fileLocation(file, position.line, position.column)

/** A place that belongs to a result, with what it is; each has a number of its own. */
export const relatedLocation = (place: Place, says: string, id: number): Json => ({
  id,
  physicalLocation: physical(place.file, place.position.line, place.position.column),
  message: messageOf(says),
})
