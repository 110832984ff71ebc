/**
 * The parts of YAML that an account file may not use, found among its tokens before it is composed:
 * what has no anchors cannot be a bomb, and what has no tags means the same to every reader.
 *
 * It must come first: composing takes quadratic time over repeated tags, recurses over brackets, and is
 * slow over commas with nothing between them.
 */
import { CST, Lexer } from 'yaml'
import { failure, type Failure } from '../../../kernel/model/index.js'
import { problem, type Problem } from './problem.js'

/** Deeper than any account file, and far from the end of any stack. */
export const MAX_DEPTH = 32

/** Composing takes some microseconds a token; a file of a megabyte has fewer. */
const MAX_TOKENS = 500_000

const HELP = 'an account file is plain YAML: maps, lists, texts and numbers'

const emptyItem = (): Failure => failure('yaml-syntax', 'not valid YAML: nothing stands before this `,`')

const REFUSED: Readonly<Partial<Record<CST.TokenType, () => Failure>>> = {
  anchor: () => failure('yaml-anchor', 'anchors (`&name`) are not allowed', HELP),
  alias: () => failure('yaml-alias', 'aliases (`*name`) are not allowed', HELP),
  tag: () => failure('yaml-tag', 'tags (`!name`) are not allowed', HELP),
  'explicit-key-ind': () => failure('yaml-explicit-key', 'names after `?` are not allowed', HELP),
  'directive-line': () => failure('yaml-directive', 'directives (`%NAME`) are not allowed', HELP),
}

/** Tokens that stand for a mode of the lexer and are no characters of the text. */
const WIDTHLESS = new Set<CST.TokenType>(['doc-mode', 'flow-error-end', 'scalar'])

const EMPTY = new Set<CST.TokenType>(['byte-order-mark', 'comment', 'newline', 'space', 'doc-mode'])

const severalDocuments = (): Failure =>
  failure('several-documents', 'a second document begins here; expected one', 'give each its own file')

export const tooDeep = (): Failure =>
  failure('too-deep', `nested more than ${String(MAX_DEPTH)} deep`, 'an account file is 4 deep at most')

const tooManyTokens = (): Failure =>
  failure('too-large', `more than ${String(MAX_TOKENS)} pieces; an account file has fewer`)

/** All uses of what is refused; the search ends where going on would be of no use. */
export const refusedNotation = (text: string): readonly Problem[] => {
  const problems: Problem[] = []
  let offset = 0
  let tokens = 0
  let depth = 0
  let isScalar = false
  let isItemOpen = true
  let document: 'before' | 'inside' | 'after' = 'before'
  for (const source of new Lexer().lex(text)) {
    // The lexer announces the text of a scalar by a token of its own.
    const type: CST.TokenType | null = isScalar ? null : CST.tokenType(source)
    isScalar = type === 'scalar'
    if (++tokens > MAX_TOKENS) return [...problems, problem(offset, tooManyTokens)]
    const refused = type === null ? undefined : REFUSED[type]
    if (refused !== undefined) problems.push(problem(offset, refused))
    if (type === 'flow-map-start' || type === 'flow-seq-start') depth += 1
    if (type === 'flow-map-end' || type === 'flow-seq-end') depth -= 1
    if (type === 'comma' && !isItemOpen) problems.push(problem(offset, emptyItem))
    if (OPENS.has(type)) isItemOpen = false
    else if (isContent(type)) isItemOpen = true
    if (depth > MAX_DEPTH) return [...problems, problem(offset, tooDeep)]
    if (type === 'doc-start' ? document !== 'before' : document === 'after' && isContent(type))
      return [...problems, problem(offset, severalDocuments)]
    if (type === 'doc-end') document = 'after'
    else if (isContent(type) && type !== 'directive-line') document = 'inside'
    if (type === null || !WIDTHLESS.has(type)) offset += source.length
  }
  return problems
}

/** Tokens after which an item of a flow collection is still to come. */
const OPENS = new Set<CST.TokenType | null>(['flow-map-start', 'flow-seq-start', 'comma'])

const isContent = (type: CST.TokenType | null): boolean => type === null || !EMPTY.has(type)
