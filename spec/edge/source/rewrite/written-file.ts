/** Files as people write them: the same things in blocks and in brackets, with comments everywhere. */
import * as fc from 'fast-check'
import type { TreePath } from '../../../../src/advice/policy/index.js'

/** What a file says. */
export type Plain = number | string | readonly Plain[] | ReadonlyMap<string, Plain>

/** A comment, and the path of the entry or list that it belongs to. */
export interface Comment {
  readonly text: string
  readonly of: TreePath
}

export interface Written {
  readonly text: string
  readonly plain: Plain
  readonly comments: readonly Comment[]
  readonly isJson: boolean
}

const name = fc.constantFrom('a', 'b', 'c', 'd-1', 'e_2', 'f.g')
const scalar: fc.Arbitrary<Plain> = fc.oneof(
  fc.nat({ max: 255 }),
  fc.constantFrom('word', 'two words', 'x: y', '12', 'a # b', "it's", 'true'),
)

const { plain } = fc.letrec<{ plain: Plain }>((tie) => ({
  plain: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('plain'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(name, tie('plain')), { maxLength: 4, selector: ([one]) => one })
      .map((entries) => new Map(entries)),
  ),
}))

const root = fc
  .uniqueArray(fc.tuple(name, plain), { minLength: 1, maxLength: 5, selector: ([one]) => one })
  .map((entries): Plain => new Map(entries))

const isMap = (value: Plain): value is ReadonlyMap<string, Plain> => value instanceof Map
const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value)
const isEmpty = (value: Plain): boolean =>
  (isMap(value) && value.size === 0) || (isList(value) && value.length === 0)

const scalarText = (value: number | string): string =>
  typeof value === 'number' || (/^[a-z]+$/.test(value) && value !== 'true')
    ? String(value)
    : JSON.stringify(value)

type Pairs = readonly (readonly [string | number, Plain])[]
const pairsOf = (value: Plain): Pairs =>
  isMap(value) ? [...value] : isList(value) ? value.map((item, i) => [i, item] as const) : []

/** Writes with a choice wherever there is one; `pick(n)` is any of 0 to n - 1. */
class Writer {
  readonly comments: Comment[] = []
  private readonly pick: (n: number) => number
  constructor(pick: (n: number) => number) {
    this.pick = pick
  }

  private comment(of: TreePath): string {
    const text = `# comment ${String(this.comments.length)} ,]}`
    this.comments.push({ text, of })
    return text
  }

  private seldom(text: () => string): string {
    return this.pick(4) === 0 ? text() : ''
  }

  flow(value: Plain, indent: string, path: TreePath): string {
    const pairs = pairsOf(value)
    const [open, close] = isMap(value) ? '{}' : '[]'
    if (typeof value !== 'object') return scalarText(value)
    const texts = pairs.map(
      ([key, item]) =>
        `${isMap(value) ? `${String(key)}: ` : ''}${this.flow(item, `${indent}  `, [...path, key])}`,
    )
    if (pairs.length === 0) return `${open ?? ''}${close ?? ''}`
    if (this.pick(3) > 0) {
      const pad = this.pick(2) === 0 ? ' ' : ''
      return `${open ?? ''}${pad}${texts.join(', ')}${this.seldom(() => ',')}${pad}${close ?? ''}`
    }
    const lines = texts.map((text, i) => {
      const of = [...path, pairs[i]?.[0] ?? 0]
      const comma = i + 1 < texts.length || this.pick(2) === 0 ? ',' : ''
      const before = this.seldom(() => `${indent}  ${this.comment(path)}\n`)
      return `${before}${indent}  ${text}${comma}${this.seldom(() => ` ${this.comment(of)}`)}\n`
    })
    return `${open ?? ''}\n${lines.join('')}${indent}${close ?? ''}`
  }

  /** Entries as lines; the first may follow a dash. */
  block(value: Plain, indent: string, path: TreePath): readonly string[] {
    return pairsOf(value).flatMap(([key, item]) => {
      const of = [...path, key]
      const mark = isMap(value) ? `${String(key)}:` : '-'
      const before = this.seldom(() => `${indent}${this.comment(path)}`)
      const blank = this.pick(8) === 0 ? [''] : []
      const head = [...blank, ...(before === '' ? [] : [before])]
      const isInline = (!isMap(item) && !isList(item)) || isEmpty(item) || this.pick(3) === 0
      if (isInline)
        return [
          ...head,
          ...`${indent}${mark} ${this.flow(item, indent, of)}${this.seldom(() => ` ${this.comment(of)}`)}`.split(
            '\n',
          ),
        ]
      if (!isMap(value) && this.pick(2) === 0) {
        const lines = this.block(item, `${indent}  `, of)
        const [first] = lines
        if (first?.trim() !== '' && first?.trim().startsWith('#') === false)
          return [...head, `${indent}- ${first.slice(indent.length + 2)}`, ...lines.slice(1)]
        return [...head, `${indent}-`, ...lines]
      }
      return [
        ...head,
        `${indent}${mark}${this.seldom(() => ` ${this.comment(of)}`)}`,
        ...this.block(item, `${indent}  `, of),
      ]
    })
  }
}

const toJson = (value: Plain): unknown =>
  isMap(value)
    ? Object.fromEntries([...value].map(([key, item]) => [key, toJson(item)]))
    : isList(value)
      ? value.map(toJson)
      : value

const written = (value: Plain, style: number, picks: readonly number[]): Written => {
  let at = 0
  const writer = new Writer((n) => (picks[at++ % picks.length] ?? 0) % n)
  if (style === 0)
    return { text: `${JSON.stringify(toJson(value), null, 2)}\n`, plain: value, comments: [], isJson: true }
  if (style === 1) return { text: JSON.stringify(toJson(value)), plain: value, comments: [], isJson: true }
  const lines = writer.block(value, '', [])
  const text = `# head\n${lines.join('\n')}\n# end${style === 2 ? '' : '\n'}`
  return {
    text: style === 3 ? text.replaceAll('\n', '\r\n') : text,
    plain: value,
    comments: writer.comments,
    isJson: false,
  }
}

/** Any file. */
export const writtenFile: fc.Arbitrary<Written> = fc
  .tuple(root, fc.nat({ max: 7 }), fc.array(fc.nat({ max: 1000 }), { minLength: 40, maxLength: 80 }))
  .map(([value, style, picks]) => written(value, style, picks))

/** Every path of what a file says, the root left out. */
export const pathsIn = (value: Plain, path: TreePath = []): readonly TreePath[] =>
  pairsOf(value).flatMap(([key, item]) => [[...path, key], ...pathsIn(item, [...path, key])])
