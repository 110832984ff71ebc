/** Opening what a path names, and saying in words why it cannot be read. */
import { open, type FileHandle } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'
import { about, failure, type Failure } from '../../kernel/model/index.js'
import { inputName } from '../programs/input-name.js'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

/** Why the system refused, as a failure. */
export const systemFailure = (path: string, error: unknown): Failure => {
  const name = `\`${inputName(path)}\``
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return failure('file-not-found', `there is no file ${name}`)
    case 'EACCES':
    case 'EPERM':
      return failure('file-not-readable', `the file ${name} may not be read`, 'check its permissions')
    case 'EISDIR':
      return failure('not-a-file', `${name} is a folder`, 'name a file in it')
    default:
      return failure('file-not-readable', `the file ${name} cannot be read (${codeOf(error)})`)
  }
}

/** A file that is open, with its size as far as it is known: pipes have none. */
export interface OpenInput {
  readonly handle: FileHandle
  readonly size: number
}

/** Failures: `file-not-found`, `file-not-readable`, `not-a-file`. */
export const openInput = async (path: string): Promise<E.Either<Failure, OpenInput>> => {
  try {
    const handle = await open(path)
    const stat = await handle.stat()
    if (!stat.isDirectory()) return E.right({ handle, size: stat.isFile() ? stat.size : 0 })
    await handle.close()
    return E.left(failure('not-a-file', `\`${inputName(path)}\` is a folder`, 'name a file in it'))
  } catch (error) {
    return E.left(systemFailure(path, error))
  }
}

/** The failure for an input larger than a limit of bytes. */
export const tooLarge = (path: string, limit: number, size?: number): Failure =>
  about(inputName(path))(
    failure(
      'too-large',
      `${size === undefined ? 'more' : `${String(size)} bytes: more`} than the ${String(limit)} bytes that are read here`,
    ),
  )
