/**
 * Reads the recorded cases of `spec/vectors/` and counts them.
 *
 * Counting is the point: a file that was cut short, or a copy that lost its end, would make every
 * comparison against it pass with fewer cases. A wrong count is thrown, so that no spec can go on.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** How many rows each file holds, as its README says. */
export const countOf = {
  'core-ledgers': 177,
  'core-probes': 192,
  'core-scenarios': 24,
  'core-sequences': 600,
  'core-state': 3000,
  'core-verdicts': 4000,
  ed25519: 2213,
  envelopes: 697,
  'horizon-accounts': 50,
  'horizon-scenarios': 292,
  'pubnet-ledgers': 1033,
  'sep10-real-challenges': 5,
  'sep10-scenarios': 35,
  'sep11-examples': 1,
  'sep23-strkeys': 23,
  'soroban-auth-entries': 94,
} as const

/** A file of `spec/vectors/`, without its ending. */
export type VectorName = keyof typeof countOf

const read = (name: VectorName): string =>
  gunzipSync(readFileSync(new URL(`../vectors/${name}.jsonl.gz`, import.meta.url))).toString('utf8')

/**
 * All rows of a file, in its order. `T` says what the caller expects of a row; nothing checks it,
 * because the files are fixed and the specs that read them fail loudly where it is wrong.
 */
export const loadVectors = <T>(name: VectorName): readonly T[] => {
  const rows = read(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
  if (rows.length !== countOf[name])
    throw new Error(`spec/vectors/${name}.jsonl.gz holds ${rows.length} rows, expected ${countOf[name]}`)
  return rows
}
