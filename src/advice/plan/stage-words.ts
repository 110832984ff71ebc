/** Why there is no way in stages, as reasons: the keys that stand in the way by the names that people have. */
import { list } from '../policy/index.js'
import type { Coalition } from '../../kernel/model/index.js'
import type { Shown } from './plan-check.js'
import type { RefusalReason } from './plan-refusal.js'
import type { NoStages, StageFault } from './stages/index.js'

type NameOf = (strkey: string) => string

/** A state that was tried and is none of the plan has no number. */
const TRIED = { after: 1 } as const

const sign = (keys: Coalition): string => (keys.length === 1 ? 'it signs' : 'they sign')

/** A fault in one sentence. */
const faultText = (nameOf: NameOf, fault: StageFault): string => {
  const names = list(fault.keys.map(nameOf))
  switch (fault._tag) {
    case 'GainsPower':
      return `In between ${names} could reach ${fault.level.toLowerCase()} (${String(fault.sums[1])} of ${String(fault.needed[1])}), and neither before (${String(fault.sums[0])} of ${String(fault.needed[0])}) nor after (${String(fault.sums[2])} of ${String(fault.needed[2])}).`
    case 'Locked':
      return fault.isOverfull
        ? `In between ${fault.level.toLowerCase()} would take more signatures than an envelope holds.`
        : `In between all keys together would weigh ${String(fault.sum)} of ${String(fault.needed)} at ${fault.level.toLowerCase()}.`
    case 'ProvenCannotAct':
      return `In between ${names}, of whom it is known that ${sign(fault.keys)}, would weigh ${String(fault.sum)} of ${String(fault.needed)} at ${fault.level.toLowerCase()}.`
    case 'ToleratesLess':
      return `In between the loss of ${names} would leave too few at ${fault.level.toLowerCase()}; ${String(fault.demanded)} may be lost before and after, there only ${String(fault.tolerated)}.`
    case 'NotAllowed':
      return 'In between the account would be none that the network allows.'
  }
}

const shownOf = (fault: StageFault): readonly Shown[] => {
  const shown = (title: string, sum: number, quota: number): readonly Shown[] =>
    fault._tag === 'NotAllowed'
      ? []
      : [{ title, level: fault.level, state: TRIED, keys: fault.keys, sum, quota }]
  switch (fault._tag) {
    case 'GainsPower':
      return shown('could act in between only', fault.sums[1], fault.needed[1])
    case 'Locked':
      return shown('all keys', fault.sum, fault.needed)
    case 'ProvenCannotAct':
      return shown('who is known to sign', fault.sum, fault.needed)
    case 'ToleratesLess':
    case 'NotAllowed':
      return []
  }
}

const says = (nameOf: NameOf, { reason }: NoStages): string => {
  switch (reason._tag) {
    case 'NobodySigns':
      return 'Those who can sign cannot change the account as it is.'
    case 'NewKeysUnavailable':
      return `${list(reason.keys.map(nameOf))} cannot sign, and ${reason.keys.length === 1 ? 'is a new key that is' : 'are new keys that are'} to show that ${sign(reason.keys)}.`
    case 'NoPlace':
      return reason.isUnpaid
        ? 'The account cannot pay for one signer more, and a new key has to be a signer before it matters.'
        : `The account has ${String(reason.signers)} signers, and no place for a new key before an old one goes.`
    case 'NoSignatureLeft':
      return `${String(reason.signers.length)} signatures are needed to change the account, and an envelope holds no more: none is left for a new key to show that it signs.`
    case 'NumbersTooLarge':
      return `At ${reason.level.toLowerCase()} the threshold is ${String(reason.needed)}: no numbers up to 255 were found with which a new key could be added without power.`
    case 'Unsafe':
      return 'Every way in stages comes through a state that is safe for nobody.'
  }
}

const SEP53 =
  'Let the new keys sign a message outside the network (SEP-53), and change the account in one transaction.'

/** The reason that there is no way in stages. */
export const noStagesReason = (nameOf: NameOf, found: NoStages): RefusalReason => {
  const faults = found.faults.slice(0, 3)
  const isUnpaid = found.reason._tag === 'NoPlace' && found.reason.isUnpaid
  return {
    code: isUnpaid ? 'reserve-short' : 'no-safe-stages',
    says: [says(nameOf, found), ...faults.map((fault) => faultText(nameOf, fault))].join(' '),
    help: isUnpaid ? 'Send lumens first.' : SEP53,
    exhibits: faults.flatMap(shownOf),
  }
}
