/** Warnings and assumptions as JSON. Steps and operations count from 0. */
import type { Assumption, Warning } from '../../../kernel/ledger/index.js'
import type { Json } from '../json-list.js'
import { kebab, levelWord } from '../words.js'

/** A warning: its code, its step, and what it is about. */
export const warningJson = (warning: Warning): Json => {
  const { code, step } = warning
  switch (warning.code) {
    case 'locked-out':
    case 'sequence-gap':
    case 'sequence-exhausted':
      return { code, step, account: warning.account }
    case 'level-out-of-reach':
      return { code, step, account: warning.account, level: levelWord(warning.level) }
    case 'escalation':
      return {
        code,
        step,
        account: warning.account,
        level: levelWord(warning.level),
        coalition: warning.coalition.map(({ strkey }) => strkey),
      }
    case 'pre-auth-dangling':
    case 'preimage-public':
      return { code, step, account: warning.account, key: warning.key.strkey }
    case 'dead-envelope':
      return { code, step, reason: warning.reason }
    case 'same-sequence':
      return { code, step, other: warning.other, account: warning.account }
  }
}

/** An assumption: its kind, and what it is about. */
export const assumptionJson = (assumption: Assumption): Json => {
  const kind = kebab(assumption._tag)
  switch (assumption._tag) {
    case 'OperationSucceeds':
      return { kind, operation: assumption.operation, type: assumption.type }
    case 'AccountNotFetched':
    case 'StateNotKnown':
      return { kind, account: assumption.account }
    case 'LedgerNotKnown':
      return { kind }
  }
}
