/** Paths that policies write: relative to the file that says them, the same on every system. */
import * as O from 'fp-ts/lib/Option.js'
import { failure, type Failure } from '../../../kernel/model/index.js'
import { quotedName } from '../quoted.js'

const LONGEST = 250

/** What is wrong with a path as it is written, if anything is. */
export const pathFault = (what: string, path: string): Failure | undefined => {
  const said = `${what} is ${quotedName(path)}`
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(path))
    return failure(
      'import-outside',
      `${said}, which is no relative path`,
      'write the way from the folder of this file',
    )
  if (/^[a-z][a-z0-9+.-]*:/i.test(path))
    return failure('import-outside', `${said}, which is no local file`, 'a policy is read without a network')
  if (path.length > LONGEST || /[\\\p{C}]/u.test(path) || path.trim() !== path || path.endsWith('/'))
    return failure(
      'bad-path',
      `${said}; expected the path of a file`,
      `write \`/\` between folders, and ${String(LONGEST)} characters at most`,
    )
  return undefined
}

/** The folder of a file; `.` where it names none. */
export const folderOf = (file: string): string => {
  const end = file.lastIndexOf('/')
  return end < 0 ? '.' : end === 0 ? '/' : file.slice(0, end)
}

/** Parts of a path without `.`, with `..` where it leads out. */
const partsOf = (path: string): readonly string[] => {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts
}

/** The path of what a file names, in the terms in which the file itself was named. */
export const besideFile = (file: string, path: string): string => {
  const isAbsolute = file.startsWith('/')
  const parts = partsOf(`${folderOf(file)}/${path}`)
  return isAbsolute ? `/${parts.join('/')}` : parts.join('/')
}

/** The way to a file from a folder that it is in or below; none where it is not. */
export const wayFrom = (folder: string, file: string): O.Option<string> => {
  const [from, to] = [partsOf(folder), partsOf(file)]
  if (folder.startsWith('/') !== file.startsWith('/')) return O.none
  return from.every((part, index) => to[index] === part) &&
    to.length > from.length &&
    to[from.length] !== '..'
    ? O.some(to.slice(from.length).join('/'))
    : O.none
}

/** Whether a path is below a folder, which may be called by the way up to it (`..`) only. */
export const isBelow = (folder: string, file: string): boolean => {
  const [from, to] = [partsOf(folder), partsOf(file)]
  const isUp = !file.startsWith('/') && from.length > 0 && from.every((part) => part === '..')
  const ups = to.filter((part) => part === '..').length
  return (isUp && ups < from.length && to.length > ups) || O.isSome(wayFrom(folder, file))
}
