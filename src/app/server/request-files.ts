/** The texts of a request as files, so that programs read them as they read any other. Nothing else is there. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import type { Files, FolderEntry, InputLine } from '../ports.js'

/** Texts by their paths: `envelope`, `accounts[0]`, or the names that a request gives to its policies. */
export type RequestTexts = ReadonlyMap<string, string>

/** Where relative paths begin. */
const HERE = '/request'

const absolute = (path: string): string => {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${HERE}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

const notThere = (): Failure =>
  failure('file-not-found', 'the request holds no such file', 'give every file that another one imports')

const tooLarge = (limit: number): Failure =>
  failure('too-large', `the text has more than ${String(limit)} bytes`)

const entriesBelow = (texts: RequestTexts, folder: string): readonly FolderEntry[] => {
  const kinds = new Map<string, FolderEntry['kind']>()
  for (const path of texts.keys()) {
    if (!path.startsWith(`${folder}/`)) continue
    const [name = '', ...rest] = path.slice(folder.length + 1).split('/')
    kinds.set(name, rest.length > 0 ? 'folder' : 'file')
  }
  return [...kinds].map(([name, kind]) => ({ name, kind }))
}

async function* linesOf(text: string): AsyncGenerator<readonly InputLine[]> {
  yield await Promise.resolve(text.split('\n').map((line): InputLine => ({ _tag: 'Line', text: line })))
}

/** Files that hold these texts. */
export const requestFiles = (given: RequestTexts): Files => {
  const texts: RequestTexts = new Map([...given].map(([path, text]) => [absolute(path), text]))
  const textAt = (path: string): E.Either<Failure, string> =>
    E.fromNullable(notThere())(texts.get(absolute(path)))
  return {
    exists: (path) => {
      const at = absolute(path)
      return Promise.resolve(texts.has(at) || entriesBelow(texts, at).length > 0)
    },
    realPath: (path) => () => Promise.resolve(E.right(absolute(path))),
    list: (path) => () => {
      const at = absolute(path)
      const entries = entriesBelow(texts, at)
      if (entries.length > 0) return Promise.resolve(E.right(O.some(entries)))
      return Promise.resolve(texts.has(at) ? E.right(O.none) : E.left(notThere()))
    },
    readText: (path, limit) => () => {
      const found = textAt(path)
      return Promise.resolve(E.isRight(found) && found.right.length > limit ? E.left(tooLarge(limit)) : found)
    },
    readLines: (path) => () => Promise.resolve(E.map(linesOf)(textAt(path))),
  }
}
