/**
 * Files that are whole or not there: what is written goes to a file beside, which takes the name at the
 * end. A reader sees the old text or the new one, and never a half.
 */
import { access, constants, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import type { Draft, Drafts } from '../ports.js'
import { inputName } from '../programs/input-name.js'
import { begun, settled } from './unfinished.js'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

const notWritten = (path: string, error: unknown): Failure => {
  const code = codeOf(error)
  const why = code === 'ENOENT' ? 'there is no such folder' : code
  return failure(
    'file-not-written',
    `\`${inputName(path)}\` cannot be written (${why})`,
    'check that the folder is there and may be written to',
  )
}

/** What stands in the place now: its real path, so that a link stays one, and its mode. */
interface Place {
  readonly path: string
  readonly mode: number
  readonly kind: 'new' | 'file' | 'stream' | 'folder'
}

const placeOf = async (path: string): Promise<Place> => {
  try {
    const real = await realpath(path)
    const found = await stat(real)
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'stream'
    return { path: real, mode: found.mode & 0o777, kind }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return { path, mode: 0o666, kind: 'new' }
  }
}

const readOnly = (path: string): Failure =>
  failure(
    'file-not-written',
    `\`${inputName(path)}\` cannot be written (it is read-only)`,
    'give the file its permission to be written back, or name another one',
  )

/** Whether the file itself may be written; who may do everything is asked for a permission too. */
const mayWrite = async ({ path, mode }: Place): Promise<boolean> => {
  try {
    await access(path, constants.W_OK)
    return (mode & 0o222) !== 0
  } catch {
    return false
  }
}

/** Drafts of one process have different names. */
let drafts = 0

const beside = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${String(process.pid)}-${String(drafts++)}.tmp`)

const draftOf = (name: string, handle: FileHandle, from: string, to: string): Draft => {
  let trouble: unknown
  const discard = async (): Promise<void> => {
    await handle.close().catch(() => undefined)
    if (from === to) return
    await rm(from, { force: true }).catch(() => undefined)
    settled(from)
  }
  return {
    write: async (text) => {
      if (trouble !== undefined || text === '') return
      try {
        await handle.writeFile(text)
      } catch (error) {
        trouble = error
      }
    },
    publish: async () => {
      try {
        // oxlint-disable-next-line typescript/only-throw-error -- what the system said, as it said it
        if (trouble !== undefined) throw trouble
        if (from !== to) await handle.sync()
        await handle.close()
        if (from !== to) await rename(from, to)
        settled(from)
        return E.right(undefined)
      } catch (error) {
        await discard()
        return E.left(notWritten(name, error))
      }
    },
    discard,
  }
}

/** A file that was not there, and that goes should the process end before it has its name. */
const openNew = async (path: string, mode: number): Promise<FileHandle> => {
  begun(path)
  try {
    return await open(path, 'wx', mode)
  } catch (error) {
    settled(path)
    throw error
  }
}

const openDraft: Drafts['open'] = (path) => async () => {
  try {
    const place = await placeOf(path)
    if (place.kind === 'folder')
      return E.left(failure('not-a-file', `\`${inputName(path)}\` is a folder`, 'name a file in it'))
    // The folder would let it be replaced. Whoever took the right to write from a file meant the file.
    if (place.kind === 'file' && !(await mayWrite(place))) return E.left(readOnly(path))
    // A pipe or a device has no other name that could be taken: it is written as it is.
    if (place.kind === 'stream')
      return E.right(draftOf(path, await open(place.path, 'w'), place.path, place.path))
    const draft = beside(place.path)
    const handle = await openNew(draft, place.mode)
    // The process may mask some of the mode when a file is made; what was there keeps all of its own.
    if (place.kind === 'file') await handle.chmod(place.mode)
    return E.right(draftOf(path, handle, draft, place.path))
  } catch (error) {
    return E.left(notWritten(path, error))
  }
}

/** The files of this machine, to be written. */
export const nodeDrafts = (): Drafts => ({ open: openDraft })
