/** What `trim` answers; the words are explained in src/edge/report/trimming/json.ts. */
import * as t from 'io-ts/lib/index.js'
import {
  asOfMember,
  droppedAnswer,
  formatVersion,
  listWord,
  networkAnswer,
  objects,
  orNull,
  positions,
  texts,
  verdictWord,
} from './answer-forms.js'

export const trimmingCodec = t.intersection([
  t.type({
    formatVersion,
    state: t.keyof({
      ready: null,
      'sign-again': null,
      'not-authorized': null,
      undetermined: null,
      'inner-would-change': null,
    }),
    verdict: verdictWord,
    envelope: orNull(t.string),
    kept: positions,
    dropped: t.readonlyArray(droppedAnswer),
    corrected: t.readonlyArray(t.type({ signature: t.Int, signer: t.string, from: t.string, to: t.string })),
    hash: orNull(t.string),
    network: networkAnswer,
    protocol: t.Int,
    copies: texts,
    signatures: t.readonlyArray(t.type({ hint: t.string, copy: orNull(t.string), position: orNull(t.Int) })),
    sequence: t.unknown,
  }),
  t.partial({ list: listWord, missing: orNull(texts), impossible: orNull(objects), dependsOn: texts }),
  asOfMember,
])
