/** The `assert` section: promises of accounts. */
import * as E from 'fp-ts/lib/Either.js'
import type { Assertion } from '../../../advice/policy/index.js'
import { struct, type Read } from '../tree/problem.js'
import { accountsIn } from './account-names.js'
import type { ClaimScope } from './claim-content.js'
import { closedMap, partOf } from './claim-parts.js'
import { readClaim, type ReadClaim } from './claim-tree.js'
import type { PolicyPart } from './policy-part.js'
import { placeOf, readList, repeated, type Item, type Readout } from './sections.js'
import { wordIn } from './word.js'

interface Parts {
  readonly id: string
  readonly on: readonly string[]
  readonly claim: ReadClaim
}

const readAssertion =
  (scope: ClaimScope) =>
  (item: Item): Read<Assertion> => {
    const what = `assertion ${item.name}`
    const map = closedMap(what, ['id', 'on', 'claim'])(item.value)
    if (E.isLeft(map)) return map
    return E.map(({ id, on, claim }: Parts): Assertion => ({
      id,
      on,
      form: claim.form,
      claims: claim.claims,
      place: placeOf(item),
    }))(
      struct<Parts>({
        id: partOf(map.right, 'id', wordIn(`the id of ${what}`, 'two-lost-ok')),
        on: partOf(map.right, 'on', accountsIn(scope, `\`on\` of ${what}`)),
        claim: partOf(map.right, 'claim', readClaim(scope, `the claim of ${what}`)),
      }),
    )
  }

/**
 * The assertions of all parts.
 *
 * Problems: `missing-key`, `unknown-key`, `wrong-shape`, `bad-word`, `name-twice`, `undefined-account`,
 * `matches-nothing`; `unknown-claim`, `several-claims` and those of the parts of claims
 * (`undefined-alias`, `not-a-key`, `member-twice`, `ambiguous-group`, `too-large`, `unknown-level`,
 * `which-set-options`, `level-twice`, `count-not-a-number`, `count-out-of-range`, `bad-fraction`,
 * `bounds-crossed`, `unknown-word`, `ambiguous-base`).
 */
export const readAssertions =
  (scope: ClaimScope) =>
  (parts: readonly PolicyPart[]): Readout<readonly Assertion[]> => {
    const { value, problems } = readList('assert', 'a list of assertions')(parts)(readAssertion(scope))
    return {
      value: value.map(([, assertion]) => assertion),
      problems: [...problems, ...repeated('id')(value.map(([item, { id }]) => [item, id]))],
    }
  }
