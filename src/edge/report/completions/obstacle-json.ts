/** Why an envelope cannot be completed, as JSON. */
import type { Obstacle } from '../../../advice/select/index.js'
import type { Requirement } from '../../../kernel/engine/index.js'
import type { Signer } from '../../../kernel/model/index.js'
import type { Json } from '../json-list.js'
import { kebab, levelWord } from '../words.js'

/** What a requirement is about: whose account at which level, and for which operation. */
export const requirementJson = (requirement: Requirement): Readonly<Record<string, Json>> =>
  requirement._tag === 'ExtraSigners'
    ? { requirement: 'extra-signers', account: null, level: null, operation: null }
    : {
        requirement: kebab(requirement._tag),
        account: requirement.account,
        level: levelWord(requirement.level),
        operation: requirement._tag === 'Operation' ? requirement.index : null,
      }

const signersJson = (signers: readonly Signer[]): Json =>
  signers.map(({ key, weight }) => ({ key: key.strkey, weight }))

/** An obstacle: its kind, and its numbers. */
export const obstacleJson = (obstacle: Obstacle): Json => {
  const kind = kebab(obstacle._tag)
  switch (obstacle._tag) {
    case 'Form':
      return { kind, list: obstacle.list, reason: obstacle.reason }
    case 'NoAccount':
      return { kind, list: obstacle.list, account: obstacle.account }
    case 'NotSupported':
      return { kind, ...requirementJson(obstacle.requirement) }
    case 'OperationsFail':
      return { kind, code: obstacle.code, operations: obstacle.operations }
    case 'ExtraSignerIsPreAuthTx':
      return { kind, key: obstacle.key.strkey }
    case 'NotEnoughWeight':
      return {
        kind,
        list: obstacle.list,
        ...requirementJson(obstacle.requirement),
        needed: obstacle.needed,
        reached: obstacle.reached,
        available: signersJson(obstacle.available),
        unavailable: signersJson(obstacle.unavailable),
        otherTransactions: signersJson(obstacle.otherTransactions),
      }
    case 'TooManySignatures':
      return { kind, list: obstacle.list, atLeast: obstacle.atLeast, most: obstacle.most }
    case 'OldProtocol':
      return { kind, protocol: obstacle.protocol, since: obstacle.since }
  }
}
