/** Operations by the words of policies: Horizon's names, and for `set_options` what it sets. */
import * as O from 'fp-ts/lib/Option.js'
import { STRANGER, STRANGER_KEY } from '../../../advice/policy/index.js'
import {
  isDetailedType,
  OPERATION_TYPES,
  utf8,
  type DetailedOperation,
  type Operation,
  type OperationType,
  type SetOptions,
} from '../../../kernel/model/index.js'

/** `ExtendFootprintTTL` as `extend_footprint_ttl`. */
const wordOf = (type: OperationType): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()

const NOTHING_SET: SetOptions = {
  _tag: 'SetOptions',
  source: O.none,
  inflationDestination: O.none,
  clearFlags: O.none,
  setFlags: O.none,
  masterWeight: O.none,
  lowThreshold: O.none,
  mediumThreshold: O.none,
  highThreshold: O.none,
  homeDomain: O.none,
  signer: O.none,
}

/** The flag after which a trust line needs the issuer's consent. */
const REQUIRED = 1

const SET_OPTIONS: readonly (readonly [string, SetOptions])[] = [
  ['set_options.signers', { ...NOTHING_SET, signer: O.some({ key: STRANGER_KEY, weight: 1 }) }],
  ['set_options.thresholds', { ...NOTHING_SET, mediumThreshold: O.some(1) }],
  ['set_options.master_weight', { ...NOTHING_SET, masterWeight: O.some(1) }],
  ['set_options.home_domain', { ...NOTHING_SET, homeDomain: O.some(utf8('example.com')) }],
  ['set_options.flags', { ...NOTHING_SET, setFlags: O.some(REQUIRED) }],
  ['set_options.inflation_dest', { ...NOTHING_SET, inflationDestination: O.some(STRANGER) }],
]

/** What `set_options` may be said to set. */
export const SET_OPTIONS_WORDS: readonly string[] = SET_OPTIONS.map(([word]) => word)

const DETAILED: Readonly<Record<Exclude<DetailedOperation['_tag'], 'SetOptions'>, Operation>> = {
  CreateAccount: {
    _tag: 'CreateAccount',
    source: O.none,
    destination: STRANGER,
    startingBalance: 10_000_000n,
  },
  Payment: { _tag: 'Payment', source: O.none, destination: STRANGER, issuer: O.none, amount: 1n },
  ManageData: { _tag: 'ManageData', source: O.none, name: utf8('name'), value: O.some(utf8('value')) },
  AccountMerge: { _tag: 'AccountMerge', source: O.none, destination: STRANGER },
  BumpSequence: { _tag: 'BumpSequence', source: O.none, bumpTo: 2n },
  BeginSponsoringFutureReserves: {
    _tag: 'BeginSponsoringFutureReserves',
    source: O.none,
    sponsored: STRANGER,
  },
  RevokeSponsorship: {
    _tag: 'RevokeSponsorship',
    source: O.none,
    target: { _tag: 'Account', account: STRANGER },
  },
}

const sampleOf = (type: Exclude<OperationType, 'SetOptions'>): Operation =>
  isDetailedType(type) ? DETAILED[type] : { _tag: type, source: O.none }

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ...OPERATION_TYPES.flatMap((type) =>
    type === 'SetOptions' ? [] : [[wordOf(type), sampleOf(type)] as const],
  ),
  ...SET_OPTIONS,
])

/** All words for operations. */
export const OPERATION_WORDS: readonly string[] = [...OPERATIONS.keys()]

/** Whether a text is a word for an operation. */
export const isOperationWord = (text: string): boolean => OPERATIONS.has(text)

/** An operation of a word: what it needs is right, its amounts and destinations are a stranger's. */
export const operationOf = (word: string): Operation => {
  const operation = OPERATIONS.get(word)
  if (operation === undefined) throw new Error('invariant: the word is one of an operation')
  return operation
}
