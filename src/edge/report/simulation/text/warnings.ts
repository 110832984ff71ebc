/** Warnings in plain words; what one coalition gained at several levels is told once. */
import type { Warning } from '../../../../kernel/ledger/index.js'
import type { ThresholdLevel } from '../../../../kernel/model/index.js'
import { paragraph, type Block } from '../../layout.js'
import { accountLabel, keyLabel, type Names } from '../../names.js'
import { span, strong, warn } from '../../styled.js'
import { joined, levelWord } from '../../words.js'

type Escalation = Extract<Warning, { readonly code: 'escalation' }>

const LOST: Readonly<Record<ThresholdLevel, string>> = {
  Low: 'it can never be the source of a transaction again',
  Medium: 'it can never pay again',
  High: 'its signers and thresholds can never be changed again',
}

/** Everybody who gained the same on one account at one step. */
const escalationText = (names: Names, alike: readonly Escalation[]): string => {
  const [first] = alike
  if (first === undefined) return ''
  const levels = joined(alike.map(({ level }) => levelWord(level)))
  const who = first.coalition.map(keyLabel(names))
  const account = accountLabel(names)(first.account)
  return who.length === 1
    ? `${who.join('')} alone now reaches ${levels} of ${account}, and did not before`
    : `${joined(who)} together now reach ${levels} of ${account}, and did not before`
}

const textOf = (names: Names, warning: Exclude<Warning, Escalation>): string => {
  const account = 'account' in warning ? accountLabel(names)(warning.account) : ''
  switch (warning.code) {
    case 'locked-out':
      return `${account} is lost: nobody can ever act for it again, at any level`
    case 'level-out-of-reach':
      return `nobody can reach ${levelWord(warning.level)} of ${account} any more: ${LOST[warning.level]}`
    case 'pre-auth-dangling':
      return `the hash of this transaction stays a signer of ${account} (${keyLabel(names)(warning.key)}) and can never count: remove it to free its reserve`
    case 'preimage-public':
      return `the preimage of ${keyLabel(names)(warning.key)} is public now: anybody can use its weight on ${account}`
    case 'dead-envelope':
      return warning.reason === 'time-over'
        ? 'this envelope can never run: its time is over'
        : 'this envelope can never run: its sequence number is used'
    case 'sequence-gap':
      return `this envelope cannot run yet: sequence numbers of ${account} before its own were not used`
    case 'same-sequence':
      return `it has the same sequence number of ${account} as step ${String(warning.other + 1)}, and both were authorized in advance: only one of them can ever run`
    case 'sequence-exhausted':
      return `${account} has the largest sequence number there is: it can never be the source of a transaction again`
  }
}

const gainOf = ({ step, account, coalition }: Escalation): string =>
  [step, account, ...coalition.map(({ strkey }) => strkey)].join(' ')

/** One sentence a warning, with its step. */
export const warningTexts = (
  names: Names,
  warnings: readonly Warning[],
): readonly { readonly step: number; readonly text: string }[] => {
  const told = new Set<string>()
  return warnings.flatMap((warning) => {
    if (warning.code !== 'escalation') return [{ step: warning.step, text: textOf(names, warning) }]
    const gain = gainOf(warning)
    if (told.has(gain)) return []
    told.add(gain)
    const alike = warnings.flatMap((one) => (one.code === 'escalation' && gainOf(one) === gain ? [one] : []))
    return [{ step: warning.step, text: escalationText(names, alike) }]
  })
}

/** The warnings under a heading; steps are named where there are several. */
export const warningBlocks = (
  names: Names,
  warnings: readonly Warning[],
  isSequence: boolean,
): readonly Block[] =>
  warnings.length === 0
    ? []
    : [
        paragraph(0, 2, strong('Warnings')),
        ...warningTexts(names, warnings).map(({ step, text }) =>
          paragraph(2, 4, warn('!'), span(` ${isSequence ? `step ${String(step + 1)}: ` : ''}${text}`)),
        ),
      ]
