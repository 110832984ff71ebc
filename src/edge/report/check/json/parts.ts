/** Places and evidence as JSON. */
import * as O from 'fp-ts/lib/Option.js'
import type * as t from 'io-ts/lib/index.js'
import type { Place } from '../../../../advice/policy/index.js'
import type { Evidence, EvidenceRow } from '../evidence.js'
import type { evidenceJson, locationJson, signerJson } from './part-codecs.js'

/** A place. */
export const locationOf = ({ file, position, path }: Place): t.TypeOf<typeof locationJson> => ({
  file,
  line: position.line,
  column: position.column,
  path,
})

const signerOf = (row: EvidenceRow): t.TypeOf<typeof signerJson> => ({
  alias: row.alias,
  key: row.key,
  weight: row.weight,
  holder: O.toNullable(row.holder),
  device: O.toNullable(row.device),
  vendor: O.toNullable(row.vendor),
  places: row.location,
  location: O.isSome(row.place) ? locationOf(row.place.value) : null,
})

/** An exhibit. */
export const exhibitOf = ({ exhibit, rows }: Evidence): t.TypeOf<typeof evidenceJson> => ({
  title: exhibit.title,
  units: exhibit.units,
  signers: rows.map(signerOf),
  sum: exhibit.sum,
  quota: exhibit.quota,
  rule: exhibit.rule,
})
