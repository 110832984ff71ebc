/** What `signers` answers; the words are explained in src/edge/report/completions/json.ts. */
import * as t from 'io-ts/lib/index.js'
import {
  asOfMember,
  droppedAnswer,
  formatVersion,
  listWord,
  networkAnswer,
  objects,
  orNull,
  plainSigner,
  texts,
  verdictWord,
} from './answer-forms.js'

const completionAnswer = t.type({
  signers: texts,
  cost: t.number,
  add: t.readonlyArray(t.type({ list: listWord, key: t.string, proof: t.string })),
  drop: t.readonlyArray(t.intersection([t.type({ list: listWord }), droppedAnswer])),
})

const progressAnswer = t.type({
  list: listWord,
  needed: t.Int,
  reached: t.Int,
  met: t.boolean,
  preAuthorized: t.readonlyArray(plainSigner),
  signed: t.readonlyArray(plainSigner),
  wanting: t.readonlyArray(plainSigner),
})

export const completionsCodec = t.intersection([
  t.type({
    formatVersion,
    state: t.keyof({
      complete: null,
      trim: null,
      unfinished: null,
      impossible: null,
      conditional: null,
      unknown: null,
    }),
    complete: t.boolean,
    best: orNull(completionAnswer),
    completions: t.readonlyArray(texts),
    truncated: t.boolean,
    impossible: orNull(objects),
    verdict: verdictWord,
    dependsOn: texts,
    hash: t.string,
    network: networkAnswer,
    protocol: t.Int,
    envelope: t.keyof({ transaction: null, 'fee-bump': null }),
    progress: t.readonlyArray(progressAnswer),
    useless: t.readonlyArray(droppedAnswer),
    lost: t.readonlyArray(
      t.type({ key: t.string, since: t.string, file: t.string, line: t.Int, signed: t.boolean }),
    ),
    noSigners: texts,
    voidsOuter: t.boolean,
    sequence: t.unknown,
    signedFor: orNull(networkAnswer),
    aliases: t.record(t.string, t.string),
  }),
  asOfMember,
])
