/** What `simulate` answers; the words are explained in src/edge/report/simulation/json.ts. */
import * as t from 'io-ts/lib/index.js'
import { asOfMember, formatVersion, networkAnswer, objects, orNull, texts } from './answer-forms.js'

const outcomeWord = t.keyof({ succeeded: null, failed: null, refused: null, undetermined: null })

const accounts = t.record(t.string, orNull(t.record(t.string, t.unknown)))

const stepAnswer = t.type({
  envelope: t.string,
  hash: t.string,
  outcome: outcomeWord,
  verdict: t.string,
  code: orNull(t.string),
  opCodes: t.readonlyArray(orNull(t.string)),
  applied: t.boolean,
  operations: texts,
  accounts,
  assumptions: t.readonlyArray(t.unknown),
})

export const simulationCodec = t.intersection([
  t.type({
    formatVersion,
    outcome: outcomeWord,
    network: networkAnswer,
    protocol: t.Int,
    ledger: orNull(t.Int),
    closeTime: orNull(t.string),
    steps: t.readonlyArray(stepAnswer),
    accounts,
    aliases: t.record(t.string, t.string),
    warnings: objects,
  }),
  asOfMember,
])
