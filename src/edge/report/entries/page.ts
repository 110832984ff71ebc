/** One authorization entry alone: as a page for people, and as JSON. */
import * as O from 'fp-ts/lib/Option.js'
import type { AuthorizationEntry, Network } from '../../../kernel/model/index.js'
import type { Protocol } from '../../../kernel/protocol/index.js'
import type { EntryVerdict } from '../../soroban/index.js'
import type { AsOf } from '../as-of.js'
import { asOfBlocks, asOfJson, lackedHelp, lackedWord } from '../as-of-told.js'
import { networkJson } from '../json.js'
import type { Json } from '../json-list.js'
import { layOut, paragraph, row, type Block } from '../layout.js'
import type { Names } from '../names.js'
import { bad, dim, good, span, warn, type Line, type Span } from '../styled.js'
import { arrow, networkName } from '../text/mends.js'
import { NARROWEST, PAGE_WIDTH } from '../text/page.js'
import { entryJson } from './json.js'
import { entryBlocks, ENTRY_COLUMNS } from './rows.js'

/** An entry, what is said of it, and under which rules. */
export interface EntryReport {
  readonly network: Network
  readonly protocol: Protocol
  readonly ledger: O.Option<number>
  readonly entry: AuthorizationEntry
  readonly verdict: EntryVerdict
  readonly names: Names
  /** As of which ledger it is; left out where nobody was asked for accounts. */
  readonly asOf?: AsOf
}

const headline = ({ _tag }: EntryVerdict): Span => {
  switch (_tag) {
    case 'Authorizes':
      return good('✓ authorizes the call')
    case 'Refused':
      return bad('✗ authorizes nothing')
    case 'Undetermined':
      return warn('? undetermined')
    case 'BySource':
      return warn('? the signatures of the envelope decide')
    case 'ByContract':
      return warn('? a contract decides')
  }
}

const helpBlocks = ({ verdict, asOf }: EntryReport): readonly Block[] => {
  if (verdict._tag === 'BySource') return [arrow('judge the envelope: `quorate evaluate`')]
  if (verdict._tag !== 'Undetermined') return []
  return [
    paragraph(2, 4, span(`it depends on an account that is not ${lackedWord(asOf)}:`)),
    paragraph(4, 4, span(verdict.missing)),
    arrow(lackedHelp(asOf)),
  ]
}

const contextText = ({ network, protocol, ledger }: EntryReport): string =>
  `${networkName(network.passphrase)} · protocol ${String(protocol)}${O.isSome(ledger) ? ` · ledger ${String(ledger.value)}` : ''}`

/** The page, in lines of at most a width. */
export const entryPageOf =
  (width: number) =>
  (report: EntryReport): readonly Line[] => {
    const { entry, verdict, names } = report
    const code = verdict._tag === 'Refused' ? [span(` · ${verdict.reason}`)] : []
    return layOut(Math.max(NARROWEST, Math.min(width, PAGE_WIDTH)))([
      paragraph(0, 2, headline(verdict), ...code),
      ...helpBlocks(report),
      ...asOfBlocks(names, report.asOf),
      row(2, 2, [dim(contextText(report))], ENTRY_COLUMNS),
      ...entryBlocks(names, 'entry', entry, verdict),
    ])
  }

/** The object, in the order in which it is read. */
export const entryReportJson = ({
  network,
  protocol,
  ledger,
  entry,
  verdict,
  names,
  asOf,
}: EntryReport): Json => ({
  formatVersion: 1,
  ...entryJson(names, entry, verdict),
  network: networkJson(network),
  protocol,
  ledger: O.toNullable(ledger),
  ...asOfJson(asOf),
})
