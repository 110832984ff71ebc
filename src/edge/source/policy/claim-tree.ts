/** One claim of an assertion: exactly one form, and nothing beside it. */
import * as E from 'fp-ts/lib/Either.js'
import type { Claim } from '../../../advice/policy/index.js'
import { failure, type Failure } from '../../../kernel/model/index.js'
import { listed } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'
import { refuse, unless, type Read } from '../tree/problem.js'
import { mapIn, unknownKeys } from '../tree/tree-reader.js'
import type { Entry, MapTree, Tree } from '../tree/tree.js'
import type { ClaimScope } from './claim-content.js'
import { CLAIM_FORMS, type WrittenForm } from './claim-forms.js'

const FORMS = [...CLAIM_FORMS.keys()]

/** A claim that was read, and the id of its form. */
export interface ReadClaim {
  readonly form: string
  readonly claims: readonly Claim[]
}

const noForm =
  (what: string, { entries }: MapTree) =>
  (): Failure => {
    const meant = entries.map(({ name }) => didYouMean(FORMS)(name)).find((help) => help !== '') ?? ''
    return failure(
      'unknown-claim',
      `${what} is of no form: it has ${entries.length === 0 ? 'nothing in it' : listed(entries.map(({ name }) => name))}`,
      `${meant}forms: ${listed(FORMS)}`,
    )
  }

const severalForms = (what: string, names: readonly string[]) => (): Failure =>
  failure('several-claims', `${what} is of several forms: ${listed(names)}`, 'write an assertion for each')

const formOf = (what: string, map: MapTree): Read<readonly [Entry, WrittenForm]> => {
  const heads = map.entries.flatMap((entry): readonly (readonly [Entry, WrittenForm])[] => {
    const form = CLAIM_FORMS.get(entry.name)
    return form === undefined ? [] : [[entry, form]]
  })
  const [head, second] = heads
  if (head === undefined) return refuse(map.offset, noForm(what, map))
  return second === undefined
    ? E.right(head)
    : refuse(
        second[0].offset,
        severalForms(
          what,
          heads.map(([{ name }]) => name),
        ),
      )
}

/** A claim: one for each level that it asks about. */
export const readClaim =
  (scope: ClaimScope, what: string) =>
  (tree: Tree): Read<ReadClaim> => {
    const map = mapIn(what, 'a map such as `{ any: 3, of: employees, can: medium }`')(tree)
    if (E.isLeft(map)) return map
    const found = formOf(what, map.right)
    if (E.isLeft(found)) return found
    const [{ name }, form] = found.right
    return unless(unknownKeys(what, [name, ...form.beside])(map.right))(
      E.map((claims: readonly Claim[]): ReadClaim => ({ form: name, claims }))(
        form.read(scope, what, map.right),
      ),
    )
  }
