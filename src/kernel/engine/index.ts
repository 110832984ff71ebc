/** Is this envelope authorized, and exactly why? */
export { type CheckResult, type Step } from './check.js'
export { audit, evaluate } from './evaluate.js'
export type { Judge } from './judgement.js'
export * from './explain.js'
export * from './mend.js'
export { type Refusal, type RefusalReason } from './refusal.js'
export * from './requirement.js'
export * from './verdict.js'
