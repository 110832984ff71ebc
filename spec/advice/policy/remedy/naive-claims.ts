/**
 * Claims as their definitions say them, over all sets of keys, and all rules of a few keys: what remedies
 * are held against. No line of src is asked.
 */
import type { Answer, Claim, Formula } from '../../../../src/advice/policy/index.js'
import type { ThresholdLevel } from '../../../../src/kernel/model/index.js'

/** Keys as a bit mask in their order. */
export type Mask = number

/** Weights, and the quota of each level. */
export interface NaiveRule {
  readonly keys: readonly string[]
  readonly weights: readonly number[]
  readonly quotas: Readonly<Record<ThresholdLevel, number>>
}

const has = (mask: Mask, index: number): boolean => ((mask >> index) & 1) === 1
const size = (mask: Mask): number => mask.toString(2).replaceAll('0', '').length

export const weigh = ({ weights }: Pick<NaiveRule, 'weights'>, mask: Mask): number =>
  weights.reduce((sum, weight, index) => (has(mask, index) ? sum + weight : sum), 0)

const satisfies = ({ keys }: NaiveRule, mask: Mask, who: Formula): boolean =>
  who._tag === 'Key'
    ? keys.some((key, index) => key === who.key && has(mask, index))
    : who.of.filter((part) => satisfies({ keys, weights: [], quotas: NONE }, mask, part)).length >= who.count

const NONE = { Low: 1, Medium: 1, High: 1 }

const inside = ({ keys }: NaiveRule, mask: Mask, some: readonly string[]): number =>
  keys.filter((key, index) => has(mask, index) && some.includes(key)).length

/** What is to be said to a claim. Formulas speak of keys of the rule alone. */
export const naiveAnswer = (rule: NaiveRule, claim: Claim): Answer['_tag'] => {
  const level = 'at' in claim ? claim.at.level : 'High'
  const everybody = 2 ** rule.keys.length - 1
  const masks = Array.from({ length: everybody + 1 }, (_, mask) => mask)
  const wins = (mask: Mask): boolean => weigh(rule, mask) >= Math.max(1, rule.quotas[level])
  const holds = (good: boolean): Answer['_tag'] => (good ? 'Holds' : 'Violated')
  const weighing = masks.filter((mask) =>
    rule.weights.every((weight, index) => weight > 0 || !has(mask, index)),
  )
  const units = rule.weights.filter((weight) => weight > 0).length
  switch (claim._tag) {
    case 'Can':
      return holds(masks.every((mask) => !satisfies(rule, mask, claim.who) || wins(mask)))
    case 'Cannot': {
      const isEnough = (mask: Mask): boolean => satisfies(rule, mask, claim.who)
      const isJust = (mask: Mask): boolean =>
        isEnough(mask) && rule.keys.every((_, index) => !has(mask, index) || !isEnough(mask ^ (1 << index)))
      return holds(masks.every((mask) => !isJust(mask) || !wins(mask)))
    }
    case 'Every':
      return holds(masks.every((mask) => !wins(mask) || satisfies(rule, mask, claim.has)))
    case 'Needs':
      return holds(masks.every((mask) => !wins(mask) || inside(rule, mask, claim.of.keys) >= claim.count))
    case 'Survives': {
      const isBad = weighing.some((lost) => size(lost) <= claim.lose && !wins(everybody & ~lost))
      return isBad ? 'Violated' : claim.lose > units ? 'Vacuous' : 'Holds'
    }
    case 'Withstands': {
      const isBad = weighing.some((stolen) => size(stolen) <= claim.steal && wins(stolen))
      return isBad ? 'Violated' : claim.steal > units ? 'Vacuous' : 'Holds'
    }
    case 'Proper':
      return holds(masks.every((mask) => !wins(mask) || !wins(everybody & ~mask)))
    case 'Strong':
      return holds(masks.every((mask) => wins(mask) || wins(everybody & ~mask)))
    case 'Recovers':
    case 'Signatures':
    case 'Compare':
    case 'NoDeadlock':
    case 'NoDummies':
    case 'Interchangeable':
    case 'Ranks':
    case 'Power':
    case 'NoDictator':
    case 'NoVeto':
    case 'Reachable':
    case 'Nested':
      throw new Error('this claim has no naive answer')
  }
}

/** One rule of each kind that these keys can make at one level, with weights up to some number. */
export const allRules = (keys: readonly string[], most: number): readonly NaiveRule[] => {
  const rules = new Map<string, NaiveRule>()
  const masks = Array.from({ length: 2 ** keys.length }, (_, mask) => mask)
  for (let code = 0; code < (most + 1) ** keys.length; code++) {
    const weights = keys.map((_, index) => Math.floor(code / (most + 1) ** index) % (most + 1))
    const sums = masks.map((mask) => weigh({ weights }, mask))
    for (const quota of new Set(sums.flatMap((sum) => [Math.max(1, sum), sum + 1]))) {
      // Who weighs nothing is no signer, which some claims count.
      const signers = weights.filter((weight) => weight > 0).length
      const table = `${sums.map((sum) => (sum >= quota ? '1' : '0')).join('')} ${String(signers)}`
      if (!rules.has(table)) rules.set(table, { keys, weights, quotas: { Low: 1, Medium: 1, High: quota } })
    }
  }
  return [...rules.values()]
}
