/** A source that reads files: account files, accounts as Horizon answers them, ledger entries. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { mergeAccountSources } from '../../../edge/source/index.js'
import { about, type Account, type Failure } from '../../../kernel/model/index.js'
import type { Files, LedgerSource } from '../../ports.js'
import { inputName } from '../input-name.js'
import { readAccountInput } from '../read-account-input.js'
import { cancelled } from './http-failure.js'
import { answerFrom } from './memory-source.js'
import { sharedWork, type SharedWork } from './shared-work.js'

/** Which files, and what they leave unsaid. */
export interface FileSourceOptions {
  readonly paths: readonly string[]
  /** True: accounts that no file describes do not exist. */
  readonly closedWorld?: boolean
}

const readAll = async (
  files: Files,
  paths: readonly string[],
): Promise<E.Either<Failure, readonly Account[]>> => {
  const sources = []
  for (const path of paths) {
    const read = await readAccountInput(files)(path)()
    if (E.isLeft(read)) return E.left(read.left[0])
    sources.push(read.right)
  }
  const merged = mergeAccountSources(sources)
  return E.isLeft(merged) ? E.left(merged.left[0]) : E.right(merged.right.accounts)
}

/**
 * A source of files. They are read whenever somebody asks, once for all who ask at the same time, so that
 * what changed is seen.
 *
 * Failures: those of reading and of `mergeAccountSources`; `source-silent`; `source-cancelled`.
 */
export const fileSource =
  (files: Files) =>
  ({ paths, closedWorld = false }: FileSourceOptions): LedgerSource => {
    const name = paths.map(inputName).join(', ')
    let reading: SharedWork<E.Either<Failure, readonly Account[]>> | undefined

    const begin = (): SharedWork<E.Either<Failure, readonly Account[]>> => {
      const work = sharedWork(() =>
        readAll(files, paths).finally(() => {
          if (reading === work) reading = undefined
        }),
      )
      reading = work
      return work
    }

    return {
      name,
      find: (id, signal) => async () => {
        const work = reading === undefined || reading.isAbandoned() ? begin() : reading
        const read = await work.join(signal)
        if (O.isNone(read)) return E.left(about(name)(cancelled()))
        if (E.isLeft(read.value)) return read.value
        return E.mapLeft(about(name))(answerFrom({ accounts: read.value.right, closedWorld }, id))
      },
    }
  }
