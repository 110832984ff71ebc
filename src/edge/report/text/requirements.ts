/** The requirements of one list as rows: what was needed, what there was, who counted, who still could. */
import * as O from 'fp-ts/lib/Option.js'
import type {
  CheckedOutcome,
  ListExplanation,
  Outcome,
  Requirement,
  Step,
} from '../../../kernel/engine/index.js'
import type { Signer } from '../../../kernel/model/index.js'
import { hintOf } from '../../../kernel/signature/index.js'
import { groupsOf, type Group } from '../group.js'
import { paragraph, row, type Block, type Cell } from '../layout.js'
import { accountLabel, keyLabel, type Names } from '../names.js'
import { bad, dim, good, span, strong, unbroken, warn, type Role, type Span } from '../styled.js'
import { joined, levelWord, numbered, operationWords } from '../words.js'

const NEEDS = 8
const HAS = 6

const cells = (needs: Span, has: Span): readonly Cell[] => [
  { span: needs, width: NEEDS },
  { span: has, width: HAS },
]

/** `source`, `operations 1-3 payment`: what a requirement is about, without its account. */
const subjectOf = ({ checked: { requirement }, operations }: Group): string => {
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

/** `low of joint`. */
const levelOf = (names: Names, requirement: Requirement): string =>
  requirement._tag === 'ExtraSigners'
    ? `all of ${String(requirement.keys.length)}`
    : unbroken(`${levelWord(requirement.level)} of ${accountLabel(names)(requirement.account)}`)

const weighed = (names: Names, { key, weight }: Signer): string =>
  unbroken(`${keyLabel(names)(key)} ${String(weight)}`)

const countedStep =
  (names: Names) =>
  (step: Step): readonly string[] => {
    switch (step._tag) {
      case 'Counted':
        return [`${weighed(names, step.signer)} ${unbroken(`(signature ${String(step.signature + 1)})`)}`]
      case 'PreAuthorized':
        return [`${weighed(names, step.signer)} (pre-authorized)`]
      case 'NotProved':
      case 'OverBudget':
        return []
    }
  }

/** Signers that could still sign for a check: a pre-authorized transaction is another one than this. */
export const couldAdd = ({ signers, steps }: CheckedOutcome): readonly Signer[] => {
  const counted = new Set(
    steps.flatMap((step) =>
      step._tag === 'Counted' || step._tag === 'PreAuthorized' ? [step.signer.key.strkey] : [],
    ),
  )
  return signers.filter(({ key }) => !counted.has(key.strkey) && O.isSome(hintOf(key)))
}

const DETAIL = 6

const detail = (role: Role, text: string): Block => paragraph(DETAIL, DETAIL + 2, span(text, role))

const lackOf = (names: Names, outcome: CheckedOutcome): readonly Block[] => {
  const could = couldAdd(outcome)
  const reach = outcome.counted + could.reduce((sum, { weight }) => sum + Math.min(weight, 255), 0)
  const nobody = outcome.counted === 0 && could.length === 0
  return [
    ...(nobody
      ? [detail('bad', 'nobody can sign for it: no signer has any weight')]
      : outcome.needed === 0
        ? [detail('plain', 'a threshold of 0 still needs one signer')]
        : []),
    ...(could.length > 0
      ? [detail('plain', `can still add: ${could.map((signer) => weighed(names, signer)).join(', ')}`)]
      : []),
    ...(!nobody && reach < outcome.needed
      ? [detail('bad', `out of reach: all signers together weigh ${String(reach)}`)]
      : []),
    ...(outcome.steps.some(({ _tag }) => _tag === 'OverBudget')
      ? [detail('bad', 'the budget of 1000 verifications was spent before every signature was tried')]
      : []),
  ]
}

const detailsOf = (names: Names, outcome: Outcome): readonly Block[] => {
  switch (outcome._tag) {
    case 'Checked': {
      const counted = outcome.steps.flatMap(countedStep(names))
      return [
        ...(outcome.rule === 'missing-account'
          ? [detail('plain', 'the account does not exist yet: only its own key can sign for it')]
          : []),
        ...(counted.length > 0 ? [detail('plain', counted.join(', '))] : []),
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

/** The requirements that a signature served: `source, operations 1-3`. */
export const servedBy = (list: ListExplanation, checks: readonly number[]): string => {
  const served = [...new Set(checks)].flatMap((check) => list.judgement.checks[check] ?? [])
  const operations = served.flatMap(({ requirement }) =>
    requirement._tag === 'Operation' ? [requirement.index] : [],
  )
  const others = served.flatMap((checked) =>
    checked.requirement._tag === 'Operation' ? [] : [subjectOf({ checked, positions: [], operations: [] })],
  )
  return joined([...others, ...(operations.length > 0 ? [numbered('operation', operations)] : [])], 'and')
}
