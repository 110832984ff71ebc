/**
 * Faults of YAML syntax in words of ours. The library's own words repeat the text, which may hold what
 * must not be repeated.
 */
import type { ErrorCode } from 'yaml'
import { failure, type Failure } from '../../../kernel/model/index.js'
import { tooDeep } from './depth.js'

const YAML = 'not valid YAML'

const UNEXPECTED = 'this does not fit here'

const REASONS: Readonly<Partial<Record<ErrorCode, readonly [reason: string, help?: string]>>> = {
  BAD_DQ_ESCAPE: ['this is no escape sequence', 'write a backslash as `\\\\`, or use single quotes'],
  BAD_INDENT: ['the indentation does not fit, or a bracket is not closed', 'align it with its neighbours'],
  BAD_SCALAR_START: ['a text cannot start with this character', 'put the text in quotes'],
  BLOCK_AS_IMPLICIT_KEY: ['a map cannot start here', 'start it on the next line, indented, or close a quote'],
  BLOCK_IN_FLOW: ['an indented block cannot stand inside brackets'],
  KEY_OVER_1024_CHARS: ['a name of more than 1024 characters'],
  MISSING_CHAR: ['a quote or bracket is not closed, or a `:` or `,` is missing'],
  MULTILINE_IMPLICIT_KEY: [
    'a name must stand on one line, with its `:`',
    'is a `:` missing, or the indentation off?',
  ],
  MULTIPLE_DOCS: ['a second document begins here; expected one', 'give each its own file'],
  TAB_AS_INDENT: ['tabs cannot indent', 'indent with spaces'],
  UNEXPECTED_TOKEN: [UNEXPECTED],
}

/** A fault of syntax, in words that follow "not valid YAML". */
export const syntax = (reason: string, help?: string): Failure =>
  failure('yaml-syntax', `${YAML}: ${reason}`, help)

/** What is said of a file that is called JSON, and is read as the part of YAML that it is. */
export const calledJson = (found: Failure): Failure =>
  found.code === 'yaml-syntax' ? { ...found, message: found.message.replace(YAML, 'not valid JSON') } : found

/** The failure for an error of the YAML library, by its code. */
export const syntaxFailure = (code: ErrorCode): Failure => {
  // The library's own bound on recursion.
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep()
  const [reason, help] = REASONS[code] ?? [UNEXPECTED]
  return syntax(reason, help)
}

/** The failure for `a: b: c`. */
export const notAMapHere = (): Failure => syntaxFailure('BLOCK_AS_IMPLICIT_KEY')
