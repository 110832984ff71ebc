/**
 * A text of YAML or JSON with the places of all its parts: enough to change one of them and to leave every
 * other byte as it is.
 */
import type { TreePath } from '../../../advice/policy/index.js'
import { isMap, isScalar, isSeq, parseDocument, Scalar, type CST, type Pair, type ParsedNode } from 'yaml'

/** A value, from `start` up to `end`, without what follows it on its line. */
export type Located =
  | {
      readonly _tag: 'Scalar'
      readonly start: number
      readonly end: number
      readonly isEmpty: boolean
      /** Whether it stands after `|` or `>`; it then ends with its line. */
      readonly isBlock: boolean
    }
  | Collection

/** A map or a list. */
export interface Collection {
  readonly _tag: 'Map' | 'List'
  readonly start: number
  readonly end: number
  /** Whether it stands in brackets. */
  readonly isFlow: boolean
  /** The one pair of `[a: 1]`, a map without brackets in a list that has them. */
  readonly isBare: boolean
  readonly parts: readonly Part[]
  /** The comma after the last part. */
  readonly lastComma: number | undefined
}

/** An entry of a map or an item of a list. */
export interface Part {
  readonly name: string | number
  /** Where its name, its dash or its value begins. */
  readonly start: number
  /** After its colon or its dash, where it has one. */
  readonly afterMark: number
  /** Whether it has one: an entry of `{ a, b: 1 }` may have none. */
  readonly isMarked: boolean
  readonly end: number
  /** The comma before it, in brackets. */
  readonly comma: number | undefined
  readonly value: Located
}

type Node = ParsedNode | null

type Item = CST.CollectionItem

const offsetOf = (tokens: readonly CST.SourceToken[] | undefined, type: CST.TokenType): number | undefined =>
  tokens?.find((token) => token.type === type)?.offset

const scalarAt = (start: number, end: number, isEmpty: boolean, isBlock = false): Located => ({
  _tag: 'Scalar',
  start,
  end,
  isEmpty,
  isBlock,
})

const isBlockScalar = ({ type }: Scalar): boolean =>
  type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED

const located = (node: Node, otherwise: number): Located => {
  if (node === null) return scalarAt(otherwise, otherwise, true)
  const [start, end] = node.range
  if (isMap(node)) {
    const token = node.srcToken
    const parts = node.items.map((pair) => entryAt(pair))
    return collection('Map', token, start, end, parts)
  }
  if (isSeq(node)) {
    const token = node.srcToken
    const items = (token?.items ?? []).filter((item) => isItem(item, token?.type === 'flow-collection'))
    const parts = node.items.map((item, index) => itemAt(item, index, items[index]))
    return collection('List', token, start, end, parts)
  }
  if (!isScalar(node)) throw new Error('invariant: aliases are refused before')
  const isEmpty = start === end
  return isEmpty ? scalarAt(otherwise, otherwise, true) : scalarAt(start, end, false, isBlockScalar(node))
}

const isItem = (item: Item, isFlow: boolean): boolean =>
  isFlow
    ? item.key !== undefined || item.sep !== undefined || item.value !== undefined
    : offsetOf(item.start, 'seq-item-ind') !== undefined

type CollectionToken = CST.BlockMap | CST.BlockSequence | CST.FlowCollection

const collection = (
  tag: Collection['_tag'],
  token: CollectionToken | undefined,
  start: number,
  end: number,
  parts: readonly Part[],
): Collection => {
  const isFlow = token === undefined || token.type === 'flow-collection'
  const last = isFlow ? token?.items.at(-1) : undefined
  return {
    _tag: tag,
    start,
    // The library lets a block end after the comments behind it.
    end: isFlow ? end : (parts.at(-1)?.end ?? start),
    isFlow,
    isBare: token === undefined,
    parts,
    lastComma: last === undefined || isItem(last, true) ? undefined : offsetOf(last.start, 'comma'),
  }
}

const partOf = (
  name: Part['name'],
  start: number,
  mark: number | undefined,
  otherwise: number,
  comma: number | undefined,
  node: Node,
): Part => {
  const afterMark = mark === undefined ? otherwise : mark + 1
  const value = located(node, afterMark)
  return {
    name,
    start,
    afterMark,
    isMarked: mark !== undefined,
    end: Math.max(afterMark, value.end),
    comma,
    value,
  }
}

const entryAt = ({ key, value, srcToken }: Pair<ParsedNode, Node>): Part => {
  const [start, end] = key.range
  const colon = offsetOf(srcToken?.sep, 'map-value-ind')
  const name = isScalar(key) ? String(key.value) : ''
  return partOf(name, start, colon, end, offsetOf(srcToken?.start, 'comma'), value)
}

const itemAt = (node: Node, index: number, item: Item | undefined): Part => {
  const dash = offsetOf(item?.start, 'seq-item-ind')
  const start = dash ?? node?.range[0]
  if (start === undefined) throw new Error('invariant: an item stands somewhere')
  return partOf(index, start, dash, start, offsetOf(item?.start, 'comma'), node)
}

/** The places of a text that the reader of trees has accepted. */
export const locate = (text: string): Located => {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: true,
  })
  return located(document.contents, 0)
}

/** The parts on the way to a path, the last one at the path itself; as many as there are. */
export const way = (
  root: Located,
  path: TreePath,
): readonly { readonly parent: Collection; readonly part: Part }[] => {
  const steps: { readonly parent: Collection; readonly part: Part }[] = []
  let value = root
  for (const step of path) {
    const part = value._tag === 'Scalar' ? undefined : value.parts.find(({ name }) => name === step)
    if (part === undefined || value._tag === 'Scalar') return steps
    steps.push({ parent: value, part })
    value = part.value
  }
  return steps
}
