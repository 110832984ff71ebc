/** Policies from texts in which `{anna}` stands for a worthless key, the same for the same name. */
import { isLeft } from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { key } from '../../../examples/generator/keys.js'
import type { Policy } from '../../../src/advice/policy/index.js'
import { readPolicy } from '../../../src/edge/source/index.js'
import type { Failure } from '../../../src/kernel/model/index.js'

/** `{anna}`, and never `{ any: 1 }`: YAML is written with a space after the bracket. */
const PLACEHOLDER = /\{([a-z0-9][a-z0-9._-]*)\}/g

/** The text of a policy with keys in place of `{alias}`. */
export const policyText = (text: string): string =>
  text.replaceAll(PLACEHOLDER, (_, alias: string) => key(alias))

const told = ({ code, message, position, help }: Failure): string => {
  const place = O.isSome(position) ? `${position.value.line}:${position.value.column} ` : ''
  return `${place}${code}: ${message}${O.isSome(help) ? ` (${help.value})` : ''}`
}

/** The policy of a text that must be right. */
export const policyFrom = (text: string, file = 'policy.quorate.yaml'): Policy => {
  const read = readPolicy(policyText(text), file)
  if (isLeft(read)) throw new Error(read.left.map(told).join('\n'))
  return read.right
}
