/**
 * Folders that are whole or not there: files are written into a folder beside, which takes the name at the
 * end. A folder that has something in it is left as it is.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import type { Folders, NewFile } from '../ports.js'
import { inputName } from '../programs/input-name.js'
import { begun, settled } from './unfinished.js'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

const notMade = (path: string, error: unknown): Failure => {
  const [name, code] = [inputName(path), codeOf(error)]
  switch (code) {
    case 'ENOTEMPTY':
    case 'EEXIST':
      return failure(
        'folder-not-empty',
        `the folder \`${name}\` is not empty`,
        'nothing is overwritten: name another folder, or remove this one first',
      )
    case 'ENOTDIR':
      return failure('not-a-folder', `\`${name}\` is no folder`, 'name a folder that is not there yet')
    default:
      return failure(
        'file-not-written',
        `\`${name}\` cannot be written (${code === 'ENOENT' ? 'there is no such folder' : code})`,
        'check that the folder around it is there and may be written to',
      )
  }
}

const writeFile = async (folder: string, { name, text }: NewFile): Promise<void> => {
  const handle = await open(join(folder, name), 'wx', 0o666)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const createFolder: Folders['create'] = (path, files) => async () => {
  if (path === '')
    return E.left(failure('no-name', 'no folder is named', 'name a folder that is not there yet'))
  const place = resolve(path)
  let draft: string | undefined
  try {
    draft = join(dirname(place), `.${basename(place)}.${randomUUID()}.tmp`)
    begun(draft)
    await mkdir(draft, { mode: 0o700 })
    // A temporary folder is its maker's alone; this one is to be as any other.
    const made = join(draft, 'made')
    await mkdir(made)
    for (const file of files) await writeFile(made, file)
    // An empty folder is replaced, and one with something in it is not.
    await rename(made, place)
    return E.right(undefined)
  } catch (error) {
    return E.left(notMade(path, error))
  } finally {
    if (draft !== undefined) {
      await rm(draft, { recursive: true, force: true }).catch(() => undefined)
      settled(draft)
    }
  }
}

/** The folders of this machine, to be written. */
export const nodeFolders = (): Folders => ({ create: createFolder })
