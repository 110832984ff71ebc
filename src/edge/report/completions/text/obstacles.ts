/** Why an envelope cannot be completed, one sentence an obstacle. */
import type { NotEnoughWeight, Obstacle } from '../../../../advice/select/index.js'
import type { Requirement } from '../../../../kernel/engine/index.js'
import type { Signer } from '../../../../kernel/model/index.js'
import { paragraph, type Block } from '../../layout.js'
import { accountLabel, keyLabel, type Names } from '../../names.js'
import { span, unbroken } from '../../styled.js'
import { REFUSALS } from '../../text/faults.js'
import { levelOf, subjectText } from '../../text/requirements.js'
import { joined, numbered } from '../../words.js'

/** `operation 1 payment: medium of joint`. */
const subjectOf = (names: Names, requirement: Requirement): string =>
  `${subjectText(requirement, requirement._tag === 'Operation' ? [requirement] : [])}: ${levelOf(names, requirement)}`

const weighed = (names: Names, signers: readonly Signer[]): string =>
  joined(signers.map(({ key, weight }) => unbroken(`${keyLabel(names)(key)} ${String(weight)}`)))

/** Signers who would add weight, and why they do not. */
const missed = (names: Names, signers: readonly Signer[], would: string, why: string): readonly string[] =>
  signers.length === 0
    ? []
    : [`${weighed(names, signers)} ${would}, but ${signers.length === 1 ? 'is' : 'are'} ${why}`]

const weightTexts = (
  names: Names,
  obstacle: NotEnoughWeight,
  lost: ReadonlySet<string>,
): readonly string[] => {
  const { requirement, needed, reached, available, unavailable, otherTransactions } = obstacle
  const subject = subjectOf(names, requirement)
  const could =
    available.length === 0 ? 'nobody can add to it' : `only ${weighed(names, available)} can still be added`
  return [
    needed === 0
      ? `${subject} needs one signer of any weight, and there is none that can sign`
      : `${subject} needs ${String(needed)} and has ${String(reached)}; ${could}`,
    ...missed(
      names,
      unavailable.filter(({ key }) => !lost.has(key.strkey)),
      'could sign',
      'not available',
    ),
    ...missed(
      names,
      unavailable.filter(({ key }) => lost.has(key.strkey)),
      'would count',
      'called lost',
    ),
    ...(otherTransactions.length === 0
      ? []
      : [`${weighed(names, otherTransactions)}: authorized in advance for another transaction than this`]),
  ]
}

/** What stands in the way; `lost` are StrKeys that a file calls so. */
export const obstacleTexts = (
  names: Names,
  obstacle: Obstacle,
  lost: ReadonlySet<string> = new Set(),
): readonly string[] => {
  switch (obstacle._tag) {
    case 'Form':
      return [REFUSALS[obstacle.reason]]
    case 'NoAccount':
      return [
        `the account ${accountLabel(names)(obstacle.account)} does not exist, and nobody can sign for it`,
      ]
    case 'NotSupported':
      return [`${subjectText(obstacle.requirement, [obstacle.requirement])}: this protocol does not know it`]
    case 'OperationsFail':
      return [
        `${numbered('operation', obstacle.operations)} fail${obstacle.operations.length === 1 ? 's' : ''} whoever signs (${obstacle.code})`,
      ]
    case 'ExtraSignerIsPreAuthTx':
      return [
        `the extra signer ${keyLabel(names)(obstacle.key)} is the hash of a transaction, which can never be that of the transaction that names it`,
      ]
    case 'NotEnoughWeight':
      return weightTexts(names, obstacle, lost)
    case 'TooManySignatures':
      return [
        `it takes at least ${String(obstacle.atLeast)} signatures, and a list holds ${String(obstacle.most)}`,
      ]
    case 'OldProtocol':
      return [
        `before protocol ${String(obstacle.since)} weights were added differently, which is not followed here`,
      ]
  }
}

/** All obstacles, a paragraph each. */
export const obstacleBlocks = (
  names: Names,
  obstacles: readonly Obstacle[],
  lost: ReadonlySet<string> = new Set(),
): readonly Block[] =>
  obstacles.flatMap((obstacle) =>
    obstacleTexts(names, obstacle, lost).map((text) => paragraph(2, 4, span(text))),
  )
