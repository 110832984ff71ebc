/** The forms of claims as they are written: which word begins each, and what belongs to it. */
import * as E from 'fp-ts/lib/Either.js'
import type { AskedLevel, Claim, Formula, Members, Relation, UnitKind } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { refuse, struct, type Read } from '../tree/problem.js'
import { entryOf, found, required } from '../tree/tree-reader.js'
import type { MapTree, Tree } from '../tree/tree.js'
import { betweenIn, neededIn, powerIn, referenceIn, signaturesIn, type ClaimScope } from './claim-content.js'
import { byIn, partOf, unitsIn } from './claim-parts.js'
import { formulaIn, formulaOfMap } from './formula-tree.js'
import { ALL_LEVELS, levelsIn } from './level-word.js'
import { keyIn, membersIn, rankedIn } from './members.js'

/** One form. */
export interface WrittenForm {
  /** Entries beside the one that begins it; of the names in `either`, those that fit together. */
  readonly beside: readonly string[]
  readonly read: (scope: ClaimScope, what: string, map: MapTree) => Read<readonly Claim[]>
}

/** One claim for each level. */
const atLevels = <A>(
  levels: Read<readonly AskedLevel[]>,
  content: Read<A>,
  claim: (content: A, at: AskedLevel) => Claim,
): Read<readonly Claim[]> =>
  E.map(({ at, of }: { readonly at: readonly AskedLevel[]; readonly of: A }) =>
    at.map((one) => claim(of, one)),
  )(struct({ at: levels, of: content }))

const levelsAt = (map: MapTree, name: string, what: string): Read<readonly AskedLevel[]> =>
  required(
    name,
    () =>
      failure(
        'missing-key',
        `\`${name}\` is missing in ${what}`,
        `say at which level, as in \`${name}: medium\``,
      ),
    map.offset,
    levelsIn(`\`${name}\` of ${what}`),
  )(map)

/** A form that is its word, something, and `for`. */
const withFor = <A>(
  head: string,
  content: (scope: ClaimScope, what: string) => (tree: Tree) => Read<A>,
  claim: (content: A, at: AskedLevel) => Claim,
): WrittenForm => ({
  beside: ['for'],
  read: (scope, what, map) =>
    atLevels(levelsAt(map, 'for', what), partOf(map, head, content(scope, `\`${head}\` of ${what}`)), claim),
})

/** A form that is its word and levels. */
const levelsOnly = (head: string, claim: (at: AskedLevel) => Claim): WrittenForm => ({
  beside: [],
  read: (_, what, map) => atLevels(levelsAt(map, head, what), E.right(undefined), (__, at) => claim(at)),
})

/** `can` and `cannot`: `any` and `of`, or `all`, or `key` beside them. */
const whoIn = (scope: ClaimScope, what: string, map: MapTree): Read<Formula> => {
  const key = entryOf('key')(map)
  if (key === undefined) return formulaOfMap(scope, what)(map)
  const others = map.entries.filter(({ name }) => name === 'any' || name === 'of' || name === 'all')
  const [other] = others
  if (other !== undefined)
    return refuse(other.offset, () =>
      failure('wrong-shape', `${what} has \`key\` and ${quoted(other.name)}; expected one of them`),
    )
  return E.map(({ said, keys }: Members): Formula => ({ _tag: 'Key', said, key: keys[0] ?? '' }))(
    keyIn(scope, `\`key\` of ${what}`)(key.value),
  )
}

const whoCan = (head: 'can' | 'cannot', tag: 'Can' | 'Cannot'): WrittenForm => ({
  beside: ['any', 'of', 'all', 'key'],
  read: (scope, what, map) =>
    atLevels(
      levelsAt(map, head, what),
      whoIn(scope, what, { ...map, entries: map.entries.filter(({ name }) => name !== head) }),
      (who, at) => ({ _tag: tag, at, who }),
    ),
})

