/** Rules and claims by their names. */
import * as E from 'fp-ts/lib/Either.js'
import { RULES } from '../../advice/lint/index.js'
import { CLAIM_FORMS } from '../../advice/policy/index.js'
import { idsIn, named, type Catalogue } from '../../edge/report/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { didYouMean } from '../../edge/source/text/nearest-name.js'
import { failure, type Failure } from '../../kernel/model/index.js'

/** Everything. */
export const CATALOGUE: Catalogue = { rules: RULES, forms: CLAIM_FORMS }

const unknownId =
  (ids: readonly string[]) =>
  (id: string): Failure =>
    failure(
      'unknown-name',
      `${quoted(id)} is no rule and no claim`,
      `${didYouMean(ids)(id)}\`quorate rules\` lists them`,
    )

/**
 * The entries of these names; all, where none is given.
 *
 * Failure: `unknown-name`, for each that is none, with the nearest name.
 */
export const catalogueOf = (ids: readonly string[]): E.Either<readonly Failure[], Catalogue> => {
  const known = idsIn(CATALOGUE)
  const unknown = ids.filter((id) => !known.includes(id))
  return unknown.length > 0 ? E.left(unknown.map(unknownId(known))) : E.right(named(CATALOGUE, ids))
}
