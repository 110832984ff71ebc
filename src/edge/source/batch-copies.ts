/** One case of a batch that may come in several partially signed copies. */
import type * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import { readFrameWith, type BatchFrame, type ReadLine } from './batch-frame.js'
import { maybe, text, yesOrNo } from './codecs.js'

/** A case, more copies of its envelope, and whether inner signatures of a fee bump may be touched. */
export interface BatchCopies extends BatchFrame {
  readonly envelope: string
  readonly copies: O.Option<readonly string[]>
  readonly allowInner: O.Option<boolean>
}

/** Reads a line with one envelope, and perhaps `copies`; failures are those of `readFrameWith`. */
export const readBatchCopies: ReadLine<Omit<BatchCopies, keyof BatchFrame>> = readFrameWith({
  envelope: text,
  copies: maybe(t.array(text, 'a list of envelopes in base64')),
  allowInner: maybe(yesOrNo),
})
