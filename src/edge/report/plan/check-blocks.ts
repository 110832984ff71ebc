/** What was proved of a plan, check by check, with the people who show it. */
import type { Check, CheckId, Shown } from '../../../advice/plan/index.js'
import { coalitionText } from '../analysis/coalition-words.js'
import { paragraph, type Block } from '../layout.js'
import type { Names } from '../names.js'
import { bad, dim, good, span, warn, type Span } from '../styled.js'
import { levelWord } from '../words.js'

/** Checks as they are called. */
export const CHECK_WORDS: Readonly<Record<CheckId, string>> = {
  'never-locks': 'never locks',
  'no-weaker-window': 'no weaker window',
  'abort-safe': 'abort-safe',
  'signatures-fit': 'signatures fit',
  'no-operation-fails': 'no operation fails',
  reserve: 'reserve',
  'claims-hold': 'claims hold',
}

const symbolOf = ({ verdict, isNeeded }: Check): Span => {
  switch (verdict) {
    case 'holds':
      return good('✓')
    case 'violated':
      return bad('✗')
    case 'unknown':
      return isNeeded ? warn('?') : dim('–')
  }
}

/** In which account a set is weighed. */
export const stateText = (state: Shown['state']): string =>
  state === 'from' ? 'before' : state === 'to' ? 'after' : `after tx ${String(state.after)}`

/** A set and what it weighs: `who is left: anna and bruno (1 < 2 at high, after)`. */
export const shownBlock =
  (names: Names, indent: number) =>
  ({ title, keys, sum, quota, level, state }: Shown): Block =>
    paragraph(
      indent,
      indent + 2,
      dim(`${title}: `),
      span(coalitionText(names, keys)),
      dim(
        ` (${String(sum)} ${sum >= quota ? '≥' : '<'} ${String(quota)} at ${levelWord(level)}, ${stateText(state)})`,
      ),
    )

/** The lines of the checks; sets are shown where something is not known. What is violated is a reason, with its sets. */
export const checkBlocks = (names: Names, checks: readonly Check[]): readonly Block[] =>
  checks.flatMap((check) => [
    paragraph(2, 4, symbolOf(check), span(` ${CHECK_WORDS[check.id]}`), dim(` · ${check.says}`)),
    ...(check.verdict !== 'unknown' ? [] : check.exhibits.map(shownBlock(names, 6))),
  ])
