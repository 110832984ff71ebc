/** BumpSequence (stellar-core `BumpSequenceOpFrame.cpp`): low threshold, and kills what was signed ahead. */
import * as O from 'fp-ts/lib/Option.js'
import type { BumpSequence } from '../model/index.js'
import { succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { stampSequence } from './sequence.js'
import { putState } from './world.js'

/** What is wrong with a BumpSequence whatever the ledger holds. */
export const bumpSequenceFault = ({ bumpTo }: BumpSequence): O.Option<string> =>
  bumpTo < 0n ? O.some('BUMP_SEQUENCE_BAD_SEQ') : O.none

/** Runs a BumpSequence. One that bumps nothing succeeds too, and still stamps when it did. */
export const applyBumpSequence = (
  { header, world, source }: OperationContext,
  { bumpTo }: BumpSequence,
): OperationResult =>
  succeed(
    'BUMP_SEQUENCE_SUCCESS',
    stampSequence(
      header,
      putState(world, source, ({ sequence }) => ({ sequence: bumpTo > sequence ? bumpTo : sequence })),
      source,
    ),
  )
