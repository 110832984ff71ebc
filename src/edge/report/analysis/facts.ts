/**
 * What is to be said of a level, line by line under a label: the same for text, for Markdown, and for
 * two states side by side.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { KindAnalysis, LevelAnalysis, Reach } from '../../../advice/coalition/index.js'
import type { Names } from '../names.js'
import type { Role } from '../styled.js'
import { counted } from '../words.js'
import { coalitionText, countText, MOST_GROUPS, profileLines } from './coalition-words.js'
import { powerLines } from './power-words.js'
import type { AnalysisReport } from './report.js'
import { toleranceText, type Mishap } from './tolerance-words.js'

/** Lines under a label. */
export interface Fact {
  readonly id: string
  readonly label: string
  readonly lines: readonly string[]
  readonly role: Role
}

const fact = (id: string, label: string, lines: readonly string[], role: Role = 'plain'): Fact => ({
  id,
  label,
  lines,
  role,
})

/** Why a level is out of reach; nothing where it is not. */
export const reachText = (names: Names, { reach, configured }: LevelAnalysis): string | undefined => {
  switch (reach._tag) {
    case 'Reachable':
      return undefined
    case 'OnlyInAdvance':
      return `no signatures reach it; only ${coalitionText(names, reach.by, 'or')}, authorized in advance, can`
    case 'Never':
      return `nobody can ever reach it: ${neverText(reach, configured.needed, totalOf(configured.game.players))}`
  }
}

const totalOf = (players: readonly { readonly weight: number }[]): number =>
  players.reduce((sum, { weight }) => sum + weight, 0)

const neverText = ({ why }: Extract<Reach, { _tag: 'Never' }>, needed: number, total: number): string => {
  switch (why) {
    case 'no-signer':
      return 'no signer has any weight'
    case 'too-little-weight':
      return `it takes ${String(needed)}, and all signers together weigh ${String(total)}`
    case 'too-many-signatures':
      return 'it takes more than the 20 signatures that a transaction can hold'
    case 'lost-keys':
      return 'those who can still sign weigh too little'
  }
}

const signaturesText = ({ fewest, most }: LevelAnalysis): string => {
  const [least, worst] = [fewest, most].map((set) => (O.isSome(set) ? set.value.length : 0))
  return least === worst
    ? counted(least ?? 0, 'signature')
    : `${counted(least ?? 0, 'signature')} at least, ${String(worst)} at most`
}

const groupLines = (names: Names, { groups, groupCount }: LevelAnalysis): readonly string[] => {
  const lines = profileLines(names)(groups)
  return lines.length > MOST_GROUPS
    ? [...lines, `${countText(groupCount.count, groupCount.truncated)} in all`]
    : lines
}

/** Whether anything is known of a kind, or it was asked for. */
const isTold = (level: LevelAnalysis, asked: readonly string[], { kind, loss }: KindAnalysis): boolean =>
  loss._tag !== 'Unknown' ||
  asked.includes(kind) ||
  level.ours.players.some(({ id, weight }) => weight > 0 && !loss.keys.includes(id))

const mishapFacts = (
  { names, asked }: AnalysisReport,
  mishap: Mishap,
  level: LevelAnalysis,
): readonly Fact[] =>
  level.kinds
    .filter((kind) => isTold(level, asked, kind))
    .map((kind) =>
      fact(
        `${mishap}-${kind.kind}`,
        `${mishap === 'loss' ? 'Loss' : 'Theft'} by ${kind.kind}`,
        [toleranceText(names, mishap)(kind)],
        kind[mishap]._tag === 'Unknown' || kind[mishap]._tag === 'Broken' ? 'warn' : 'plain',
      ),
    )

const reachedFacts = (report: AnalysisReport, level: LevelAnalysis): readonly Fact[] => {
  const { names, power } = report
  const { vetoes, alone, dummies, blocks, properness } = level
  return [
    fact('groups', 'Can act', groupLines(names, level), 'strong'),
    fact('veto', 'Always needed', [coalitionText(names, vetoes)], vetoes.length > 0 ? 'strong' : 'plain'),
    fact('alone', 'Enough alone', [coalitionText(names, alone, 'or')], alone.length > 0 ? 'strong' : 'plain'),
    ...(dummies.length > 0
      ? [fact('dummies', 'Never matters', [coalitionText(names, dummies)], 'warn')]
      : []),
    fact('blocks', 'Can stop it', profileLines(names)(blocks)),
    fact('signatures', 'Takes', [signaturesText(level)]),
    ...(properness._tag === 'Improper'
      ? [
          fact(
            'rivals',
            'Divided',
            [
              `${coalitionText(names, properness.rivals[0])} can act, and so can ${coalitionText(names, properness.rivals[1])}, without each other`,
            ],
            'warn',
          ),
        ]
      : []),
    ...mishapFacts(report, 'loss', level),
    ...mishapFacts(report, 'theft', level),
    ...(power ? [fact('power', 'Power', powerLines(names, level.power))] : []),
  ]
}

/** What is said of a level. */
export const factsOf = (report: AnalysisReport, level: LevelAnalysis): readonly Fact[] => {
  const why = reachText(report.names, level)
  if (level.reach._tag === 'Reachable') return reachedFacts(report, level)
  const theft = mishapFacts(report, 'theft', level).filter(({ role }) => role === 'warn')
  const isNever = level.reach._tag === 'Never'
  return [
    fact('reach', isNever ? 'OUT OF REACH' : 'In advance', [why ?? ''], isNever ? 'bad' : 'warn'),
    ...theft,
  ]
}
