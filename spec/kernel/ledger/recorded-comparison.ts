/** Compares what the kernel says of a recorded transaction, and leaves behind, with what stellar-core did. */
import * as O from 'fp-ts/lib/Option.js'
import { advance, validate, type Applied, type Otherwise } from '../../../src/kernel/ledger/index.js'
import { innermostOf, type Envelope, type LedgerView } from '../../../src/kernel/model/index.js'
import {
  accountIn,
  accountsIn,
  closedView,
  envelopeIn,
  knownIn,
  prove,
  recordedHeader,
  sponsorsIn,
  type RecordedRow,
  type RecordedVerdict,
} from './recorded-row.js'
import { written, type Depth } from './written-account.js'

/** A row with what stands in it decoded. */
export interface Case {
  readonly row: RecordedRow
  readonly envelope: Envelope
  readonly view: LedgerView
}

export const caseOf = (row: RecordedRow): Case => ({
  row,
  envelope: envelopeIn(row.envelope, row.networkPassphrase),
  view: closedView(accountsIn(row)),
})

/** How a file writes operation codes, and how far its accounts are followed. */
export interface Reading {
  /** The kernel's codes as the file writes them. */
  readonly codes: (codes: readonly string[], envelope: Envelope) => readonly string[]
  readonly otherwise: (one: Case) => Otherwise
  readonly depth: (envelope: Envelope) => Depth
}

const differing = (what: string, expected: unknown, said: unknown): readonly string[] => {
  const [a, b] = [JSON.stringify(expected), JSON.stringify(said)]
  return a === b ? [] : [`${what}: stellar-core ${a}, here ${b}`]
}

interface Said {
  readonly code: string
  readonly innerCode: O.Option<string>
  readonly operations: readonly string[]
}

const differingVerdict = (
  recorded: RecordedVerdict,
  said: Said,
  reading: Reading,
  envelope: Envelope,
): readonly string[] => [
  ...differing('code', recorded.code, said.code),
  ...differing('inner code', recorded.innerCode, O.toUndefined(said.innerCode)),
  ...differing('operations', recorded.opCodes, reading.codes(said.operations, envelope)),
]

/** What a valid envelope is reported as: every operation begins as a success, and stays one. */
const asValid = ({ envelope, row }: Case): Said => ({
  code: envelope._tag === 'FeeBump' ? 'txFEE_BUMP_INNER_SUCCESS' : 'txSUCCESS',
  innerCode: envelope._tag === 'FeeBump' ? O.some('txSUCCESS') : O.none,
  operations: row.validate.opCodes,
})

/** Where validation differs. */
export const differencesOfValidation =
  (reading: Reading) =>
  (one: Case): readonly string[] => {
    const { row, view, envelope } = one
    const said = validate(recordedHeader(row.protocol), prove)(view)(envelope)
    if (said._tag === 'Undetermined') return ['undetermined in a closed world']
    if (said._tag === 'Refused') return differingVerdict(row.validate, said, reading, envelope)
    const unhappy = row.validate.opCodes.filter((code) => !/_SUCCESS$|^opINNER:0$/.test(code))
    const plain: Reading = { ...reading, codes: (codes) => codes }
    return [
      ...differing('operations that fail', unhappy, []),
      ...differingVerdict(row.validate, asValid(one), plain, envelope),
    ]
  }

const differingAccounts = ({ row, view }: Case, after: LedgerView, depth: Depth): readonly string[] => {
  const { accountsAfter, created = [], accountSponsorsAfter } = row.apply
  const before = [...view.accounts.keys()]
  const say = written(depth)
  // Who pays an account's reserve is compared on its own below, where the file has it.
  const blank = (text: string): string => text.replace(/,"sponsor":"\w+"/, '')
  const compare = (what: string, entry: string | null, id = accountIn(entry!).id): readonly string[] => {
    const expected = entry === '=' ? knownIn(view, id) : entry === null ? undefined : accountIn(entry)
    return differing(what, blank(say(expected)), blank(say(knownIn(after, id))))
  }
  const others = [...after.accounts.keys()].filter((id) => !before.includes(id) && knownIn(after, id))
  return [
    ...accountsAfter.flatMap((entry, i) => compare(`account ${i}`, entry, before[i])),
    ...created.flatMap((entry) => compare('created', entry)),
    ...(row.apply.created === undefined
      ? []
      : differing('created', created.map((entry) => accountIn(entry).id).toSorted(), others.toSorted())),
    ...(row.apply.created === undefined
      ? []
      : differing(
          'sponsors of accounts',
          Object.entries(accountSponsorsAfter ?? {})
            .map(([id, sponsor]) => `${id} ${sponsor}`)
            .toSorted(),
          sponsorsIn(after),
        )),
  ]
}

const differingFee = ({ apply }: RecordedRow, { feeCharged }: Applied): readonly string[] =>
  apply.feeCharged === undefined
    ? []
    : differing('fee', String(apply.feeCharged), String(O.toUndefined(feeCharged)))

/** Where the closing of the ledger differs: in what was said, or in any account afterwards. */
export const differencesOfApply =
  (reading: Reading) =>
  (one: Case): readonly string[] => {
    const { row, view, envelope } = one
    const applied = advance(recordedHeader(row.protocol), prove, reading.otherwise(one))(view)(envelope)
    if (applied._tag === 'Undetermined') return ['undetermined in a closed world']
    return [
      ...differingVerdict(row.apply, applied, reading, envelope),
      ...differingFee(row, applied),
      ...differingAccounts(one, applied.view, reading.depth(envelope)),
    ]
  }

/** Tags of the operations that run, each once. */
export const typesIn = (envelope: Envelope): ReadonlySet<string> =>
  new Set(innermostOf(envelope).transaction.operations.map(({ _tag }) => _tag))
