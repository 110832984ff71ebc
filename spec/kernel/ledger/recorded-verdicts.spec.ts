/** `core-verdicts`, applied: operations of every type, whether this model follows them or not. */
import { expect } from 'chai'
import { xdr } from '@stellar/stellar-base'
import { innermostOf, type Envelope, type Operation } from '../../../src/kernel/model/index.js'
import {
  differencesOfApply,
  differencesOfValidation,
  typesIn,
  type Case,
  type Reading,
} from './recorded-comparison.js'
import { compareAll } from './tally.js'

/** Operations whose effects on accounts are followed; of all others success is assumed. */
const FOLLOWED: ReadonlySet<string> = new Set([
  'CreateAccount',
  'Payment',
  'SetOptions',
  'AccountMerge',
  'ManageData',
  'BumpSequence',
  'BeginSponsoringFutureReserves',
  'EndSponsoringFutureReserves',
  'RevokeSponsorship',
])

/** Operations that make an entry which stands in the way of a merge. */
const ENTRY_MAKERS: readonly string[] = ['ChangeTrust', 'CreateClaimableBalance']

const followsAll = (envelope: Envelope): boolean => [...typesIn(envelope)].every((type) => FOLLOWED.has(type))

interface ResultCode {
  readonly value: number
}

type Codes = Readonly<Record<string, (() => ResultCode) | undefined>>

/** `SET_OPTIONS_LOW_RESERVE` is `setOptionsLowReserve` to stellar-base, which knows its number. */
const numberOf = ({ _tag }: Operation, code: string): number => {
  const codes = (xdr as unknown as Readonly<Record<string, Codes>>)[`${_tag}ResultCode`]!
  const name = code.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  const make = codes[name]
  if (make === undefined) throw new Error(`stellar-base knows no ${name}`)
  return make().value
}

/** The file writes `opINNER` and a number where the kernel writes a name. */
const asNumbers = (codes: readonly string[], envelope: Envelope): readonly string[] =>
  codes.map((code, i) => {
    if (code.startsWith('op')) return code
    return `opINNER:${code.endsWith('_SUCCESS') ? 0 : numberOf(innermostOf(envelope).transaction.operations[i]!, code)}`
  })

/** Codes of a merge that fails for an entry: HAS_SUB_ENTRIES, and IS_SPONSOR of a claimable balance. */
const HELD_BY_AN_ENTRY: readonly string[] = ['opINNER:-4', 'opINNER:-7']

/** A merge that fails for an entry that an operation which is not followed made just before. */
const isHeld = ({ row, envelope }: Case, index: number): boolean => {
  const { operations } = innermostOf(envelope).transaction
  return (
    operations[index]?._tag === 'AccountMerge' &&
    HELD_BY_AN_ENTRY.includes(row.apply.opCodes[index]!) &&
    operations.some(
      ({ _tag }, i) => i < index && ENTRY_MAKERS.includes(_tag) && row.apply.opCodes[i] === 'opINNER:0',
    )
  )
}

/** What an operation failed with that is not followed, or that depends on one that is not. */
const toldBy =
  (one: Case) =>
  (index: number, { _tag }: Operation): string | undefined => {
    const code = one.row.apply.opCodes[index]
    const isTold = !FOLLOWED.has(_tag) || isHeld(one, index)
    return isTold && code?.startsWith('opINNER:-') === true ? code : undefined
  }

const READING: Reading = {
  codes: asNumbers,
  otherwise: toldBy,
  depth: (envelope) => (followsAll(envelope) ? 'everything' : 'authority'),
}

const exclude = ({ row }: Case): string | undefined => {
  if (row.protocol < 10) return 'applied before protocol 10'
  return row.apply.exception === undefined ? undefined : 'exception: the fee could not be charged'
}

/** How far the model was told what it cannot know, and how far the accounts are compared. */
const kind = (one: Case): string => {
  const { operations } = innermostOf(one.envelope).transaction
  if (followsAll(one.envelope)) return 'all followed, every field:'
  if (operations.some((_, i) => isHeld(one, i)))
    return 'a merge told that it fails for a new entry, authority:'
  return operations.some((operation, i) => toldBy(one)(i, operation) !== undefined)
    ? 'not followed and told that it fails, authority:'
    : 'not followed, authority:'
}

describe('ledger: recorded verdicts', () => {
  it('name what the network looks at first, where something other than signatures is wrong', () => {
    const tally = compareAll('core-verdicts', {
      differences: differencesOfValidation(READING),
      exclude: ({ row }) =>
        row.tags.some((tag) => tag.startsWith('nonsig:')) ? undefined : 'only signatures can be wrong',
    })
    expect(tally).to.deep.equal({
      agreed: { 'at 19': 88, 'before 19': 41 },
      excluded: { 'only signatures can be wrong': 3871 },
    })
  })

  it('leave, applied, the authority that stellar-core left; where all is followed, every field', () => {
    const differences = differencesOfApply(READING)
    expect(compareAll('core-verdicts', { differences, exclude, kind })).to.deep.equal({
      agreed: {
        'all followed, every field: at 19': 1324,
        'all followed, every field: before 19': 650,
        'not followed, authority: at 19': 980,
        'not followed, authority: before 19': 416,
        'not followed and told that it fails, authority: at 19': 257,
        'not followed and told that it fails, authority: before 19': 70,
        'a merge told that it fails for a new entry, authority: at 19': 6,
        'a merge told that it fails for a new entry, authority: before 19': 1,
      },
      excluded: {
        'applied before protocol 10': 266,
        'exception: the fee could not be charged': 30,
      },
    })
  })
})
