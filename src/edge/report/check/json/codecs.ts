/**
 * What `check --format json` writes, as codecs: the types of what the writer makes come from here, and so
 * does the JSON Schema in docs/schema. Every object is closed. `formatVersion` changes only where a reader
 * would break; members may be added.
 */
import * as t from 'io-ts/lib/index.js'
import { closed, int, list, orNull, words } from './codec-forms.js'
import { assertionJson } from './assertion-codecs.js'
import { evidenceJson, locationJson, partialLocationJson, severityJson } from './part-codecs.js'

const editJson = t.union([
  closed({
    file: t.string,
    path: list(t.union([t.string, t.number])),
    edit: t.literal('set'),
    to: t.union([t.number, t.string]),
  }),
  closed({ file: t.string, path: list(t.union([t.string, t.number])), edit: t.literal('remove') }),
  closed({
    file: t.string,
    path: list(t.union([t.string, t.number])),
    edit: t.literal('append'),
    yaml: list(t.string),
  }),
])

const fixJson = closed({
  says: t.string,
  effect: words('equivalent', 'improvement', 'suggested'),
  edits: list(editJson),
})

const suppressionJson = t.union([
  closed({ by: t.literal('ignore'), reason: t.string, until: orNull(t.string) }),
  closed({ by: t.literal('baseline'), file: t.string }),
])

const findingJson = closed({
  kind: t.literal('finding'),
  id: t.string,
  severity: severityJson,
  account: orNull(t.string),
  location: locationJson,
  message: t.string,
  help: t.string,
  exhibits: list(evidenceJson),
  related: list(closed({ location: locationJson, message: t.string })),
  fix: orNull(fixJson),
  fingerprint: t.string,
  suppressed: orNull(suppressionJson),
  docs: t.string,
})

const testJson = closed({
  kind: t.literal('test'),
  id: t.string,
  account: t.string,
  verdict: words('passed', 'failed', 'unknown'),
  location: locationJson,
  message: t.string,
  expected: words('allow', 'deny'),
})

const unreadableJson = closed({
  kind: t.literal('unreadable'),
  id: t.string,
  severity: t.literal('error'),
  location: partialLocationJson,
  message: t.string,
  help: orNull(t.string),
})

/** One result; `kind` says which. */
export const resultJson = t.union([findingJson, assertionJson, testJson, unreadableJson])

/** A file with its results. */
export const fileJson = closed({
  file: t.string,
  digest: orNull(t.string),
  accounts: int,
  results: list(resultJson),
})

export const toolJson = closed({ name: t.literal('quorate'), version: t.string })

export const summaryJson = closed({
  files: int,
  accounts: int,
  unreadable: int,
  errors: int,
  warnings: int,
  notes: int,
  suppressed: int,
  holds: int,
  violated: int,
  vacuous: int,
  unknown: int,
  testsPassed: int,
  testsFailed: int,
  testsUnknown: int,
})

export const outcomeJson = words('clean', 'no', 'bad-input', 'undecided')

/** The whole answer. */
export const checkJsonCodec = closed({
  formatVersion: t.literal(1),
  tool: toolJson,
  today: t.string,
  failOn: severityJson,
  files: list(fileJson),
  summary: summaryJson,
  outcome: outcomeJson,
  exitCode: t.union([t.literal(0), t.literal(1), t.literal(2), t.literal(4)]),
})

/** One line of `--format jsonl`; `type` says which. */
export const checkLineCodec = t.union([
  closed({
    type: t.literal('head'),
    formatVersion: t.literal(1),
    tool: toolJson,
    today: t.string,
    failOn: severityJson,
  }),
  closed({ type: t.literal('file'), file: t.string, digest: orNull(t.string), accounts: int, results: int }),
  closed({ type: t.literal('result'), file: t.string, result: resultJson }),
  closed({
    type: t.literal('end'),
    summary: summaryJson,
    outcome: outcomeJson,
    exitCode: t.union([t.literal(0), t.literal(1), t.literal(2), t.literal(4)]),
  }),
])
