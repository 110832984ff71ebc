/** The `tests` section: who signed what, and what is expected of it. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Expected, Members, PolicyTest, Trial } from '../../../advice/policy/index.js'
import { failure, type Operation, type Weight } from '../../../kernel/model/index.js'
import { quoted, quotedName } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'
import { problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import { choiceIn, countIn, entryOf, textIn } from '../tree/tree-reader.js'
import type { MapTree, Tree } from '../tree/tree.js'
import { accountIn } from './account-names.js'
import type { ClaimScope } from './claim-content.js'
import { closedMap, maybePart, partOf } from './claim-parts.js'
import { setOptionsAlone } from './level-word.js'
import { membersIn } from './members.js'
import { isOperationWord, operationOf, OPERATION_WORDS } from './operation-word.js'
import type { PolicyPart } from './policy-part.js'
import { besideFile, folderOf, pathFault, wayFrom } from './relative-path.js'
import { placeOf, readList, repeated, type Item, type Readout } from './sections.js'
import { sentenceIn } from './word.js'

interface Said {
  readonly operation: Operation
  readonly said: string
}

const operationIn =
  (what: string) =>
  (tree: Tree): Read<Said> => {
    const text = textIn(what, 'an operation such as `payment`')(tree)
    if (E.isLeft(text)) return text
    const said = text.right
    if (isOperationWord(said)) return E.right({ operation: operationOf(said), said })
    return refuse(tree.offset, () =>
      said === 'set_options'
        ? setOptionsAlone(what)
        : failure(
            'unknown-operation',
            `${what} is ${quoted(said)}; expected an operation in Horizon's spelling`,
            `${didYouMean(OPERATION_WORDS)(said)}a test signs one operation, as \`payment\` or \`account_merge\``,
          ),
    )
  }

/** Files are named from the folder of the file that names them, and must be below the policy's own. */
const envelopeIn =
  (what: string, root: string, file: string) =>
  (tree: Tree): Read<string> => {
    const text = textIn(what, 'the path of a file, relative to this one')(tree)
    if (E.isLeft(text)) return text
    const fault = pathFault(what, text.right)
    const way = wayFrom(folderOf(root), besideFile(file, text.right))
    if (fault !== undefined)
      return refuse(tree.offset, () => ({ ...fault, code: fault.code.replace('import', 'envelope') }))
    return O.isSome(way)
      ? E.right(way.value)
      : refuse(tree.offset, () =>
          failure(
            'envelope-outside',
            `${what} is ${quotedName(text.right)}, which is not below the folder of the policy`,
            'put the envelope beside the policy',
          ),
        )
  }

const trialOf = (scope: ClaimScope, what: string, root: string, item: Item, map: MapTree): Read<Trial> => {
  const [signed, op, envelope] = ['signed', 'op', 'envelope'].map((name) => entryOf(name)(map))
  if (envelope !== undefined && signed === undefined && op === undefined)
    return E.map((file: string): Trial => ({ _tag: 'Envelope', file }))(
      envelopeIn(`the envelope of ${what}`, root, item.part.file)(envelope.value),
    )
  if (envelope === undefined && signed !== undefined && op !== undefined)
    return E.map(({ by, operation }: { readonly by: Members; readonly operation: Said }): Trial => ({
      _tag: 'Signed',
      by,
      ...operation,
    }))(
      struct({
        by: signersIn(scope, `\`signed\` of ${what}`)(signed.value),
        operation: operationIn(`\`op\` of ${what}`)(op.value),
      }),
    )
  return refuse(map.offset, () =>
    failure(
      'missing-key',
      `${what} needs \`signed\` and \`op\`, or \`envelope\``,
      'say who signed which operation, or name the file of an envelope with its signatures',
    ),
  )
}

/** Nobody may have signed: `[]`. */
const signersIn =
  (scope: ClaimScope, what: string) =>
  (tree: Tree): Read<Members> =>
    tree._tag === 'List' && tree.items.length === 0
      ? E.right({ said: '', keys: [] })
      : membersIn(scope, what)(tree)

const missingOfAllowed = (
  what: string,
  map: MapTree,
  verdict: Read<Expected['verdict']>,
): readonly Problem[] => {
  const entry = entryOf('missing')(map)
  return entry === undefined || E.isLeft(verdict) || verdict.right === 'deny'
    ? []
    : [
        problem(entry.offset, () =>
          failure(
            'wrong-shape',
            `\`missing\` stands in ${what}, which expects \`allow\``,
            'nothing is missing then',
          ),
        ),
      ]
}

interface Parts {
  readonly name: string
  readonly on: string
  readonly trial: Trial
  readonly verdict: Expected['verdict']
  readonly missing: O.Option<Weight>
}

const readTest =
  (scope: ClaimScope, root: string) =>
  (item: Item): Read<PolicyTest> => {
    const what = `test ${item.name}`
    const read = closedMap(
      what,
      ['name', 'on', 'expect'],
      ['signed', 'op', 'envelope', 'missing'],
    )(item.value)
    if (E.isLeft(read)) return read
    const map = read.right
    const verdict = partOf(map, 'expect', choiceIn(`\`expect\` of ${what}`, ['allow', 'deny'] as const))
    const parts = struct<Parts>({
      name: partOf(map, 'name', sentenceIn(`the name of ${what}`)),
      on: partOf(map, 'on', accountIn(scope, `\`on\` of ${what}`)),
      trial: trialOf(scope, what, root, item, map),
      verdict,
      missing: maybePart(map, 'missing', countIn(`\`missing\` of ${what}`)),
    })
    return E.map(({ name, on, trial, verdict: expected, missing }: Parts): PolicyTest => ({
      name,
      on,
      trial,
      expect: { verdict: expected, missing },
      place: placeOf(item),
    }))(unless(missingOfAllowed(what, map, verdict))(parts))
  }

/**
 * The tests of all parts. Paths of envelopes are from the folder of the file that was named.
 *
 * Problems: `missing-key`, `unknown-key`, `wrong-shape`, `bad-sentence`, `name-twice`,
 * `undefined-account`, `undefined-alias`, `member-twice`, `unknown-operation`, `which-set-options`,
 * `unknown-word`, `count-not-a-number`, `count-out-of-range`, `envelope-outside`, `bad-path`.
 */
export const readTests =
  (scope: ClaimScope, root: string) =>
  (parts: readonly PolicyPart[]): Readout<readonly PolicyTest[]> => {
    const { value, problems } = readList('tests', 'a list of tests')(parts)(readTest(scope, root))
    return {
      value: value.map(([, test]) => test),
      problems: [...problems, ...repeated('name')(value.map(([item, { name }]) => [item, name]))],
    }
  }
