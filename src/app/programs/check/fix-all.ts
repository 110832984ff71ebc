/** Fixing policies: each by itself, every fix proved; files are written one after the other, each whole. */
import * as E from 'fp-ts/lib/Either.js'
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, failure, type Failure } from '../../../kernel/model/index.js'
import type { Drafts, Files } from '../../ports.js'
import { inputName } from '../input-name.js'
import { fixPolicy, type Fixed } from '../fix-policy.js'
import { KNOWN_RULES, type Checking } from './check.js'
import { countedFindings } from './check-policy.js'

/** A policy that was fixed, by its path. */
export interface FixedPolicy {
  readonly file: string
  readonly fixed: Fixed
}

/**
 * The fixes of every policy that can be read; of the others nothing is changed, and the check after it
 * says why.
 */
export async function* fixAll(
  { prepared, source }: Checking,
  isKnown: (fingerprint: string) => boolean,
): AsyncGenerator<FixedPolicy> {
  for await (const { file, input } of prepared()) {
    // Two files that define one account, or an unreadable one: nobody knows what a fix would change.
    if (E.isLeft(input) || input.right.failures.length > 0) continue
    const fixed = await fixPolicy({ files: source })({
      file: file.file,
      root: file.root,
      rules: KNOWN_RULES,
      find: countedFindings(input.right, isKnown),
    })()
    if (E.isRight(fixed)) yield { file: file.file, fixed: fixed.right }
  }
}

/** As much as a policy is read at all. */
const LIMIT = 4 * 1024 * 1024

const changedMeanwhile = (file: string): Failure =>
  about(inputName(file))(
    failure('file-changed', 'the file was changed while it was fixed, and is left as it is', 'fix it again'),
  )

/**
 * Writes what a fixing changed, where the file is still the one that was fixed: what somebody wrote
 * meanwhile stays.
 *
 * Failures: `file-changed`, those of reading the file and of `Drafts`.
 */
export const writeFixed = async (
  { readText }: Pick<Files, 'readText'>,
  drafts: Drafts,
  { file, fixed: { text } }: FixedPolicy,
): Promise<E.Either<NEA.NonEmptyArray<Failure>, void>> => {
  if (O.isNone(text)) return E.right(undefined)
  const now = await readText(file, LIMIT)()
  if (E.isLeft(now)) return E.left([now.left])
  if (now.right !== text.value.before) return E.left([changedMeanwhile(file)])
  const draft = await drafts.open(file)()
  if (E.isLeft(draft)) return E.left([draft.left])
  await draft.right.write(text.value.after)
  return E.mapLeft((one: Failure): NEA.NonEmptyArray<Failure> => [one])(await draft.right.publish())
}
