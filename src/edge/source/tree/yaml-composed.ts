/** Composed YAML as a tree of texts: the walk over the library's nodes. */
import { isMap, isScalar, isSeq, Scalar, type Pair, type ParsedNode, type YAMLMap } from 'yaml'
import { failure, looksLikeSeed, secretSeedFailure } from '../../../kernel/model/index.js'
import { problem, type Problem } from './problem.js'
import { quoted } from '../quoted.js'
import type { Entry, Tree } from './tree.js'
import { MAX_DEPTH, tooDeep } from './depth.js'

type Node = ParsedNode | null

/** A tree, and what is wrong with it: `fatal` where nothing else may be told. */
export interface Composed {
  readonly tree: Tree
  readonly fatal: readonly Problem[]
  /** What is wrong with names; the rest can be read nevertheless. */
  readonly problems: readonly Problem[]
}

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL'])

const duplicate = (entry: Entry): Problem =>
  problem(entry.offset, () =>
    failure('duplicate-key', `${quoted(entry.name)} stands here a second time`, 'keep one of them'),
  )

const keyNotText = (offset: number): Problem =>
  problem(offset, () => failure('yaml-key', 'a name must be a text, not a map or a list'))

const mergeKey = (offset: number): Problem =>
  problem(offset, () =>
    failure('yaml-merge-key', 'merge keys (`<<`) are not allowed', 'write the entries out'),
  )

/** The tree of a document's contents. */
export const composedTree = (contents: Node): Composed => {
  const fatal: Problem[] = []
  const problems: Problem[] = []

  const textOf = (node: Scalar, offset: number): string => {
    const text = String(node.value)
    // An escape or a folded line can hide a seed from the search over the text.
    if (looksLikeSeed(text)) fatal.push(problem(offset, secretSeedFailure))
    return text
  }

  const entryOf = ({ key, value }: Pair<ParsedNode, Node>, depth: number): Entry | undefined => {
    const offset = key.range[0]
    if (!isScalar(key)) return void problems.push(keyNotText(offset))
    const name = textOf(key, offset)
    if (name === '<<' && key.type === Scalar.PLAIN) return void problems.push(mergeKey(offset))
    return { name, offset, value: treeOf(value, depth + 1, offset) }
  }

  const entriesOf = (node: YAMLMap.Parsed, depth: number): readonly Entry[] => {
    const entries = new Map<string, Entry>()
    for (const pair of node.items) {
      const entry = entryOf(pair, depth)
      if (entry === undefined) continue
      if (entries.has(entry.name)) problems.push(duplicate(entry))
      else entries.set(entry.name, entry)
    }
    return [...entries.values()]
  }

  /** An absent or empty value has the place of its key, where people look for it. */
  const treeOf = (node: Node, depth: number, keyOffset: number): Tree => {
    if (node === null) return { _tag: 'Nothing', offset: keyOffset }
    const offset = node.range[0]
    if (depth > MAX_DEPTH) {
      fatal.push(problem(offset, tooDeep))
      return { _tag: 'Nothing', offset }
    }
    if (isMap(node)) return { _tag: 'Map', offset, entries: entriesOf(node, depth) }
    if (isSeq(node))
      return { _tag: 'List', offset, items: node.items.map((item) => treeOf(item, depth + 1, offset)) }
    if (!isScalar(node)) return { _tag: 'Nothing', offset }
    const text = textOf(node, offset)
    const isQuoted = node.type !== Scalar.PLAIN
    return !isQuoted && NULLS.has(text)
      ? { _tag: 'Nothing', offset: text === '' ? keyOffset : offset }
      : { _tag: 'Text', offset, text, isQuoted }
  }

  return { tree: treeOf(contents, 1, 0), fatal, problems }
}
