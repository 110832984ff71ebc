/** One operation of every kind, by level: what the answers at a level are asked with. */
import { isSupported, DEFAULT_PROTOCOL, thresholdLevelOf } from '../../src/kernel/protocol/index.js'
import {
  OPERATION_TYPES,
  type Operation,
  type OperationType,
  type ThresholdLevel,
} from '../../src/kernel/model/index.js'
import { operation, setOptions } from '../support/build/operation.js'

/** An operation, and how a table calls its kind. */
export interface Kind {
  readonly type: OperationType
  readonly operation: Operation
}

/** A `SetOptions` that gives somebody a say, and one that does not. */
const setOptionsKinds: readonly Kind[] = [
  setOptions({ homeDomain: 'example.org' }),
  setOptions({ signer: ['someone', 1] }),
].map((one) => ({ type: 'SetOptions', operation: one }))

/** Every kind that the protocol of today knows. */
export const kindsAt = (level: ThresholdLevel): readonly Kind[] =>
  OPERATION_TYPES.filter(isSupported(DEFAULT_PROTOCOL))
    .flatMap((type): readonly Kind[] =>
      type === 'SetOptions' ? setOptionsKinds : [{ type, operation: operation(type) }],
    )
    .filter((kind) => thresholdLevelOf(kind.operation) === level)
