/** Texts of a commit: one, many at once, and those in which something stands. */
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../../kernel/model/index.js'
import { git, gitFailed, type Ran } from './git-run.js'
import type { Commit } from './git-tree.js'

/** Objects that git is asked for at a time, and bytes of its answer. */
const [AT_ONCE, ANSWER_LIMIT] = [1000, 256 * 1024 * 1024]

/** Names of files in which something stands. */
const NAMES_LIMIT = 64 * 1024 * 1024

/** One object, or how git ended instead. */
export const readObject = (top: string, object: string, limit: number): Promise<Ran> =>
  git({ folder: top, args: ['cat-file', 'blob', object], limit })

/** `1a2b… blob 123<LF>bytes<LF>`, again and again; what is missing has a line without bytes. */
const bytesIn = (answer: Buffer, limit: number): ReadonlyMap<string, Buffer> => {
  const found = new Map<string, Buffer>()
  let at = 0
  while (at < answer.length) {
    const end = answer.indexOf(0x0a, at)
    if (end < 0) break
    const [object = '', kind, size] = answer.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    const length = Number(size)
    if (length <= limit) found.set(object, answer.subarray(at, at + length))
    at += length + 1
  }
  return found
}

/**
 * Objects by their names; those that are not there, that are longer than `limit`, or that come with too
 * many others are left out, and can be asked for one by one.
 *
 * Failure: `git-failed`.
 */
export const readObjects = async (
  top: string,
  objects: readonly string[],
  limit: number,
): Promise<E.Either<Failure, ReadonlyMap<string, string>>> => {
  const texts = new Map<string, string>()
  for (let at = 0; at < objects.length; at += AT_ONCE) {
    const input = `${objects.slice(at, at + AT_ONCE).join('\n')}\n`
    const ran = await git({ folder: top, args: ['cat-file', '--batch'], input, limit: ANSWER_LIMIT })
    if (ran.code === 'too-much') continue
    if (ran.code !== 0) return E.left(gitFailed(ran))
    for (const [object, bytes] of bytesIn(ran.stdout, limit)) texts.set(object, bytes.toString('utf8'))
  }
  return E.right(texts)
}

/** How a search is made, whatever the settings of whoever runs it say. */
const SEARCH: readonly string[] = [
  'grep',
  '--files-with-matches',
  '--null',
  '--text',
  '--no-color',
  '--full-name',
  '--no-recurse-submodules',
]

/**
 * Paths from the root of files in which one of some lines stands, as it is or as an extended regular
 * expression.
 *
 * Failure: `git-failed`, where something could not be looked into, too.
 */
export const pathsWith = async (
  { top, id }: Commit,
  how: 'fixed' | 'extended',
  lines: readonly string[],
): Promise<E.Either<Failure, readonly string[]>> => {
  if (lines.length === 0) return E.right([])
  const way = how === 'fixed' ? '--fixed-strings' : '--extended-regexp'
  const args = [...SEARCH, way, '-f', '-', id]
  const ran = await git({ folder: top, args, input: `${lines.join('\n')}\n`, limit: NAMES_LIMIT })
  // It ends with 1 where nothing was found. What it cannot read it only mentions.
  if ((ran.code !== 0 && ran.code !== 1) || ran.stderr.trim() !== '') return E.left(gitFailed(ran))
  return E.right(
    ran.stdout
      .toString('utf8')
      .split('\0')
      .flatMap((name) => (name === '' ? [] : [name.slice(id.length + 1)])),
  )
}
