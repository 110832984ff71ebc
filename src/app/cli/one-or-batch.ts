/** Commands that answer about one envelope, or about the lines of a batch, and never about both. */
import type { Ports } from '../ports.js'
import { batchUsage, noEnvelope, type OpenPorts, type QuestionFlags, type Ran } from './question-options.js'

/** How a command answers either. */
export interface OneOrBatch {
  readonly one: (ports: Ports, envelope: string) => Ran
  readonly batch: (ports: Ports, path: string) => Ran
}

/** Answers what the command line asks for, or tells what is wrong with it before anything is opened. */
export const answerOneOrBatch = async (
  command: string,
  open: OpenPorts,
  envelope: string | undefined,
  flags: QuestionFlags,
  answer: OneOrBatch,
): Ran => {
  if (flags.batch === undefined)
    return envelope === undefined ? noEnvelope(flags, command) : answer.one(await open(), envelope)
  const wrong = batchUsage(flags, envelope === undefined ? [] : [envelope])
  return wrong.length > 0 ? wrong : answer.batch(await open(), flags.batch)
}