const comparison = (relation: Relation): WrittenForm => ({
  beside: ['for'],
  read: (scope, what, map) =>
    atLevels(
      entryOf('for')(map) === undefined ? E.right(ALL_LEVELS) : levelsAt(map, 'for', what),
      partOf(map, relation, referenceIn(scope, `\`${relation}\` of ${what}`)),
      (other, at) => ({ _tag: 'Compare', at, relation, other }),
    ),
})

const recovers: WrittenForm = {
  beside: [],
  read: (_, what, map) =>
    E.map(({ count, by }: { readonly count: number; readonly by: UnitKind }): readonly Claim[] => [
      { _tag: 'Recovers', steal: count, by },
    ])(partOf(map, 'recovers', unitsIn(`\`recovers\` of ${what}`, 'steal'))),
}

const nested: WrittenForm = {
  beside: [],
  read: (_, what, map) =>
    partOf(map, 'nested', (tree) =>
      tree._tag === 'Text' && !tree.isQuoted && tree.text === 'true'
        ? E.right([{ _tag: 'Nested' }])
        : refuse(tree.offset, () =>
            failure(
              'wrong-shape',
              `\`nested\` of ${what} is ${found(tree)}; expected \`true\``,
              'leave the claim out, where it is not meant',
            ),
          ),
    ),
}

const every: WrittenForm = {
  beside: ['has'],
  read: (scope, what, map) =>
    atLevels(
      levelsAt(map, 'every', what),
      partOf(map, 'has', formulaIn(scope, `\`has\` of ${what}`)),
      (has, at) => ({ _tag: 'Every', at, has }),
    ),
}

const lost = (_: ClaimScope, what: string) => unitsIn(what, 'lose')
const stolen = (_: ClaimScope, what: string) => unitsIn(what, 'steal')
const unit = (_: ClaimScope, what: string) => byIn(what)

/** The forms by the words that begin them, which are their ids. */
export const CLAIM_FORMS: ReadonlyMap<string, WrittenForm> = new Map<string, WrittenForm>([
  ['can', whoCan('can', 'Can')],
  ['cannot', whoCan('cannot', 'Cannot')],
  ['needs', withFor('needs', neededIn, (some, at) => ({ _tag: 'Needs', at, ...some }))],
  ['survives', withFor('survives', lost, ({ count, by }, at) => ({ _tag: 'Survives', at, lose: count, by }))],
  [
    'withstands',
    withFor('withstands', stolen, ({ count, by }, at) => ({ _tag: 'Withstands', at, steal: count, by })),
  ],
  ['recovers', recovers],
  ['every', every],
  [
    'signatures',
    withFor('signatures', signaturesIn, (bounds, at) => ({ _tag: 'Signatures', at, ...bounds })),
  ],
  ['equals', comparison('equals')],
  ['stricter-than', comparison('stricter-than')],
  ['looser-than', comparison('looser-than')],
  ['not-looser-than', comparison('not-looser-than')],
  ['proper', levelsOnly('proper', (at) => ({ _tag: 'Proper', at }))],
  ['strong', levelsOnly('strong', (at) => ({ _tag: 'Strong', at }))],
  ['no-deadlock', withFor('no-deadlock', betweenIn, (between, at) => ({ _tag: 'NoDeadlock', at, between }))],
  ['no-dummies', levelsOnly('no-dummies', (at) => ({ _tag: 'NoDummies', at }))],
  [
    'interchangeable',
    withFor('interchangeable', membersIn, (of, at) => ({ _tag: 'Interchangeable', at, of })),
  ],
  ['ranks', withFor('ranks', rankedIn, (of, at) => ({ _tag: 'Ranks', at, of }))],
  ['power', withFor('power', powerIn, (parts, at) => ({ _tag: 'Power', at, ...parts }))],
  ['no-dictator', withFor('no-dictator', unit, (by, at) => ({ _tag: 'NoDictator', at, by }))],
  ['no-veto', withFor('no-veto', unit, (by, at) => ({ _tag: 'NoVeto', at, by }))],
  ['reachable', levelsOnly('reachable', (at) => ({ _tag: 'Reachable', at }))],
  ['nested', nested],
])
