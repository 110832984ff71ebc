/** What `analyze` answers; the words are explained in src/edge/report/analysis/json.ts. */
import * as t from 'io-ts/lib/index.js'
import { formatVersion, objects, orNull, texts } from './answer-forms.js'

const groupsAnswer = t.type({
  truncated: t.boolean,
  items: t.readonlyArray(t.readonlyArray(t.type({ count: t.Int, of: texts }))),
})

const levelAnswer = t.type({
  level: t.string,
  needed: t.Int,
  reach: t.string,
  why: t.unknown,
  groups: groupsAnswer,
  blocks: groupsAnswer,
  veto: texts,
  alone: texts,
  dummies: texts,
  fewest: orNull(texts),
  most: orNull(texts),
  rivals: t.unknown,
  tolerance: objects,
  grid: orNull(objects),
  power: orNull(objects),
})

const stateAnswer = t.type({
  thresholds: t.type({ low: t.Int, medium: t.Int, high: t.Int }),
  signers: t.readonlyArray(
    t.type({
      label: t.string,
      key: t.string,
      kind: t.string,
      weight: t.Int,
      isMaster: t.boolean,
      isConditional: t.boolean,
      isDisclosable: t.boolean,
    }),
  ),
  lost: texts,
  stolen: texts,
  isReachable: t.boolean,
  levels: t.readonlyArray(levelAnswer),
})

export const analysisCodec = t.type({
  formatVersion,
  accounts: t.readonlyArray(
    t.type({
      account: t.string,
      name: orNull(t.string),
      isReachable: t.boolean,
      suppositions: texts,
      calledLost: t.readonlyArray(
        t.type({ signer: t.string, key: t.string, since: t.string, file: t.string, line: t.Int }),
      ),
      before: stateAnswer,
      after: orNull(stateAnswer),
      departures: objects,
    }),
  ),
})
