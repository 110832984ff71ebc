/**
 * What the library says of unreadable bytes, in words for people (js-xdr 4).
 *
 * Its messages are the only thing that it gives; `spec/edge/xdr/fault-reason.spec.ts` holds these patterns
 * against it, so that another version of it cannot go unnoticed.
 */

type Rule = readonly [pattern: RegExp, say: (first: string, second: string, third: string) => string]

const unit = (type: string): string => (type === 'VarArray' ? 'entries' : 'bytes')

const RULES: readonly Rule[] = [
  [/^unknown (\w+) member for value (-?\d+)$/, (type, value) => `${value} is no known ${type}`],
  [/^Bad union switch: (-?\d+)$/, (value) => `${value} is no known variant`],
  // An enum member that has a name elsewhere, but no meaning at this place.
  [/^Bad union switch: /, () => 'a variant that cannot stand here'],
  [/^got (-?\d+) when trying to read a bool$/, (value) => `${value} where only 0 or 1 can stand`],
  [
    /^saw (\d+) length (VarArray|VarOpaque|String), max allowed is (\d+)$/,
    (length, type, max) => `${length} ${unit(type)} where at most ${max} can stand`,
  ],
]

/** A reason that can follow a colon; the same for all that is not expected from the library. */
export const faultReason = (message: string): string => {
  for (const [pattern, say] of RULES) {
    const match = pattern.exec(message)
    if (match !== null) return say(match[1] ?? '', match[2] ?? '', match[3] ?? '')
  }
  return 'a value that cannot be read'
}
