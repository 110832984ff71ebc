/**
 * Looking for accounts that were not where policies are looked for today: in the whole repository as it
 * once was. An account is known by its address, which stands in its policy or in a file that it imports.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../../../kernel/model/index.js'
import type { Revision } from '../../ports.js'
import { hasPolicyName } from '../find-policy-files.js'
import { FILE_LIMIT, isOpaque, linksIn, loadThen, pathsOf, type Looked, type Unread } from './look-back.js'

/**
 * What a policy says of itself. Files of other names are policies where they are named themselves, so that
 * the name does not tell.
 */
const SAYS_POLICY = `quorate["']?[[:space:]]*:[[:space:]]*[0-9]`

/** Looking for many lines takes git as much longer; for any address it does not. */
const MOST_LINES = 50

const ANY_ADDRESS = 'G[A-Z2-7]{55}'

/** Which of some addresses stand in a text. */
const addressesIn = (text: string, sought: ReadonlySet<string>): readonly string[] =>
  (text.match(/G[A-Z2-7]{55}/g) ?? []).filter((address) => sought.has(address))

/**
 * Which of some addresses stood anywhere at all; those that did not are new. Where a text is too long to be
 * looked into, all may have.
 *
 * Failures: those of `Revision`.
 */
const addressesThen = async (
  revision: Revision,
  sought: ReadonlySet<string>,
): Promise<E.Either<Failure, ReadonlySet<string>>> => {
  const holding =
    sought.size > MOST_LINES
      ? await revision.filesWith('extended', [ANY_ADDRESS])()
      : await revision.filesWith('fixed', [...sought])()
  if (E.isLeft(holding)) return holding
  const texts = await revision.readTexts(holding.right, FILE_LIMIT)()
  if (E.isLeft(texts)) return texts
  return E.right(
    texts.right.size < holding.right.length
      ? sought
      : new Set([...texts.right.values()].flatMap((text) => addressesIn(text, sought))),
  )
}

/** Where in a repository an account may have been, and what could not be read there. */
export interface LookedElsewhere extends Looked {
  /** Addresses that stood somewhere. */
  readonly known: ReadonlySet<string>
}

/** Files with the name of a policy, and others that are written like one. */
interface Likely {
  readonly named: ReadonlySet<string>
  readonly others: readonly string[]
  readonly links: readonly Unread[]
}

const likelyIn = async (
  revision: Revision,
  seen: ReadonlySet<string>,
  withOthers: boolean,
): Promise<E.Either<Failure, Likely>> => {
  const entries = await revision.entries()
  if (E.isLeft(entries)) return entries
  const written = withOthers ? await revision.filesWith('extended', [SAYS_POLICY])() : E.right([])
  if (E.isLeft(written)) return written
  const called = entries.right.filter(({ path }) => hasPolicyName(path) && !seen.has(path))
  const named = new Set(pathsOf(called.filter(({ kind }) => kind === 'file')))
  return E.right({
    named,
    others: written.right.filter((path) => !named.has(path) && !seen.has(path)),
    links: linksIn(called),
  })
}

/**
 * Policies in the whole repository that may be about some accounts, but for files that were `seen`. What
 * has another name than policies have, and cannot be read, is no trouble: unless it is written like a
 * policy and has one of the addresses.
 *
 * Failures: those of `Revision`.
 */
export const lookElsewhere = async (
  revision: Revision,
  sought: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): Promise<E.Either<Failure, LookedElsewhere>> => {
  const known = await addressesThen(revision, sought)
  if (E.isLeft(known)) return known
  const changed = await revision.changedSubmodules()
  if (E.isLeft(changed)) return changed
  const likely = await likelyIn(revision, seen, known.right.size > 0)
  if (E.isLeft(likely)) return likely
  const { named, others, links } = likely.right
  const texts = await revision.readTexts([...named, ...others], FILE_LIMIT)()
  if (E.isLeft(texts)) return texts
  const hasSought = (path: string): boolean =>
    addressesIn(texts.right.get(path) ?? '', known.right).length > 0
  const hidden = [...named].filter((path) => isOpaque(texts.right.get(path)))
  // An address that the file does not have may be in one that it imports.
  const worth = [...named, ...others].filter(
    (path) => !hidden.includes(path) && (hasSought(path) || texts.right.get(path)?.includes('imports')),
  )
  const { policies, unread } = await loadThen(
    revision,
    texts.right,
    known.right.size === 0 ? [] : worth.map((file) => ({ file, root: revision.root })),
  )
  const isTrouble = ({ file }: Unread): boolean =>
    named.has(file) || (/\.(?:ya?ml|json)$/i.test(file) && hasSought(file))
  return E.right({
    known: known.right,
    policies,
    unread: [
      ...[...hidden, ...changed.right].map((file) => ({ file, isOpaque: true })),
      ...unread.filter(isTrouble),
      ...links,
    ],
  })
}
