/** Envelopes of the model: an ordinary one or a fee bump, signed as in whole cases. */
import type * as fc from 'fast-check'
import type { Envelope } from '../../../src/kernel/model/index.js'
import { question } from './question.js'

/** Any envelope over the pool; nothing is known of how it would be judged. */
export const envelope: fc.Arbitrary<Envelope> = question.map((asked) => asked.envelope)
