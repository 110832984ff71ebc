/** What was wrong, in one sentence a fault. */
import * as O from 'fp-ts/lib/Option.js'
import type { Checked, Judgement, RefusalReason } from '../../../kernel/engine/index.js'
import { accountLabel, keyLabel, type Names } from '../names.js'
import { counted, joined, levelWord, numbered, operationWords } from '../words.js'
import { couldAdd } from './weights.js'

/** Reasons for which the network refuses an envelope by its form, in words. */
export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  'fee-bump-not-supported': 'this protocol does not know fee bumps, which came with protocol 13',
  'v1-envelope-not-supported': 'this protocol does not know v1 envelopes, which came with protocol 13',
  'muxed-account-not-supported': 'this protocol does not know muxed accounts, which came with protocol 13',
  'preconditions-v2-not-supported':
    'this protocol does not know preconditions of this form, which came with protocol 19',
  'extra-signer-twice': 'the two extra signers are the same',
  'extra-signer-without-payload': 'an extra signer is a signed payload with an empty payload',
  'no-operations': 'the transaction has no operations',
  'soroban-not-supported': 'this protocol does not know smart contracts, which came with protocol 20',
  'soroban-not-alone': 'a smart contract operation must be the only one of its transaction',
  'soroban-without-resources': 'a smart contract operation stands here without its resources',
  'resources-without-soroban': 'resources for smart contracts are declared, and no operation uses them',
  'soroban-memo-or-muxed-source': 'a smart contract call may carry neither a memo nor a muxed source',
  'credentials-not-supported':
    'an authorization entry has credentials that this protocol does not know, which came with protocol 27',
}

/** Why one check failed. */
const lackText = (names: Names, { requirement, outcome }: Checked, subject: string): string => {
  if (requirement._tag === 'ExtraSigners') {
    const absent = outcome._tag === 'Checked' ? couldAdd(outcome) : []
    return `${subject} must all sign; missing: ${joined(absent.map(({ key }) => keyLabel(names)(key)))}`
  }
  const account = accountLabel(names)(requirement.account)
  switch (outcome._tag) {
    case 'Checked':
      if (outcome.rule === 'missing-account')
        return `${subject}: the account ${account} does not exist yet, and its own key has not signed`
      return outcome.needed === 0
        ? `${subject}: no signature counts for ${account}`
        : `${subject}: ${levelWord(requirement.level)} of ${account} needs ${String(outcome.needed)} and has ${String(outcome.counted)}`
    case 'NoAccount':
      return `${subject}: the account ${account} does not exist`
    case 'NotSupported':
      return `${subject}: this protocol does not know the operation`
    case 'NotFetched':
      return `${subject}: the account ${account} was not given`
  }
}

const subjectWord = ({ requirement }: Checked): string => {
  switch (requirement._tag) {
    case 'FeeSource':
      return 'fee source'
    case 'Source':
      return 'source'
    case 'ExtraSigners':
      return 'extra signers'
    case 'Operation':
      return `operation ${String(requirement.index + 1)} ${operationWords(requirement.operation)}`
  }
}

/** An operation whose signatures pass, and which fails when its turn comes. */
const runText = ({ operations }: Judgement, index: number): string =>
  O.toUndefined(operations[index] ?? O.none) === 'opNOT_SUPPORTED'
    ? 'this protocol does not know the operation'
    : 'its account does not exist when its turn comes'

const operationText = (names: Names, judgement: Judgement, index: number): string => {
  const checked = judgement.checks.find(
    ({ requirement }) => requirement._tag === 'Operation' && requirement.index === index,
  )
  if (checked === undefined) return `operation ${String(index + 1)}`
  const subject = subjectWord(checked)
  return checked.outcome._tag === 'Checked' && checked.outcome.met
    ? `${subject}: ${runText(judgement, index)}`
    : lackText(names, checked, subject)
}

/** Why a list was refused; nothing where it was not. */
export const faultText = (names: Names, judgement: Judgement): readonly string[] => {
  if (O.isNone(judgement.fault)) return []
  const fault = judgement.fault.value
  switch (fault._tag) {
    case 'Form':
      return [REFUSALS[fault.reason]]
    case 'Requirement': {
      const checked = judgement.checks[fault.check]
      return checked === undefined ? [] : [lackText(names, checked, subjectWord(checked))]
    }
    case 'Operations': {
      const [first, ...others] = fault.operations
      return [
        ...(first === undefined ? [] : [operationText(names, judgement, first)]),
        ...(others.length > 0 ? [`and ${counted(others.length, 'more operation')} below`] : []),
      ]
    }
    case 'Surplus': {
      const { signatures } = fault
      return [
        `${numbered('signature', signatures)} ${signatures.length === 1 ? 'is' : 'are'} used by nothing, and the network takes no signature too many`,
      ]
    }
  }
}
