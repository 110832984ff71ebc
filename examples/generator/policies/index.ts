/** Policies of the examples, with keys in place of names. */
import { key } from '../keys.js'
import { CI_POLICIES } from './ci.js'
import { OPS_LIVE, PLAN_POLICIES } from './plans.js'

const filled = (text: string): string =>
  text.replace(/\{([a-z][a-z0-9-]*)\}/g, (_, alias: string) => key(alias))

/** Files by their path below `examples`. */
export const policyFiles = (): readonly (readonly [path: string, text: string])[] => [
  ...Object.entries(CI_POLICIES).map(([path, text]) => [`ci/${path}`, filled(text)] as const),
  ...Object.entries(PLAN_POLICIES).map(([path, text]) => [`plans/${path}`, filled(text)] as const),
  ['plans/ops/horizon.json', OPS_LIVE(key)],
]
