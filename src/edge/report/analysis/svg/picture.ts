/**
 * An analysis as a picture: who can do what at which level, whose groups can act, and what may be lost and
 * stolen. Words say what colours say; nothing is loaded from elsewhere.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isReachable, type AccountAnalysis } from '../../../../advice/coalition/index.js'
import type { Names } from '../../names.js'
import { joined, levelWord } from '../../words.js'
import { levelsText, numbersText, suppositionText } from '../account-words.js'
import { profileText } from '../coalition-words.js'
import { reachText } from '../facts.js'
import { headingOf, levelsAt, sameLevels, type AnalysisReport, type AnalyzedAccount } from '../report.js'
import { box, cut, escaped, SOFT_INK, stacked, text, WIDTH, wrapped, type Piece } from './element.js'
import { grids } from './grid.js'
import { matrix } from './matrix.js'

const LINE = 20
const MARGIN = 24
/** Kinds of groups that are written out; the text has all. */
const WRITTEN = 4

const lines = (head: string, contents: readonly string[]): Piece => ({
  height: LINE * (contents.length + 1),
  body: [
    text(0, 14, head, { weight: 'bold', size: 15 }),
    ...contents.map((content, index) => text(0, 14 + LINE * (index + 1), content)),
  ].join(''),
})

const never = (names: Names, { levels }: AccountAnalysis): readonly Piece[] => {
  const found = levels.filter(({ reach }) => reach._tag === 'Never')
  if (found.length === 0) return []
  const words = found.map(
    (level) => `${levelWord(level.level).toUpperCase()}: ${reachText(names, level) ?? ''}`,
  )
  const told = words.flatMap((word) => wrapped(word, WIDTH - 24))
  return [
    {
      height: told.length * LINE + 12,
      body:
        box(0, 0, WIDTH, told.length * LINE + 12, '#1a1a1a') +
        told
          .map((word, index) =>
            text(12, 20 + index * LINE, word, { fill: '#ffffff', weight: 'bold', size: 13 }),
          )
          .join(''),
    },
  ]
}

const groupsPiece = (names: Names, analysis: AccountAnalysis): Piece => {
  const told = sameLevels(analysis).flatMap((group) => {
    const [level, ...others] = levelsAt(analysis, group)
    if (level === undefined) return []
    const { items } = level.groups
    const profiles = items.slice(0, WRITTEN).map(profileText(names))
    const more = items.length > WRITTEN ? '; and more' : ''
    const who = level.reach._tag === 'Reachable' ? `${profiles.join('; or ')}${more}` : 'nobody'
    return wrapped(`${levelsText([level, ...others].map((one) => one.level))}: ${who}`, WIDTH)
  })
  return lines('Who can act', told)
}

const state = (names: Names, title: string, analysis: AccountAnalysis): Piece =>
  stacked([
    {
      height: 48,
      body:
        text(0, 20, cut(title, WIDTH, 22), { size: 20, weight: 'bold' }) +
        text(0, 42, numbersText(analysis.changed.account), { fill: SOFT_INK }),
    },
    ...never(names, analysis),
    matrix(names, analysis),
    groupsPiece(names, analysis),
    grids(sameLevels(analysis).map((group) => levelsAt(analysis, group))),
  ])

const accountPieces =
  (names: Names) =>
  ({ analysis, after }: AnalyzedAccount): readonly Piece[] => {
    const heading = headingOf(names, analysis)
    if (O.isNone(after)) return [state(names, heading, analysis)]
    const supposed = joined(after.value.suppositions.map((one) => suppositionText(names, one)))
    return [
      state(names, `${heading}, as it is`, analysis),
      state(names, `${heading}, if ${supposed}`, after.value.analysis),
    ]
  }

const description =
  (names: Names) =>
  (account: AnalyzedAccount): string => {
    const { analysis, after } = account
    const answer = O.isSome(after) ? after.value.analysis : analysis
    const levels = answer.levels.map(
      (level) =>
        `${levelWord(level.level)}: ${reachText(names, level) ?? level.groups.items.slice(0, WRITTEN).map(profileText(names)).join('; or ')}`,
    )
    return `${headingOf(names, analysis)}. ${isReachable(answer) ? '' : 'Some level can never be reached. '}${levels.join('. ')}.`
  }

/** The text of an SVG document. */
export const analysisPicture = ({ names, accounts }: AnalysisReport): string => {
  const { height, body } = stacked(accounts.flatMap(accountPieces(names)), 48)
  const [width, tall] = [WIDTH + 2 * MARGIN, height + 2 * MARGIN]
  const title = `Who can do what: ${joined(accounts.map(({ analysis }) => headingOf(names, analysis)))}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(tall)}" width="${String(width)}" height="${String(tall)}" role="img" aria-labelledby="quorate-title quorate-desc" font-family="system-ui, 'DejaVu Sans', sans-serif">`,
    `<title id="quorate-title">${escaped(title)}</title>`,
    `<desc id="quorate-desc">${escaped(accounts.map(description(names)).join(' '))}</desc>`,
    `<rect width="${String(width)}" height="${String(tall)}" fill="#ffffff"/>`,
    `<g transform="translate(${String(MARGIN)} ${String(MARGIN)})">`,
    body,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}
