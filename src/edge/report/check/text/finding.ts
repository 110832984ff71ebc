/** A finding as text: how bad, what, where, with whom, and what to do. */
import * as O from 'fp-ts/lib/Option.js'
import type { Finding, Severity } from '../../../../advice/lint/index.js'
import type { Place, Policy } from '../../../../advice/policy/index.js'
import { layOut, paragraph } from '../../layout.js'
import { dim, span, strong, unbroken, type Line, type Role } from '../../styled.js'
import { effectText, suppressionText } from '../change-words.js'
import type { Suppression } from '../check-report.js'
import { ruleCommand } from '../documentation.js'
import { evidenceOf } from '../evidence.js'
import { placeText } from '../shown-place.js'
import { evidenceLines } from './evidence.js'
import type { TextPage } from './text-page.js'

const ROLES: Readonly<Record<Severity, Role>> = { error: 'bad', warning: 'warn', note: 'dim' }

/** Where something is said. The line is never broken, so that it can be searched for and followed. */
export const placeLine = (place: Place): Line => [dim('  --> '), span(placeText(place))]

/** Places that go with a finding, each once: keys of one group are written in one place. */
const relatedOnce = (related: Finding['related']): Finding['related'] => [
  ...new Map(related.map((one) => [`${placeText(one.place)} ${one.says}`, one])).values(),
]

/** The lines of a finding; `suppressed` says why it does not count. */
export const findingLines = (
  page: Pick<TextPage, 'width'>,
  policy: O.Option<Policy>,
  finding: Finding,
  suppressed: O.Option<Suppression>,
): readonly Line[] => {
  const { rule, severity, account, place, says, help, exhibits, related, fix } = finding
  const lay = layOut(page.width)
  const evidence = exhibits.map(evidenceOf({ policy, account, other: O.none }))
  const where = { width: page.width, indent: 4, file: place.file }
  return [
    ...lay([
      paragraph(
        0,
        2,
        span(`${severity}[${rule}]`, O.isSome(suppressed) ? 'dim' : ROLES[severity]),
        strong(`: ${says}`),
      ),
    ]),
    placeLine(place),
    ...evidence.flatMap((one) => evidenceLines(where, O.none)(one)),
    ...lay(
      relatedOnce(related).map((one) =>
        paragraph(2, 6, dim('--> '), span(unbroken(placeText(one.place))), span(`: ${one.says}`)),
      ),
    ),
    ...lay([
      paragraph(2, 4, dim('help: '), span(help)),
      ...(O.isSome(fix)
        ? [paragraph(2, 4, dim('fix: '), span(fix.value.says), dim(` (${effectText(fix.value)})`))]
        : []),
      ...(O.isSome(suppressed) ? [paragraph(2, 4, dim(suppressionText(suppressed.value)))] : []),
    ]),
    [dim('  see: '), span(ruleCommand(rule))],
  ]
}
