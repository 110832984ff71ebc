/** What came of a challenge, as a page for people. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { addressText, type Authenticated, type Challenge } from '../../sep10/index.js'
import { layOut, padded, paragraph, row, type Block } from '../layout.js'
import { accountLabel, keyLabel, type Names } from '../names.js'
import { bad, dim, good, HARD_SPACE, span, warn, type Line, type Span } from '../styled.js'
import { NARROWEST, PAGE_WIDTH } from '../text/page.js'
import { authenticationStateOf, levelText, type AuthenticationReport } from './authentication.js'

/** Columns before what is said of a part. */
const LABEL = 14

/** The last column is a space like any other: an address is a word of its own, and is not cut off its label. */
const labelled = (label: string, ...spans: readonly Span[]): Block =>
  paragraph(2, 2 + LABEL, span(`${padded(label, LABEL - 1).replaceAll(' ', HARD_SPACE)} `), ...spans)

const headline = (report: AuthenticationReport): Span => {
  switch (authenticationStateOf(report)) {
    case 'authenticated':
      return good('✓ authenticated')
    case 'refused':
      return bad('✗ not authenticated')
    case 'not-known':
      return warn('? not decided')
  }
}

const clientText = (names: Names, { client, memo }: Challenge): string => {
  const name = O.getOrElse(() => '')(names.account(client.account))
  return `${name === '' ? '' : `${name} · `}${addressText(client)}${O.isSome(memo) ? ` · memo ${String(memo.value)}` : ''}`
}

const challengeBlocks = (names: Names, challenge: Challenge): readonly Block[] => [
  labelled('client', span(clientText(names, challenge))),
  labelled('home domain', span(challenge.homeDomain)),
  ...(O.isSome(challenge.clientDomain)
    ? [
        labelled(
          'client domain',
          span(challenge.clientDomain.value.domain),
          dim(` · ${accountLabel(names)(challenge.clientDomain.value.account)}`),
        ),
      ]
    : []),
]

const ledgerText = (ledger: O.Option<number>): string =>
  O.isSome(ledger) ? ` · as of ledger ${String(ledger.value)}` : ''

const whoBlocks = (names: Names, who: Authenticated): readonly Block[] => [
  labelled(
    'account',
    span(who.exists ? 'exists' : 'does not exist: its own key speaks for it'),
    dim(ledgerText(who.ledger)),
  ),
  labelled(
    'weight',
    span(
      `${String(who.weight)}, needed ${String(who.needed)}${who.needed === 0 ? ' by at least one signer' : ''}`,
    ),
  ),
  ...who.signers.map(({ key, weight }) =>
    row(2 + LABEL, 4 + LABEL, [span(keyLabel(names)(key))], [{ span: span(String(weight)), width: 6 }]),
  ),
]

const refusalBlocks = ({ outcome, because }: AuthenticationReport): readonly Block[] => {
  if (E.isRight(outcome)) return []
  const { code, message, help } = outcome.left
  return [
    labelled('because', span(message), dim(` · ${code}`)),
    ...(O.isSome(because) ? [labelled('', dim(because.value.code))] : []),
    ...(O.isSome(help) ? [labelled('', dim(help.value))] : []),
  ]
}

/** The page, for a width of so many columns. */
export const authenticationPageOf =
  (width: number) =>
  (report: AuthenticationReport): readonly Line[] => {
    const { names, challenge, outcome, profile, level } = report
    return layOut(Math.max(NARROWEST, Math.min(width, PAGE_WIDTH)))([
      paragraph(0, 2, headline(report), dim(` · ${profile} · level ${String(levelText(level))}`)),
      ...(O.isSome(challenge) ? challengeBlocks(names, challenge.value) : []),
      ...(E.isRight(outcome) ? whoBlocks(names, outcome.right) : []),
      ...refusalBlocks(report),
    ])
  }
