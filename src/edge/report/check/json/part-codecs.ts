/** Codecs of what several kinds of results share: places, levels, keys as evidence. */
import * as t from 'io-ts/lib/index.js'
import { closed, int, list, orNull, words } from './codec-forms.js'

export const severityJson = words('error', 'warning', 'note')

export const levelJson = words('low', 'medium', 'high')

/** Where: line and column count from 1; `path` leads to the entry in the file. */
export const locationJson = closed({
  file: t.string,
  line: int,
  column: int,
  path: list(t.union([t.string, t.number])),
})

/** Where a file could not be read, as far as that is known. */
export const partialLocationJson = closed({
  file: orNull(t.string),
  line: orNull(int),
  column: orNull(int),
})

/** A key that stands in an argument; its weight is that of the rule that weighs the whole. */
export const signerJson = closed({
  alias: t.string,
  key: t.string,
  weight: int,
  holder: orNull(t.string),
  device: orNull(t.string),
  vendor: orNull(t.string),
  places: list(t.string),
  location: orNull(locationJson),
})

/** A set of keys with its weight; `rule` says whether the account weighs it, or what it is compared with. */
export const evidenceJson = closed({
  title: t.string,
  units: list(t.string),
  signers: list(signerJson),
  sum: int,
  quota: int,
  rule: words('own', 'other'),
})
