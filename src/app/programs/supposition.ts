/** What somebody supposes, as it is written on the command line: `a,b`, `chair=2`, `high=6`. */
import * as E from 'fp-ts/lib/Either.js'
import type { Supposition } from '../../advice/coalition/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { didYouMean } from '../../edge/source/text/nearest-name.js'
import {
  about,
  activeSignersOf,
  failure,
  THRESHOLD_LEVELS,
  type Account,
  type Coalition,
  type Failure,
} from '../../kernel/model/index.js'

/** The words of the options; each may have been given several times. */
export interface SuppositionWords {
  readonly lost: readonly string[]
  readonly stolen: readonly string[]
  readonly without: readonly string[]
  readonly weight: readonly string[]
  readonly threshold: readonly string[]
  readonly leave: readonly string[]
}

/** Keys that may be named, by their names. */
export type KeyNames = ReadonlyMap<string, string>

type Result<A> = E.Either<Failure, A>

const unknownName = (names: readonly string[], what: string, text: string): Failure =>
  failure(
    'unknown-signer',
    `${quoted(text)} is no ${what}`,
    `${didYouMean(names)(text)}expected ${names.slice(0, 25).map(quoted).join(', ')}`,
  )

/** The signers of an account by name, and by their keys. */
export const signerNames = (account: Account, label: (strkey: string) => string): KeyNames => {
  const keys = activeSignersOf(account).map(({ key }) => key.strkey)
  return new Map([...keys.map((key) => [label(key), key] as const)])
}

const keyOf =
  (names: KeyNames, what: string) =>
  (text: string): Result<string> => {
    const named = names.get(text) ?? [...names.values()].find((key) => key === text)
    return named === undefined ? E.left(unknownName([...names.keys()], what, text)) : E.right(named)
  }

const words = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.split(',')).map((text) => text.trim())

const NUMBER = /^(?:0|[1-9][0-9]{0,4})$/

const assignment = (text: string, example: string): Result<readonly [string, number]> => {
  const at = text.lastIndexOf('=')
  const [name, number] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()]
  return at > 0 && NUMBER.test(number)
    ? E.right([name, Number(number)])
    : E.left(failure('not-an-assignment', `${quoted(text)} says no number; expected \`${example}\``))
}

const reweighed =
  (account: Account, names: KeyNames, others: KeyNames) =>
  (text: string): Result<Supposition> => {
    const said = assignment(text, 'chair=2')
    if (E.isLeft(said)) return said
    const [name, weight] = said.right
    const key = keyOf(new Map([...others, ...names]), 'signer, nor a key of the file')(name)
    if (E.isLeft(key)) return key
    const isSigner = activeSignersOf(account).some((one) => one.key.strkey === key.right)
    return E.right({ _tag: isSigner ? 'Reweighed' : 'Joined', key: key.right, weight })
  }

const threshold = (text: string): Result<Supposition> => {
  const said = assignment(text, 'high=6')
  if (E.isLeft(said)) return said
  const [name, needed] = said.right
  const level = THRESHOLD_LEVELS.find((one) => one.toLowerCase() === name)
  return level === undefined
    ? E.left(unknownName(['low', 'medium', 'high'], 'level', name))
    : E.right({ _tag: 'Threshold', level, needed })
}

/** What is supposed of an account, and who leaves it, in order; or all that is wrong with the words. */
export interface Supposed {
  readonly suppositions: readonly Supposition[]
  readonly leavers: Coalition
}

/**
 * Reads the words of all options for one account. `others` are keys of the file that are no signers of
 * it: a weight lets them join. Removals come last, so that the same words mean the same in any order.
 *
 * Failures: `unknown-signer` with the nearest name, `not-an-assignment`.
 */
export const readSuppositions =
  (account: Account, names: KeyNames, others: KeyNames) =>
  (said: SuppositionWords): E.Either<readonly Failure[], Supposed> => {
    const failures: Failure[] = []
    const all = <A>(
      flag: string,
      texts: readonly string[],
      read: (text: string) => Result<A>,
    ): readonly A[] =>
      words(texts).flatMap((text) => {
        const one = read(text)
        if (E.isLeft(one)) failures.push(about(flag)(one.left))
        return E.isRight(one) ? [one.right] : []
      })
    const key = keyOf(names, 'signer of this account')
    const tagged =
      (_tag: 'Lost' | 'Stolen' | 'Without') =>
      (text: string): Result<Supposition> =>
        E.map((found: string): Supposition => ({ _tag, key: found }))(key(text))
    const suppositions = [
      ...all('--weight', said.weight, reweighed(account, names, others)),
      ...all('--threshold', said.threshold, threshold),
      ...all('--lost', said.lost, tagged('Lost')),
      ...all('--stolen', said.stolen, tagged('Stolen')),
      ...all('--without', said.without, tagged('Without')),
    ]
    const leavers = all('--leave', said.leave, key)
    return failures.length > 0 ? E.left(failures) : E.right({ suppositions, leavers })
  }
