/** An assertion as text: what was promised, where, whether it holds, and everything that refutes it. */
import * as O from 'fp-ts/lib/Option.js'
import {
  levelOf,
  nameOf,
  verdictOf,
  type Answered,
  type Asserted,
  type Policy,
} from '../../../../advice/policy/index.js'
import { layOut, paragraph } from '../../layout.js'
import { dim, span, strong, type Line } from '../../styled.js'
import { counted } from '../../words.js'
import { claimCommand } from '../documentation.js'
import { evidenceOf, otherOf, type EvidenceContext } from '../evidence.js'
import { ANSWER_LOOKS } from '../symbols.js'
import { evidenceLines } from './evidence.js'
import { placeLine } from './finding.js'
import { repairBlocks } from './remedy.js'
import type { TextPage } from './text-page.js'

interface Told {
  readonly page: TextPage
  readonly policy: Policy
  readonly asserted: Asserted
  /** Columns before what is said to a claim; more where it has a line of its own. */
  readonly indent: number
}

const contextOf = ({ policy, asserted }: Told, { claim }: Answered): EvidenceContext => ({
  policy: O.some(policy),
  account: O.some(asserted.account),
  other: otherOf(claim),
})

const exhibitLines = (told: Told, answered: Answered): readonly Line[] => {
  const { page, asserted, indent } = told
  const { answer, claim } = answered
  if (answer._tag === 'Vacuous' || answer._tag === 'Unknown') return []
  const shown = answer._tag === 'Violated' ? answer.counterexample : answer.certificate
  const tolerated = answer._tag === 'Violated' ? O.toUndefined(answer.counterexample.tolerated) : undefined
  const place = { width: page.width, indent: indent + 2, file: asserted.assertion.place.file }
  const evidence = shown.exhibits.map(evidenceOf(contextOf(told, answered)))
  const level = O.some(levelOf(claim))
  const toleratedText =
    tolerated === undefined
      ? ''
      : `tolerated: ${counted(tolerated.holds, tolerated.unit)} (asked: ${String(tolerated.asked)})`
  const lines = evidence.flatMap((one, index) => {
    const isLast = index === evidence.length - 1
    const after = isLast && toleratedText !== '' ? [span(`, ${toleratedText}`)] : []
    return evidenceLines(place, level)(one, ...after)
  })
  return evidence.length === 0 && toleratedText !== ''
    ? layOut(page.width)([paragraph(indent + 2, indent + 4, span(toleratedText))])
    : lines
}

const saysLines = ({ page: { width }, policy, indent }: Told, { answer }: Answered): readonly Line[] => {
  const lay = layOut(width)
  switch (answer._tag) {
    case 'Holds':
      return lay([paragraph(indent, indent + 2, dim('because '), span(answer.certificate.says))])
    case 'Violated':
      return lay([paragraph(indent, indent, span(answer.counterexample.says))])
    case 'Vacuous':
      return lay([
        paragraph(indent, indent, span(answer.says)),
        paragraph(
          indent,
          indent,
          dim('Nothing could break it, so it promises nothing: this counts as violated.'),
        ),
        paragraph(indent, indent + 2, dim('help: '), span(answer.help)),
      ])
    case 'Unknown': {
      const { code, says, help, keys } = answer.why
      const names = keys.map((key) => nameOf(policy, key))
      const isSaid = names.every((name) => says.includes(name))
      return lay([
        paragraph(indent, indent, span(`not known[${code}]: ${says}`)),
        ...(isSaid ? [] : [paragraph(indent, indent + 2, dim('keys: '), span(names.join(', ')))]),
        paragraph(indent, indent, dim('Nothing is promised until it is known.')),
        paragraph(indent, indent + 2, dim('help: '), span(help)),
      ])
    }
  }
}

/** Whether the same is not known, or not claimed, of both: then it is said once, below the last. */
const isSaidBelow = ({ answer }: Answered, next: Answered | undefined): boolean => {
  const other = next?.answer
  if (answer._tag === 'Unknown' && other?._tag === 'Unknown')
    return answer.why.says === other.why.says && answer.why.help === other.why.help
  return answer._tag === 'Vacuous' && other?._tag === 'Vacuous' && answer.says === other.says
}

const answerLines = (
  told: Told,
  answered: Answered,
  hasHead: boolean,
  next: Answered | undefined,
): readonly Line[] => {
  const { page } = told
  const { symbol, role, word } = ANSWER_LOOKS[answered.answer._tag]
  const head = paragraph(2, 4, span(symbol, role), span(` ${page.says(answered.claim)}: ${word}`))
  return [
    ...(hasHead ? layOut(page.width)([head]) : []),
    ...((answered.answer._tag === 'Holds' && !page.verbose) || isSaidBelow(answered, next)
      ? []
      : [...saysLines(told, answered), ...exhibitLines(told, answered)]),
  ]
}

/** The lines of an assertion about one account. */
export const assertedLines = (page: TextPage, policy: Policy, asserted: Asserted): readonly Line[] => {
  const { assertion, account, answers } = asserted
  const { symbol, role, word } = ANSWER_LOOKS[verdictOf(asserted)]
  const [only, ...others] = answers
  const told: Told = { page, policy, asserted, indent: others.length > 0 ? 4 : 2 }
  const what = only !== undefined && others.length === 0 ? page.says(only.claim) : word
  return [
    ...layOut(page.width)([
      paragraph(0, 2, span(`${symbol} ${assertion.id}`, role), strong(` · ${account}: ${what}`)),
    ]),
    placeLine(assertion.place),
    ...answers.flatMap((answered, index) =>
      answerLines(told, answered, others.length > 0, answers[index + 1]),
    ),
    ...layOut(page.width)(repairBlocks(policy, asserted)),
    ...(verdictOf(asserted) === 'Holds' ? [] : [[dim('  see: '), span(claimCommand(assertion.form))]]),
  ]
}
