/** Codecs of assertions: the claims with what is said to each, and what could be done. */
import * as t from 'io-ts/lib/index.js'
import { closed, int, list, orNull, words } from './codec-forms.js'
import { evidenceJson, levelJson, locationJson } from './part-codecs.js'

const verdictJson = words('holds', 'violated', 'vacuous', 'unknown')

/** One claim. `code` and `keys` say what is not known; `tolerated` how much of it would hold. */
const claimJson = closed({
  says: t.string,
  level: levelJson,
  verdict: verdictJson,
  message: t.string,
  help: orNull(t.string),
  code: orNull(t.string),
  keys: list(t.string),
  exhibits: list(evidenceJson),
  tolerated: orNull(closed({ asked: t.number, holds: t.number, unit: t.string })),
})

/** One change, for programs by its members and for people by `says`. */
const changeJson = t.union([
  closed({ change: t.literal('threshold'), level: levelJson, from: int, to: int, says: t.string }),
  closed({ change: t.literal('weight'), key: t.string, from: int, to: int, says: t.string }),
  closed({
    change: t.literal('own-unit'),
    key: t.string,
    unit: words('holder', 'device', 'vendor', 'location'),
    says: t.string,
  }),
])

/** A step of the argument that claims contradict each other; `times` is a text, for it may be large. */
const reasonJson = closed({
  assertion: t.string,
  times: t.string,
  level: levelJson,
  must: words('win', 'lose'),
  keys: list(t.string),
  says: t.string,
})

const repairJson = closed({ changes: list(changeJson), isSmallest: t.boolean })
const conflictJson = closed({ assertions: list(t.string), reasons: list(reasonJson), says: t.string })
const notFoundJson = closed({ tried: t.number, gaveUp: t.boolean })

/** An assertion about one account. At most one of `repair`, `conflict` and `notFound` is there. */
export const assertionJson = closed({
  kind: t.literal('assertion'),
  id: t.string,
  form: t.string,
  account: t.string,
  verdict: verdictJson,
  location: locationJson,
  message: t.string,
  claims: list(claimJson),
  repair: orNull(repairJson),
  conflict: orNull(conflictJson),
  notFound: orNull(notFoundJson),
  spoiled: list(closed({ change: changeJson, breaks: list(t.string) })),
  fingerprint: t.string,
  docs: t.string,
})
