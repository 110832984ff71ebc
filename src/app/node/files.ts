/** Files and standard input, read no further than they may be. */
import type { Dirent } from 'node:fs'
import { access, readdir, realpath, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, failure, type Failure } from '../../kernel/model/index.js'
import type { Files, FolderEntry, InputLine } from '../ports.js'
import { inputName } from '../programs/input-name.js'
import { lineSplitter } from './lines.js'
import { openInput, systemFailure, tooLarge } from './open-input.js'

/** Bytes asked for at a time. */
const CHUNK = 256 * 1024

const isBuffer = (chunk: unknown): chunk is Buffer => Buffer.isBuffer(chunk)

async function* chunksOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) if (isBuffer(chunk)) yield chunk
}

/** Bytes as they come, and how many they were when the file was opened; 0 where that is not known. */
interface Bytes {
  readonly chunks: AsyncIterable<Buffer>
  readonly size: number
}

/** The bytes that a path names. Failures: those of `openInput`; `too-large`, where the size is known. */
const bytesOf = async (path: string, limit = Infinity): Promise<E.Either<Failure, Bytes>> => {
  if (path === '-') return E.right({ chunks: chunksOf(process.stdin), size: 0 })
  const opened = await openInput(path)
  if (E.isLeft(opened)) return opened
  const { handle, size } = opened.right
  if (size > limit) {
    await handle.close()
    return E.left(tooLarge(path, limit, size))
  }
  // Closes the handle when it ends, and when whoever iterates stops.
  return E.right({ chunks: chunksOf(handle.createReadStream({ highWaterMark: CHUNK })), size })
}

/** Somebody writes while it is read: a part of a text could pass for the whole. */
const changedMeanwhile = (path: string): Failure =>
  about(inputName(path))(
    failure('file-changed', 'the file was changed while it was read', 'try again when it is written'),
  )

const readText: Files['readText'] = (path, limit) => async () => {
  const bytes = await bytesOf(path, limit)
  if (E.isLeft(bytes)) return bytes
  const { chunks, size } = bytes.right
  const read: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of chunks) {
      length += chunk.length
      if (length > limit) return E.left(tooLarge(path, limit))
      read.push(chunk)
    }
  } catch (error) {
    return E.left(systemFailure(path, error))
  }
  return size > 0 && length !== size
    ? E.left(changedMeanwhile(path))
    : E.right(Buffer.concat(read).toString('utf8'))
}

async function* linesOf(
  path: string,
  chunks: AsyncIterable<Buffer>,
  limit: number,
): AsyncGenerator<readonly InputLine[]> {
  const splitter = lineSplitter(limit)
  try {
    for await (const chunk of chunks) yield splitter.feed(chunk)
  } catch (error) {
    yield [{ _tag: 'Broken', failure: systemFailure(path, error) }]
    return
  }
  yield splitter.end()
}

const readLines: Files['readLines'] = (path, limit) => async () => {
  const bytes = await bytesOf(path)
  return E.isLeft(bytes) ? bytes : E.right(linesOf(path, bytes.right.chunks, limit))
}

const exists: Files['exists'] = async (path) => {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

const realPath: Files['realPath'] = (path) => async () => {
  try {
    return E.right((await realpath(path)).replaceAll(sep, '/'))
  } catch (error) {
    return E.left(systemFailure(path, error))
  }
}

const kindOf = (entry: Dirent): FolderEntry['kind'] => {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'other'
}

const list: Files['list'] = (path) => async () => {
  try {
    if (!(await stat(path)).isDirectory()) return E.right(O.none)
    const entries = await readdir(path, { withFileTypes: true })
    return E.right(O.some(entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))))
  } catch (error) {
    return E.left(systemFailure(path, error))
  }
}

/** The files of this machine, and the standard input of this process, which can be read once. */
export const nodeFiles = (): Files => {
  let isTaken = false
  const once =
    <A>(path: string, read: () => Promise<E.Either<Failure, A>>) =>
    async (): Promise<E.Either<Failure, A>> => {
      if (path === '-') {
        if (isTaken)
          return E.left(
            about(inputName(path))(
              failure('stdin-twice', 'standard input (`-`) is named twice, and can be read once only'),
            ),
          )
        isTaken = true
      }
      return read()
    }
  return {
    exists,
    realPath,
    list,
    readText: (path, limit) => once(path, readText(path, limit)),
    readLines: (path, limit) => once(path, readLines(path, limit)),
  }
}
