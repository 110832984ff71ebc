/** The tokens of a YAML text with their places, as the library's lexer finds them, in linear time. */
import { CST, Lexer } from 'yaml'

/** A token; `text` is what the library calls the text of a scalar. */
export interface Token {
  readonly type: CST.TokenType | 'text' | 'unknown'
  readonly offset: number
  /** Offset of the line that it stands on: the same for tokens of one line. */
  readonly lineStart: number
}

/** Tokens that stand for a mode of the lexer and are no characters of the text. */
const WIDTHLESS = new Set<Token['type']>(['doc-mode', 'flow-error-end', 'scalar'])

const BLANK = new Set<Token['type']>(['byte-order-mark', 'comment', 'newline', 'space', 'doc-mode', 'scalar'])

/** Whether a token is part of what a document says. */
export const isContent = ({ type }: Token): boolean => !BLANK.has(type)

/** All tokens, in their order. */
export function* tokensOf(text: string): Generator<Token> {
  let offset = 0
  let lineStart = 0
  let isScalar = false
  for (const source of new Lexer().lex(text)) {
    // The lexer announces the text of a scalar by a token of its own.
    const type: Token['type'] = isScalar ? 'text' : (CST.tokenType(source) ?? 'unknown')
    isScalar = type === 'scalar'
    yield { type, offset, lineStart }
    if (WIDTHLESS.has(type)) continue
    const lineEnd = source.lastIndexOf('\n')
    if (lineEnd >= 0) lineStart = offset + lineEnd + 1
    offset += source.length
  }
}
