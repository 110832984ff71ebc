/** Where a check writes: never twice to one place, and never over what it reads, by whatever names. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { folderOf } from '../../edge/source/policy/relative-path.js'
import { about, failure, type Failure } from '../../kernel/model/failure.js'
import type { Files } from '../ports.js'
import { inputName } from '../programs/input-name.js'
import type { CheckJob } from './check-options.js'

/** The real path of a file, whether it is there or not; as it was named, where its folder is not there. */
const placeOf =
  ({ realPath }: Pick<Files, 'realPath'>) =>
  async (file: string): Promise<string> => {
    const real = await realPath(file)()
    if (E.isRight(real)) return real.right
    const folder = await realPath(folderOf(file))()
    return E.isRight(folder) ? `${folder.right}/${file.slice(file.lastIndexOf('/') + 1)}` : file
  }

const clash = (file: string, before: string): Failure =>
  about('--format')(
    failure(
      'usage',
      `the report \`${inputName(file)}\` would be written over \`${inputName(before)}\``,
      'give the report a file of its own',
    ),
  )

/**
 * Whether every report has a file of its own; `read` are the policies that are checked.
 *
 * Failure: `usage`.
 */
export const placesFailure = async (
  files: Pick<Files, 'realPath'>,
  { targets, baseline, request }: CheckJob,
  read: readonly string[],
): Promise<O.Option<Failure>> => {
  const reports = targets.flatMap(({ file }) => (file === undefined ? [] : [file]))
  if (reports.length === 0) return O.none
  const place = placeOf(files)
  const given = [request.state, request.stellarToml, request.base].flatMap((one) =>
    O.isSome(one) ? [one.value] : [],
  )
  const others = [...read, ...given, ...(O.isSome(baseline) ? [baseline.value.file] : [])]
  const taken = new Map<string, string>()
  for (const other of others) taken.set(await place(other), other)
  for (const file of reports) {
    const where = await place(file)
    const before = taken.get(where)
    if (before !== undefined) return O.some(clash(file, before))
    taken.set(where, file)
  }
  return O.none
}
