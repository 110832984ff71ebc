/**
 * The digest of a policy: two policies that say the same have the same, wherever and in whichever order
 * they say it. Places, comments, names of files and what an account was filled from are not part of it.
 */
import { toHex, utf8, type Account } from '../../kernel/model/index.js'
import { sha256 } from '../../kernel/signature/index.js'
import type { Policy } from './policy.js'

const isOption = (value: object): value is { readonly _tag: 'None' | 'Some'; readonly value?: unknown } =>
  '_tag' in value && (value._tag === 'None' || value._tag === 'Some')

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const record = (value: object): string => {
  // One text that grows: policies are large, and lists of pieces of it would be too.
  let text = ''
  for (const name of Object.keys(value).sort()) {
    // Where something stands is nothing of what it is.
    if (name === 'place') continue
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical((value as Readonly<Record<string, unknown>>)[name])}`
  }
  return `{${text}}`
}

/** JSON without white space, the names of entries in order, bytes as hexadecimal, nothing as null. */
const canonical = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') return JSON.stringify(String(value))
  if (typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof Uint8Array) return JSON.stringify(toHex(value))
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (isOption(value)) return value._tag === 'None' ? 'null' : `[${canonical(value.value)}]`
  return record(value)
}

/** A list whose order says nothing. */
const unordered = (values: Iterable<unknown>): readonly string[] =>
  [...values].map(canonical).sort(compareTexts)

const accountOf = ({ id, masterWeight, thresholds, signers }: Account): unknown => ({
  id,
  master: masterWeight,
  thresholds,
  signers: unordered(signers.map(({ key, weight }) => [key.strkey, weight])),
})

/** The SHA-256 of what a policy says, in lower-case hexadecimal. */
export const digestOf = (policy: Policy): string => {
  const { network, keys, groups, accounts, assertions, tests, ignores, options } = policy
  const said = {
    network,
    keys: unordered(
      [...keys.values()].map((key) => ({ ...key, key: key.key.strkey, location: unordered(key.location) })),
    ),
    groups: unordered([...groups.values()].map(({ name, members }) => [name, unordered(members)])),
    accounts: unordered([...accounts.values()].map(({ name, account }) => [name, accountOf(account)])),
    assertions: unordered(assertions.map(({ on, ...one }) => ({ ...one, on: unordered(on) }))),
    tests: unordered(tests),
    ignores: unordered(ignores.map(({ on, ...one }) => ({ ...one, on: unordered(on) }))),
    options: unordered(
      options.map(({ rule, numbers }) => [
        rule,
        unordered([...numbers].map(([name, value]) => [name, value])),
      ]),
    ),
  }
  return toHex(sha256(utf8(canonical(said))))
}
