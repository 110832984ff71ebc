/** One case of a batch that also says who can be asked to sign. */
import type * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import { readFrameWith, type BatchFrame, type ReadLine } from './batch-frame.js'
import { maybe, signerKey, text } from './codecs.js'

/** A case, and the StrKeys of the signers that can be asked; all of them where it does not say. */
export interface BatchAvailable extends BatchFrame {
  readonly envelope: string
  readonly available: O.Option<readonly string[]>
}

/** Reads a line with one envelope, and perhaps `available`; failures are those of `readFrameWith`. */
export const readBatchAvailable: ReadLine<Omit<BatchAvailable, keyof BatchFrame>> = readFrameWith({
  envelope: text,
  available: maybe(t.array(signerKey, 'a list of signers (G…, T…, X… or P…)')),
})
