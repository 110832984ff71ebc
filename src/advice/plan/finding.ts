/** What a question about a plan came to: the check, and the reasons to refuse the plan. */
import type { Check, CheckId } from './plan-check.js'
import type { RefusalReason } from './plan-refusal.js'

/** A check, and a reason at least where it is violated. */
export interface Finding {
  readonly check: Check
  readonly reasons: readonly RefusalReason[]
}

/** A check that holds. */
export const holds = (id: CheckId, says: string, exhibits: Check['exhibits'] = []): Finding => ({
  check: { id, verdict: 'holds', says, exhibits, isNeeded: true },
  reasons: [],
})

/** A check that cannot be decided. */
export const notKnown = (
  id: CheckId,
  says: string,
  isNeeded = true,
  exhibits: Check['exhibits'] = [],
): Finding => ({
  check: { id, verdict: 'unknown', says, exhibits, isNeeded },
  reasons: [],
})

/** A check that is violated, and why that refuses the plan. */
export const violated = (
  id: CheckId,
  says: string,
  reasons: readonly [RefusalReason, ...RefusalReason[]],
): Finding => ({
  check: {
    id,
    verdict: 'violated',
    says,
    exhibits: reasons.flatMap(({ exhibits }) => exhibits),
    isNeeded: true,
  },
  reasons,
})

/** `1 signature`, `2 signatures`. */
export const several = (count: number, thing: string): string =>
  `${String(count)} ${thing}${count === 1 ? '' : 's'}`
