/** Authorization entries as rows of a page: who allows what, what is needed and what there is. */
import * as O from 'fp-ts/lib/Option.js'
import { toHex, type AuthorizationEntry } from '../../../kernel/model/index.js'
import type { DelegateVerdict, EntryCheck, EntryVerdict, SignatureVerdict } from '../../soroban/index.js'
import { row, type Block, type Cell } from '../layout.js'
import { keyLabel, type Names } from '../names.js'
import { bad, dim, good, span, unbroken, warn, type Span } from '../styled.js'
import { detail } from '../text/weights.js'
import { addressLabel, conditionsText, invocationText, reasonText } from './words.js'

const NEEDS = 8
const HAS = 6

/** The names of the two columns, as those of the requirements. */
export const ENTRY_COLUMNS: readonly Cell[] = [
  { span: dim('needs'), width: NEEDS },
  { span: dim('has'), width: HAS },
]

const symbolOf = ({ _tag }: EntryVerdict | SignatureVerdict): Span => {
  switch (_tag) {
    case 'Authorizes':
      return good('✓')
    case 'Refused':
      return bad('✗')
    case 'Undetermined':
      return warn('?')
    case 'BySource':
    case 'ByContract':
      return dim('–')
  }
}

const checkOf = (verdict: EntryVerdict | SignatureVerdict): EntryCheck | undefined => {
  if (verdict._tag === 'Refused') return O.toUndefined(verdict.check)
  return verdict._tag === 'Authorizes' || verdict._tag === 'Undetermined' ? verdict.check : undefined
}

const cellsOf = (verdict: EntryVerdict | SignatureVerdict): readonly Cell[] => {
  const check = checkOf(verdict)
  if (check === undefined || O.isNone(check.needed)) return []
  const has = String(check.counted)
  return [
    { span: span(String(check.needed.value)), width: NEEDS },
    { span: verdict._tag === 'Authorizes' ? good(has) : bad(has), width: HAS },
  ]
}

const countedText = (names: Names, { steps }: EntryCheck): string =>
  steps
    .filter(({ fate }) => fate === 'Counted')
    .map(({ key, weight, signature }) =>
      unbroken(`${keyLabel(names)(key)} ${String(weight)} (signature ${String(signature + 1)})`),
    )
    .join(', ')

const whoText = (names: Names, { credentials }: AuthorizationEntry): string => {
  if (credentials._tag === 'SourceAccount') return 'by the signatures of the envelope'
  const { address } = credentials
  const who = addressLabel(names)(address)
  return address._tag === 'Account' ? unbroken(`medium of ${who}`) : who
}

const tellReason = (names: Names, entry: AuthorizationEntry, verdict: EntryVerdict): readonly Block[] => {
  if (verdict._tag === 'Refused')
    return [detail('bad', reasonText(names, entry, verdict.reason, verdict.check))]
  if (verdict._tag === 'Undetermined')
    return [detail('warn', 'the account was not given, so who may sign for it is not known')]
  return verdict._tag === 'ByContract'
    ? [detail('plain', 'a contract decides by its own code, which is not judged here')]
    : []
}

const delegateRow = (names: Names, entry: AuthorizationEntry, one: DelegateVerdict): Block => {
  const name = `delegate ${one.path.map((index) => String(index + 1)).join('.')} · ${addressLabel(names)(one.address)}`
  if (O.isNone(one.verdict)) return row(6, 8, [dim(`– ${name}`)], [])
  const verdict = one.verdict.value
  const why =
    verdict._tag === 'Refused' ? ` · ${reasonText(names, entry, verdict.reason, verdict.check)}` : ''
  return row(6, 8, [symbolOf(verdict), span(` ${name}${why}`)], cellsOf(verdict))
}

const detailsOf = (names: Names, entry: AuthorizationEntry, verdict: EntryVerdict): readonly Block[] => {
  const check = checkOf(verdict)
  const who = check === undefined ? '' : countedText(names, check)
  const { credentials } = entry
  const until =
    credentials._tag === 'SourceAccount' ? '' : `, until ledger ${String(credentials.expirationLedger)}`
  return [
    ...(who === '' ? [] : [detail('plain', who)]),
    ...tellReason(names, entry, verdict),
    detail('dim', `allows ${invocationText(entry)}${until}`),
    ...(verdict._tag === 'BySource' ? [] : [detail('dim', `payload ${toHex(verdict.payload)}`)]),
    ...(verdict._tag === 'ByContract' ? verdict.delegates.map((one) => delegateRow(names, entry, one)) : []),
    ...('conditions' in verdict ? [detail('dim', conditionsText(verdict.conditions))] : []),
  ]
}

/** One entry, under a name such as `entry 2 of operation 1`. */
export const entryBlocks = (
  names: Names,
  name: string,
  entry: AuthorizationEntry,
  verdict: EntryVerdict,
): readonly Block[] => [
  row(2, 4, [symbolOf(verdict), span(` ${name} · ${whoText(names, entry)}`)], cellsOf(verdict)),
  ...detailsOf(names, entry, verdict),
]
