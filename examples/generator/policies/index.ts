/** Policies of the examples, with keys in place of names. */
import { key } from '../keys.js'
import { CI_POLICIES } from './ci.js'

const filled = (text: string): string =>
  text.replace(/\{([a-z][a-z0-9-]*)\}/g, (_, alias: string) => key(alias))

/** Files by their path below `examples`. */
export const policyFiles = (): readonly (readonly [path: string, text: string])[] =>
  Object.entries(CI_POLICIES).map(([path, text]) => [`ci/${path}`, filled(text)])
