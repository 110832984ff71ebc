/** Who has to hand over what, and who could instead. */
import type { Addition, Completion, Proof } from '../../../../advice/select/index.js'
import { padded, paragraph, type Block } from '../../layout.js'
import { keyLabel, type Names } from '../../names.js'
import { dim, span, strong, unbroken, widthOf } from '../../styled.js'
import { whoIs } from '../../text/signatures.js'
import { joined } from '../../words.js'
import type { CompletionsReport } from '../completions.js'
import { profilesOf, type Profile } from '../profiles.js'

const WHAT: Readonly<Record<Proof, string>> = {
  signature: 'signs the hash',
  preimage: 'its preimage is revealed',
  'payload-signature': 'signs its payload',
}

const WHERE: Readonly<Record<Addition['list'], string>> = {
  transaction: '',
  'fee-bump': ' of the fee bump',
  inner: ' of the inner transaction',
}

const whatOf = ({ list, proof }: Addition): string =>
  proof === 'signature'
    ? `${WHAT.signature}${WHERE[list]}`
    : `${WHAT[proof]}${list === 'transaction' ? '' : `, in the list${WHERE[list]}`}`

/** Who signs, or what is revealed. */
const handedOver =
  (names: Names) =>
  ({ key, proof }: Addition): string =>
    `${proof === 'preimage' ? 'the preimage of ' : ''}${keyLabel(names)(key)}`

/** `carina, then bilal`. */
export const nextText = (names: Names, { add }: Completion): string =>
  add.map(handedOver(names)).join(', then ')

/** Whom to ask for what, in order. */
export const nextBlocks = (names: Names, { add, cost }: Completion, showsCost: boolean): readonly Block[] => {
  const [only, ...others] = add
  // One who signs, and the only list: the advice above has said it.
  if (
    only === undefined ||
    (others.length === 0 && only.proof === 'signature' && only.list === 'transaction')
  )
    return []
  const who = add.map(({ key }) => whoIs(names)(key))
  const column = Math.min(30, Math.max(...who.map(widthOf)))
  return [
    paragraph(0, 2, strong('Sign next'), ...(showsCost ? [dim(` · cost ${String(cost)}`)] : [])),
    ...add.map((one, index) =>
      paragraph(
        2,
        7 + column,
        span(unbroken(`${String(index + 1).padStart(2)} ${padded(who[index] ?? '', column)}  `)),
        span(whatOf(one)),
      ),
    ),
  ]
}

type NamedItems = ReadonlyMap<string, Addition>

const LISTS: Readonly<Record<Addition['list'], string>> = {
  transaction: '',
  'fee-bump': ' (fee bump)',
  inner: ' (inner transaction)',
}

/** Names of some who sign; the list, where there are two, behind those who sign the same. */
const itemNames = (names: Names, items: readonly Addition[], isTwoLists: boolean, word: string): string => {
  const lists = isTwoLists ? [...new Set(items.map(({ list }) => list))] : (['transaction'] as const)
  return lists
    .map((list) => {
      const here = isTwoLists ? items.filter((one) => one.list === list) : items
      return `${joined(
        here.map((one) => unbroken(handedOver(names)(one))),
        word,
      )}${LISTS[list]}`
    })
    .join(' + ')
}

const profileText = (names: Names, known: NamedItems, profile: Profile, isTwoLists: boolean): string =>
  profile
    .map(({ count, keys }) => {
      const items = keys.flatMap((key) => known.get(key) ?? [])
      return count === keys.length
        ? itemNames(names, items, isTwoLists, 'and')
        : `${String(count)} of ${itemNames(names, items, isTwoLists, 'or')}`
    })
    .join(' + ')

/** A key, told apart from the same key in another list of a fee bump. */
const itemOf = ({ list, key }: Addition): string => `${list} ${key.strkey}`

/** The other ways to complete it: all of them, in few words where there are many. */
export const alternativeBlocks = (report: CompletionsReport): readonly Block[] => {
  const { names, collected, most, showsCost } = report
  const [, ...others] = collected.completions
  if (others.length === 0) return []
  const isTwoLists = new Set(collected.completions.flatMap(({ add }) => add.map(({ list }) => list))).size > 1
  const known = new Map(
    collected.completions.flatMap(({ add }) => add.map((one) => [itemOf(one), one] as const)),
  )
  const profiles = collected.isTruncated
    ? []
    : profilesOf(collected.completions.map(({ add }) => add.map(itemOf)))
  const isShort = profiles.length > 0 && profiles.length * 2 <= collected.completions.length && !showsCost
  const line = (text: string, cost?: number): Block =>
    paragraph(2, 4, span(text), ...(cost === undefined ? [] : [dim(` · cost ${String(cost)}`)]))
  if (isShort && profiles.length <= most)
    return [
      paragraph(0, 2, strong('Who can complete it'), dim(` · ${String(collected.completions.length)} ways`)),
      ...profiles.map((profile) => line(profileText(names, known, profile, isTwoLists))),
    ]
  const shown = others.slice(0, most)
  const rest = others.length - shown.length
  return [
    paragraph(0, 2, strong('Or instead')),
    ...shown.map(({ add, cost }) =>
      line(itemNames(names, add, isTwoLists, 'and'), showsCost ? cost : undefined),
    ),
    ...(rest > 0 || collected.isTruncated
      ? [paragraph(2, 4, dim(collected.isTruncated ? 'and more' : `and ${String(rest)} more`))]
      : []),
  ]
}
