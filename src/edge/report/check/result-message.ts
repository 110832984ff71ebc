/** Results in one or two sentences, for formats that have one place for a message. */
import { verdictOf, type Answered, type Asserted } from '../../../advice/policy/index.js'
import type { Claim } from '../../../advice/policy/index.js'
import { ANSWER_LOOKS } from './symbols.js'

/** What is said to a claim. */
export const answerMessage = ({ answer }: Answered): string => {
  switch (answer._tag) {
    case 'Holds':
      return answer.certificate.says
    case 'Violated':
      return answer.counterexample.says
    case 'Vacuous':
      return answer.says
    case 'Unknown':
      return `not known: ${answer.why.says}`
  }
}

/** Answers that are as bad as the worst; all of them where the assertion holds. */
const worstOf = (asserted: Asserted): readonly Answered[] => {
  const verdict = verdictOf(asserted)
  return asserted.answers.filter(({ answer }) => answer._tag === verdict)
}

/** `treasury: any 3 of employees can reach medium: violated. Anna, bruno and carla have 2 of 3.` */
export const assertedMessage = (says: (claim: Claim) => string, asserted: Asserted): string => {
  const { word } = ANSWER_LOOKS[verdictOf(asserted)]
  const told = worstOf(asserted).map(
    (answered) => `${says(answered.claim)}: ${word}. ${answerMessage(answered)}`,
  )
  return `${asserted.account}: ${told.length === 0 ? word : told.join(' ')}`
}
