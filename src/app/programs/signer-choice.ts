/** Who can be asked to sign, and at what cost, as a command line says it: by names or by keys. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  fewestPeople,
  fewestSignatures,
  perSigner,
  preferring,
  type CompletionOptions,
  type Cost,
} from '../../advice/select/index.js'
import type { MergedSources } from '../../edge/source/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { nearestName } from '../../edge/source/text/nearest-name.js'
import { about, decodeStrKey, failure, parseSignerKey, type Failure } from '../../kernel/model/index.js'

/** What may be said of signers; each is named by an alias or by its key. */
export interface SignerChoice {
  /** Only these can be asked. */
  readonly available: O.Option<readonly string[]>
  /** These cost nothing. */
  readonly prefer: readonly string[]
  /** `alias=3`: what it costs to ask. */
  readonly costs: readonly string[]
  readonly fewest: O.Option<'signatures' | 'people'>
  /** `alias=name`: who holds the key. */
  readonly holders: readonly string[]
}

/** The names that signers can be called by. */
export type SignerNames = Pick<MergedSources, 'aliases' | 'accountNames'>

/** Where nothing has a name. */
export const NO_SIGNER_NAMES: SignerNames = { aliases: new Map(), accountNames: new Map() }

const keysByName = ({ aliases, accountNames }: SignerNames): ReadonlyMap<string, string> =>
  new Map([...accountNames, ...aliases].map(([strkey, name]) => [name, strkey]))

/** The StrKey that a name or a key stands for. Failure: `unknown-signer`, with the nearest name. */
const strKeyOf =
  (names: ReadonlyMap<string, string>) =>
  (text: string): E.Either<Failure, string> => {
    const named = names.get(text)
    if (named !== undefined) return E.right(named)
    // A key that is mistyped is told as such; a word is no key at all.
    if (E.isRight(decodeStrKey(text)) || /^[A-Z2-7]{40,}$/.test(text))
      return E.map(({ strkey }: { readonly strkey: string }) => strkey)(parseSignerKey(text))
    const near = nearestName(names.keys())(text)
    return E.left(
      failure(
        'unknown-signer',
        `nobody is called ${quoted(text)}`,
        O.isSome(near)
          ? `did you mean \`${near.value}\`?`
          : names.size === 0
            ? 'names stand in account files; without one, write the key (G…, X… or P…)'
            : `known are ${[...names.keys()].slice(0, 12).join(', ')}`,
      ),
    )
  }

const all = <A, B>(
  items: readonly A[],
  read: (item: A) => E.Either<Failure, B>,
): E.Either<Failure, readonly B[]> => {
  const found: B[] = []
  for (const item of items) {
    const one = read(item)
    if (E.isLeft(one)) return one
    found.push(one.right)
  }
  return E.right(found)
}

/** The StrKeys of some signers by name or key. Failures: `unknown-signer`, those of `parseSignerKey`. */
export const signersNamed =
  (names: SignerNames, flag: string) =>
  (texts: readonly string[]): E.Either<Failure, readonly string[]> =>
    E.mapLeft(about(flag))(all(texts, strKeyOf(keysByName(names))))

/** `name=value`, with the name as a StrKey. Failure: `not-an-assignment`. */
const assignment =
  (nameKey: (text: string) => E.Either<Failure, string>, example: string) =>
  (text: string): E.Either<Failure, readonly [string, string]> => {
    const at = text.indexOf('=')
    const value = text.slice(at + 1).trim()
    if (at < 1 || value === '')
      return E.left(
        failure('not-an-assignment', `${quoted(text)} gives no value to a name; expected \`${example}\``),
      )
    return E.map((strkey: string) => [strkey, value] as const)(nameKey(text.slice(0, at).trim()))
  }

const numberOf = ([strkey, value]: readonly [string, string]): E.Either<Failure, readonly [string, number]> =>
  /^[0-9]+(\.[0-9]+)?$/.test(value)
    ? E.right([strkey, Number(value)])
    : E.left(failure('not-a-cost', `${quoted(value)} is no cost; expected a number such as \`3\` or \`0.5\``))

interface Said {
  readonly prefer: readonly string[]
  readonly costs: readonly (readonly [string, number])[]
  readonly holders: ReadonlyMap<string, string>
  readonly isPeople: boolean
}

const costOf = ({ prefer, costs, holders, isPeople }: Said): E.Either<Failure, Cost> => {
  if (isPeople) return E.right(fewestPeople(holders))
  if (costs.length === 0) return E.right(prefer.length === 0 ? fewestSignatures : preferring(new Set(prefer)))
  return perSigner(new Map([...prefer.map((key) => [key, 0] as const), ...costs]))
}

/** Rules that one choice cannot follow together. */
const clash = ({ prefer, costs, fewest, holders }: SignerChoice): Failure | undefined => {
  const isPeople = O.isSome(fewest) && fewest.value === 'people'
  if (isPeople && (prefer.length > 0 || costs.length > 0))
    return failure('usage', '`--fewest people` does not go with `--prefer` or `--cost`', 'choose one of them')
  return holders.length > 0 && !isPeople
    ? failure(
        'usage',
        '`--holder` says who holds keys, which only `--fewest people` looks at',
        'add `--fewest people`',
      )
    : undefined
}

/**
 * The options for a search that a choice stands for.
 *
 * Failures: `unknown-signer`, those of `parseSignerKey`, `not-an-assignment`, `not-a-cost`,
 * `cost-out-of-range`, `usage` where two options exclude each other.
 */
export const completionOptionsOf =
  (names: SignerNames) =>
  (choice: SignerChoice): E.Either<Failure, CompletionOptions> => {
    const wrong = clash(choice)
    if (wrong !== undefined) return E.left(wrong)
    const keyOf = strKeyOf(keysByName(names))
    const inFlag = <A>(flag: string, read: E.Either<Failure, A>): E.Either<Failure, A> =>
      E.mapLeft(about(flag))(read)
    const available = inFlag(
      '--available',
      all(O.getOrElse((): readonly string[] => [])(choice.available), keyOf),
    )
    if (E.isLeft(available)) return available
    const prefer = inFlag('--prefer', all(choice.prefer, keyOf))
    if (E.isLeft(prefer)) return prefer
    const costs = inFlag(
      '--cost',
      all(choice.costs, (text) => E.chain(numberOf)(assignment(keyOf, 'alias=3')(text))),
    )
    if (E.isLeft(costs)) return costs
    const holders = inFlag('--holder', all(choice.holders, assignment(keyOf, 'alias=name')))
    if (E.isLeft(holders)) return holders
    const cost = costOf({
      prefer: prefer.right,
      costs: costs.right,
      holders: new Map(holders.right),
      isPeople: O.isSome(choice.fewest) && choice.fewest.value === 'people',
    })
    if (E.isLeft(cost)) return inFlag('--cost', cost)
    return E.right({
      cost: cost.right,
      ...(O.isSome(choice.available) ? { available: new Set(available.right) } : {}),
    })
  }

/** Whether costs are other than one a signature. */
export const isPriced = ({ prefer, costs, fewest }: SignerChoice): boolean =>
  prefer.length > 0 || costs.length > 0 || (O.isSome(fewest) && fewest.value === 'people')
