/** Accounts that a preset fills in: `preset: m-of-n` in place of weights and thresholds. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { accountOf, fill, PRESETS, type Preset } from '../../../advice/plan/index.js'
import type { Place, PolicyAccount } from '../../../advice/policy/index.js'
import { ed25519Key, failure, publicKeyOf, type AccountId } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'
import { problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import { entryOf, textIn, unknownKeys } from '../tree/tree-reader.js'
import type { Entry, MapTree } from '../tree/tree.js'
import { placeIn } from './policy-part.js'
import { nameOf, withIn, type With } from './preset-parameters.js'
import type { Scope } from './scope.js'
import { placeOf, type Item } from './sections.js'

const FIELDS = ['address', 'preset', 'with'] as const

const presetIn = (what: string, { value }: Entry): Read<Preset> => {
  const text = textIn(what, 'the name of a preset')(value)
  if (E.isLeft(text)) return text
  const ids = PRESETS.map(({ id }) => id)
  const preset = PRESETS.find(({ id }) => id === text.right)
  return preset === undefined
    ? refuse(value.offset, () =>
        failure(
          'unknown-preset',
          `unknown preset ${quoted(text.right)}; there are ${ids.map((id) => `\`${id}\``).join(', ')}`,
          `${didYouMean(ids)(text.right)}see \`quorate preset\``,
        ),
      )
    : E.right(preset)
}

/** What stands beside a preset although the preset says it. */
const beside = (where: string, map: MapTree): readonly Problem[] =>
  (['master', 'thresholds', 'signers'] as const).flatMap((name) => {
    const entry = entryOf(name)(map)
    return entry === undefined
      ? []
      : [
          problem(entry.offset, () =>
            failure(
              'beside-preset',
              `\`${name}\` stands beside \`preset\` in ${where}, which says it already`,
              'leave it out, or write the account without the preset',
            ),
          ),
        ]
  })

const filled = (
  scope: Scope,
  preset: Preset,
  id: AccountId,
  { people, numbers }: With,
  offset: number,
): Read<PolicyAccount['account']> => {
  const master = nameOf(scope, id)
  const byName = new Map([
    ...people.map(({ key }) => [nameOf(scope, key.strkey), key] as const),
    [master, ed25519Key(publicKeyOf(id))] as const,
  ])
  const keys = people.map(({ key }) => nameOf(scope, key.strkey))
  const found = fill(preset)({ master, keys, numbers })
  if (E.isLeft(found)) return E.left(found.left.map((failed) => problem(offset, () => failed)))
  return E.right(
    accountOf((alias) => {
      const key = byName.get(alias)
      if (key === undefined) throw new Error(`invariant: \`${alias}\` was given to the preset`)
      return key
    })(found.right.configuration),
  )
}

/**
 * An account from a preset. All its numbers have the place of the preset, because they are written
 * nowhere else.
 *
 * Problems: `unknown-preset`, `beside-preset`, `unknown-key`, `wrong-shape`, `undefined-alias`,
 * `not-a-person`, `member-twice`, `master-among-signers`, those of weights and those of `fill`.
 */
export const readPreset =
  (scope: Scope, item: Item, id: Read<AccountId>, entry: Entry) =>
  (map: MapTree): Read<PolicyAccount> => {
    const where = `account ${quoted(item.name)}`
    const preset = presetIn(`the preset of ${where}`, entry)
    const given = entryOf('with')(map)
    const allowed = map.entries.filter(
      ({ name }) => name !== 'master' && name !== 'thresholds' && name !== 'signers',
    )
    const problems = [...beside(where, map), ...unknownKeys(where, FIELDS)({ ...map, entries: allowed })]
    if (E.isLeft(preset)) return unless(problems)(struct({ id, preset }) as Read<never>)
    const parameters: Read<With> =
      given === undefined
        ? E.right({ people: [], numbers: {} })
        : withIn(scope, where, preset.right, id)(given.value)
    const parts = unless(problems)(
      struct<{ readonly id: AccountId; readonly parameters: With }>({ id, parameters }),
    )
    if (E.isLeft(parts)) return parts
    const account = filled(
      scope,
      preset.right,
      parts.right.id,
      parts.right.parameters,
      (given ?? entry).offset,
    )
    const place: Place = placeIn(item.part)(entry.offset, [...item.path, 'preset'])
    return E.map((one: PolicyAccount['account']): PolicyAccount => ({
      name: item.name,
      account: one,
      place: placeOf(item),
      preset: O.some({ preset: preset.right.id, place }),
      masterPlace: place,
      thresholdPlaces: { Low: place, Medium: place, High: place },
      signerPlaces: new Map(one.signers.map(({ key }) => [key.strkey, place])),
    }))(account)
  }
