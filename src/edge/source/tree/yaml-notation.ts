/**
 * The parts of YAML that an account file may not use, found among its tokens before it is composed:
 * what has no anchors cannot be a bomb, and what has no tags means the same to every reader.
 *
 * It must come first. Composing takes quadratic time over repeated tags, recurses over what is nested,
 * and is slow over commas with nothing between them.
 */
import { failure, type Failure } from '../../../kernel/model/index.js'
import { problem, type Problem } from './problem.js'
import { notAMapHere, syntax } from './yaml-syntax.js'
import { isContent, tokensOf, type Token } from './yaml-tokens.js'
import { MAX_DEPTH, tooDeep } from './depth.js'

/** Composing takes some microseconds a token; a file of a megabyte has fewer. */
const MAX_TOKENS = 500_000

/** Why a token is refused; `isLast` where going on would be of no use. */
interface Refusal {
  readonly describe: () => Failure
  readonly isLast: boolean
}

/** Sees every token once, in their order. */
type Check = (token: Token) => Refusal | undefined

const refusal = (describe: () => Failure, isLast = false): Refusal => ({ describe, isLast })

const HELP = 'an account file is plain YAML: maps, lists, texts and numbers'

const REFUSED: Readonly<Partial<Record<Token['type'], Refusal>>> = {
  anchor: refusal(() => failure('yaml-anchor', 'anchors (`&name`) are not allowed', HELP)),
  alias: refusal(() => failure('yaml-alias', 'aliases (`*name`) are not allowed', HELP)),
  tag: refusal(() => failure('yaml-tag', 'tags (`!name`) are not allowed', HELP)),
  'explicit-key-ind': refusal(() => failure('yaml-explicit-key', 'names after `?` are not allowed', HELP)),
  'directive-line': refusal(() => failure('yaml-directive', 'directives (`%NAME`) are not allowed', HELP)),
}

const notation = (): Check => (token) => REFUSED[token.type]

const size = (): Check => {
  let tokens = 0
  const tooMany = (): Failure =>
    failure('too-large', `more than ${String(MAX_TOKENS)} pieces; an account file has fewer`)
  return () => (++tokens > MAX_TOKENS ? refusal(tooMany, true) : undefined)
}

const oneDocument = (): Check => {
  let state: 'before' | 'inside' | 'after' = 'before'
  const several = (): Failure =>
    failure('several-documents', 'a second document begins here; expected one', 'give each its own file')
  return (token) => {
    if (!isContent(token) || token.type === 'directive-line') return undefined
    if (token.type === 'doc-end') state = 'after'
    else if (state === 'after' || (state === 'inside' && token.type === 'doc-start'))
      return refusal(several, true)
    else state = 'inside'
    return undefined
  }
}

/** Tokens after which an item of a flow collection is still to come. */
const OPENS = new Set<Token['type']>(['flow-map-start', 'flow-seq-start', 'comma'])

const itemsBeforeCommas = (): Check => {
  let isItemOpen = false
  return (token) => {
    if (!isContent(token)) return undefined
    const isEmpty = token.type === 'comma' && isItemOpen
    isItemOpen = OPENS.has(token.type)
    return isEmpty ? refusal(() => syntax('nothing stands before this `,`')) : undefined
  }
}

const OPENING = new Set<Token['type']>(['flow-map-start', 'flow-seq-start'])
const CLOSING = new Set<Token['type']>(['flow-map-end', 'flow-seq-end'])

/** How many brackets are open before each token. */
const brackets = () => {
  let open = 0
  return ({ type }: Token): number => {
    if (CLOSING.has(type)) open = Math.max(0, open - 1)
    return OPENING.has(type) ? open++ : open
  }
}

/** Depth by brackets, and outside of them by columns: what starts further right is inside. */
const depth = (): Check => {
  const bracketsAt = brackets()
  const columns: number[] = []
  let last: Token | undefined
  return (token) => {
    const open = bracketsAt(token)
    if (!isContent(token)) return undefined
    const isStart = last?.lineStart !== token.lineStart || last.type === 'seq-item-ind'
    last = token
    if (open === 0 && isStart) {
      const column = token.offset - token.lineStart
      while (columns.length > 0 && (columns.at(-1) as number) >= column) columns.pop()
      columns.push(column)
    }
    return open + columns.length > MAX_DEPTH ? refusal(tooDeep, true) : undefined
  }
}

/** `a: b: c` nests as deep as a line is long. */
const oneMapPerLine = (): Check => {
  const bracketsAt = brackets()
  let last: Token | undefined
  return (token) => {
    if (bracketsAt(token) > 0 || token.type !== 'map-value-ind') return undefined
    const isSecond = last?.lineStart === token.lineStart
    last = token
    return isSecond ? refusal(notAMapHere) : undefined
  }
}

/** All uses of what is refused, as far as the text was read. */
export const refusedNotation = (text: string): readonly Problem[] => {
  const checks = [size(), notation(), oneDocument(), itemsBeforeCommas(), depth(), oneMapPerLine()]
  const problems: Problem[] = []
  for (const token of tokensOf(text))
    for (const check of checks) {
      const refused = check(token)
      if (refused === undefined) continue
      problems.push(problem(token.offset, refused.describe))
      if (refused.isLast) return problems
    }
  return problems
}
