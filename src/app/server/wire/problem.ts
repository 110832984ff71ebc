/** What is wrong with a request, as JSON: the same object that the commands write with `--format json`. */
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import { failureJson } from '../../../edge/report/failure.js'
import { failure, type Failure } from '../../../kernel/model/index.js'

/** One failure: a stable code, a message for people, and where. */
const failureCodec = t.type({
  code: t.string,
  message: t.string,
  help: t.union([t.string, t.null]),
  subject: t.union([t.string, t.null]),
  line: t.union([t.Int, t.null]),
  column: t.union([t.Int, t.null]),
})

/** The body of every answer that is no 200. */
export const problemCodec = t.type({ formatVersion: t.literal(1), errors: t.readonlyArray(failureCodec) })

const FLAG = /`?--([a-z][a-z-]*)`?/g

const camel = (flag: string): string => flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/**
 * What could be most of a secret that was mistyped, or written in small letters: runs with digits in them.
 * Whole public keys stay as they are.
 */
const KEY_PART = /(?=[A-Za-z]*[2-7])[A-Za-z2-7]{16,}/g
const PUBLIC = /^[GMTXPCLB][A-Z2-7]{55,}$/

const withoutKeyParts = (words: string): string =>
  words.replace(KEY_PART, (run) => (PUBLIC.test(run) ? run : `${run.slice(0, 4)}…${run.slice(-4)}`))

/** Words about options of a command line as words about members of a request. */
const inMembers = (words: string): string =>
  withoutKeyParts(words)
    .replace(FLAG, (_, flag: string) => `\`${camel(flag)}\``)
    .replaceAll('on the command line', 'in the request')
    .replaceAll('the command line', 'the request')

/** A failure of a program, in the words of a request. */
export const inRequest = (found: Failure): Failure => ({
  ...found,
  message: inMembers(found.message),
  help: O.map(inMembers)(found.help),
  subject: O.map((subject: string) => withoutKeyParts(camel(subject.replace(/^--/, ''))))(found.subject),
})

/** The text of an answer that tells failures. */
export const problemText = (failures: readonly Failure[]): string =>
  JSON.stringify({ formatVersion: 1, errors: failures.map(failureJson) })

/** The text of an answer that tells one. */
export const problem = (code: string, message: string, help?: string): string =>
  problemText([failure(code, message, help)])
