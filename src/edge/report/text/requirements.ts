/** The requirements of one list as rows: what was needed, what there was, who counted, who still could. */
import type { ListExplanation, Outcome, Requirement } from '../../../kernel/engine/index.js'
import { groupsOf, type Group } from '../group.js'
import { row, type Block, type Cell } from '../layout.js'
import { accountLabel, type Names } from '../names.js'
import { bad, dim, good, span, strong, unbroken, warn, type Span } from '../styled.js'
import { joined, levelWord, numbered, operationWords } from '../words.js'
import { countedText, detail, lackOf } from './weights.js'

const NEEDS = 8
const HAS = 6

const cells = (needs: Span, has: Span): readonly Cell[] => [
  { span: needs, width: NEEDS },
  { span: has, width: HAS },
]

/** `source`, `operations 1-3 payment`: what a requirement is about, without its account. */
export const subjectText = (requirement: Requirement, operations: Group['operations']): string => {
  switch (requirement._tag) {
    case 'FeeSource':
      return 'fee source'
    case 'Source':
      return 'source'
    case 'ExtraSigners':
      return 'extra signers'
    case 'Operation': {
      const positions = numbered(
        'operation',
        operations.map(({ index }) => index),
      )
      const types = [...new Set(operations.map(({ operation }) => operationWords(operation)))]
      return types.length === 1 ? `${positions} ${types.join('')}` : `${positions} (${types.join(', ')})`
    }
  }
}

const subjectOf = ({ checked: { requirement }, operations }: Group): string =>
  subjectText(requirement, operations)

/** `low of joint`. */
export const levelOf = (names: Names, requirement: Requirement): string =>
  requirement._tag === 'ExtraSigners'
    ? `all of ${String(requirement.keys.length)}`
    : unbroken(`${levelWord(requirement.level)} of ${accountLabel(names)(requirement.account)}`)

const detailsOf = (names: Names, outcome: Outcome): readonly Block[] => {
  switch (outcome._tag) {
    case 'Checked': {
      const counted = countedText(names, outcome.steps)
      return [
        ...(outcome.rule === 'missing-account'
          ? [detail('plain', 'the account does not exist yet: only its own key can sign for it')]
          : []),
        ...(counted === '' ? [] : [detail('plain', counted)]),
        ...(outcome.met ? [] : lackOf(names, outcome)),
      ]
    }
    case 'NoAccount':
      return [detail('bad', 'the account does not exist, and nobody can sign for it')]
    case 'NotFetched':
      return [detail('warn', 'the account was not given, so who may sign for it is not known')]
    case 'NotSupported':
      return [detail('bad', 'this protocol does not know the operation')]
  }
}

const symbolOf = (outcome: Outcome): Span => {
  switch (outcome._tag) {
    case 'Checked':
      return outcome.met ? good('✓') : bad('✗')
    case 'NoAccount':
    case 'NotSupported':
      return bad('✗')
    case 'NotFetched':
      return warn('?')
  }
}

/** Extra signers have no account whose state could stand between them and their weight. */
const cellsOf = (outcome: Outcome, reached: boolean): readonly Cell[] => {
  if (outcome._tag !== 'Checked') return []
  const has = String(outcome.counted)
  return cells(
    reached ? span(String(outcome.needed)) : dim(String(outcome.needed)),
    reached ? (outcome.met ? good(has) : bad(has)) : dim(has),
  )
}

const rowOf = (names: Names, group: Group): Block => {
  const { requirement, outcome, reached } = group.checked
  const subject = `${subjectOf(group)} · ${levelOf(names, requirement)}`
  const spans = reached
    ? [symbolOf(outcome), span(` ${subject}`)]
    : [dim(`– ${subject} · ${unbroken('not reached')}`)]
  return row(2, 4, spans, cellsOf(outcome, reached))
}

/** What was told of a requirement before need not be told again: the same signers, counted alike. */
const sameAsBefore = (groups: readonly Group[], index: number): boolean => {
  const told = ({ checked: { outcome, requirement } }: Group): string | undefined =>
    outcome._tag === 'Checked' && requirement._tag !== 'ExtraSigners'
      ? JSON.stringify([requirement.account, outcome.met, outcome.needed, outcome.counted])
      : undefined
  const group = groups[index]
  const key = group === undefined || group.checked.reached ? undefined : told(group)
  return key !== undefined && groups.slice(0, index).some((before) => told(before) === key)
}

/** The requirements of a list, under a heading with the columns' names. */
export const requirementBlocks =
  (names: Names, title: string) =>
  ({ judgement }: ListExplanation): readonly Block[] => {
    const groups = groupsOf(judgement.checks)
    const heading = cells(dim('needs'), dim('has'))
    return [
      row(
        0,
        2,
        [strong(title)],
        groups.some(({ checked }) => checked.outcome._tag === 'Checked') ? heading : [],
      ),
      ...groups.flatMap((group, index) => [
        rowOf(names, group),
        ...(sameAsBefore(groups, index) ? [] : detailsOf(names, group.checked.outcome)),
      ]),
    ]
  }

/** Longer lists of operations are counted: each stands in the requirements. */
const LONGEST_LIST = 24

/** The requirements that a signature served: `source and operations 1-3`. */
export const servedBy = (list: Pick<ListExplanation, 'judgement'>, checks: readonly number[]): string => {
  const served = [...new Set(checks)].flatMap((check) => list.judgement.checks[check] ?? [])
  const operations = served.flatMap(({ requirement }) =>
    requirement._tag === 'Operation' ? [requirement.index] : [],
  )
  const others = served.flatMap((checked) =>
    checked.requirement._tag === 'Operation' ? [] : [subjectOf({ checked, positions: [], operations: [] })],
  )
  const listed = numbered('operation', operations)
  const told = listed.length <= LONGEST_LIST ? unbroken(listed) : `${String(operations.length)} operations`
  return joined([...others, ...(operations.length > 0 ? [told] : [])])
}
