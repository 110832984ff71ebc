/** Trees as text on one line, in brackets: as YAML, or as JSON where the file is JSON. */
import type { Tree } from '../tree/tree.js'

export type Notation = 'yaml' | 'json'

/** Words that mean themselves without quotes, wherever they stand. */
const PLAIN_WORD = /^[A-Za-z][A-Za-z0-9_./-]*$/
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n)$/i
const WHOLE = /^-?(?:0|[1-9][0-9]*)$/

interface Scalar {
  readonly text: string
  readonly isQuoted: boolean
}

/** A text or a number, with quotes where it would mean something else without. */
export const valueText =
  (notation: Notation) =>
  ({ text, isQuoted }: Scalar): string => {
    if (!isQuoted && (WHOLE.test(text) || text === 'true' || text === 'false')) return text
    const isPlain = notation === 'yaml' && PLAIN_WORD.test(text) && !RESERVED.test(text)
    return isPlain ? text : JSON.stringify(text)
  }

/** The name of an entry. */
export const nameText =
  (notation: Notation) =>
  (name: string): string =>
    valueText(notation)({ text: name, isQuoted: true })

/** A tree on one line. */
export const flowText =
  (notation: Notation) =>
  (tree: Tree): string => {
    switch (tree._tag) {
      case 'Nothing':
        return 'null'
      case 'Text':
        return valueText(notation)(tree)
      case 'Map':
        return tree.entries.length === 0 ? '{}' : `{ ${partTexts(notation)(tree).join(', ')} }`
      case 'List':
        return tree.items.length === 0 ? '[]' : `[${partTexts(notation)(tree).join(', ')}]`
    }
  }

/** The entries of a map or the items of a list, each as it stands between commas. */
export const partTexts =
  (notation: Notation) =>
  (tree: Tree): readonly string[] => {
    if (tree._tag === 'List') return tree.items.map(flowText(notation))
    if (tree._tag !== 'Map') return []
    return tree.entries.map(({ name, value }) => `${nameText(notation)(name)}: ${flowText(notation)(value)}`)
  }
