/**
 * One case of a batch: a JSON line with an envelope, the accounts as the ledger held them, and what
 * is known of the rest.
 */
import { readFrameWith, type BatchFrame, type ReadLine } from './batch-frame.js'
import { text } from './codecs.js'

/** A case to be judged. */
export interface BatchCase extends BatchFrame {
  /** Base64 as it came; decoded by who judges it, so that a bad envelope is an answer about this case. */
  readonly envelope: string
}

/** Reads a line with one envelope; failures are those of `readFrameWith`. */
export const readBatchCase: ReadLine<{ readonly envelope: string }> = readFrameWith({ envelope: text })
