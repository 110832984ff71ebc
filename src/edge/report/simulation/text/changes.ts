/** What changed on each account, one row a change. */
import * as O from 'fp-ts/lib/Option.js'
import { thresholdAt, THRESHOLD_LEVELS, type AccountId, type Signer } from '../../../../kernel/model/index.js'
import { padded, paragraph, type Block } from '../../layout.js'
import { accountLabel, keyLabel, type Names } from '../../names.js'
import { bad, dim, good, span, strong, unbroken, type Span } from '../../styled.js'
import { lumens } from '../amounts.js'
import type { AccountChange, Change } from '../change.js'

const LABEL = 13

const changeRow = (label: string, ...spans: readonly Span[]): Block =>
  paragraph(4, 4 + LABEL + 2, dim(unbroken(padded(label, LABEL))), ...spans)

const payer = (names: Names, sponsor: O.Option<AccountId>): string =>
  O.isSome(sponsor)
    ? `its reserve is paid by ${accountLabel(names)(sponsor.value)}`
    : 'it pays its own reserve now'

const weighed = (names: Names, { key, weight, sponsor }: Signer): string =>
  `${unbroken(`${keyLabel(names)(key)} ${String(weight)}`)}${O.isSome(sponsor) ? `, ${payer(names, sponsor)}` : ''}`

const rowOf = (names: Names, change: Change): Block => {
  const label = keyLabel(names)
  switch (change._tag) {
    case 'SignerAdded':
      return changeRow('signer', good('+'), span(` ${weighed(names, change.signer)}`))
    case 'SignerRemoved':
      return changeRow(
        'signer',
        bad('–'),
        span(` ${unbroken(`${label(change.signer.key)} ${String(change.signer.weight)}`)}`),
      )
    case 'WeightChanged':
      return changeRow(
        'weight',
        span(unbroken(`${label(change.key)} ${String(change.from)} → ${String(change.to)}`)),
        ...(change.to === 0 ? [dim(' no signer any more')] : []),
      )
    case 'SignerSponsor':
      return changeRow('signer', span(`${label(change.key)}: ${payer(names, change.sponsor)}`))
    case 'Sponsor':
      return changeRow('sponsor', span(payer(names, change.sponsor)))
    case 'Balance':
      return changeRow('balance', span(unbroken(`${lumens(change.from)} → ${lumens(change.to)} XLM`)))
    case 'Number':
      return changeRow(change.label, span(unbroken(`${change.from} → ${change.to}`)))
  }
}

const title = (names: Names, id: AccountId, ...more: readonly Span[]): Block =>
  paragraph(2, 4, strong(accountLabel(names)(id)), ...more)

/** What became of an account, under its name. */
export const changeBlocks =
  (names: Names) =>
  (change: AccountChange): readonly Block[] => {
    switch (change._tag) {
      case 'Created': {
        const { id, masterWeight, thresholds, state } = change.account
        const levels = THRESHOLD_LEVELS.map((level) => String(thresholdAt(level)(thresholds))).join('/')
        return [
          title(names, id, good(' + created')),
          changeRow('master', span(String(masterWeight))),
          changeRow('thresholds', span(levels)),
          ...(O.isSome(state)
            ? [changeRow('balance', span(unbroken(`${lumens(state.value.balance)} XLM`)))]
            : []),
          ...(O.isSome(state) && O.isSome(state.value.sponsor)
            ? [changeRow('sponsor', span(payer(names, state.value.sponsor)))]
            : []),
        ]
      }
      case 'Gone':
        return [title(names, change.id, bad(' – gone'))]
      case 'Changed':
        return [
          title(names, change.id),
          ...(change.changes.length === 0
            ? [paragraph(4, 4, dim('nothing that bears on authority'))]
            : change.changes.map((one) => rowOf(names, one))),
        ]
    }
  }
