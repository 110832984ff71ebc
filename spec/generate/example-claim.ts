/** The examples of claims, decided: the policy as it stands on the page, and what is said to its promise. */
import * as O from 'fp-ts/lib/Option.js'
import {
  nameOf,
  runAssertions,
  type Answer,
  type ClaimExample,
  type Exhibit,
  type Policy,
} from '../../src/advice/policy/index.js'
import { policyFrom } from '../support/build/policy.js'

/** An example with its answer. */
export interface DecidedExample {
  readonly answer: Answer
  /** The answer as the page prints it. */
  readonly told: string
}

const exhibitLine = (policy: Policy, { title, units, keys, sum, quota }: Exhibit): string => {
  const who = keys.map((key) => nameOf(policy, key)).join(', ')
  const of = units.length === 0 ? '' : ` (${units.join(', ')})`
  return `  ${title}${of}: ${who === '' ? 'nobody' : who}; ${String(sum)} ${sum >= quota ? '>=' : '<'} ${String(quota)}`
}

const lines = (policy: Policy, answer: Answer): readonly string[] => {
  switch (answer._tag) {
    case 'Holds': {
      const { says, exhibits } = answer.certificate
      return [`holds: ${says}`, ...exhibits.map((exhibit) => exhibitLine(policy, exhibit))]
    }
    case 'Violated': {
      const { says, exhibits, tolerated } = answer.counterexample
      return [
        `violated: ${says}`,
        ...exhibits.map((exhibit) => exhibitLine(policy, exhibit)),
        ...(O.isSome(tolerated)
          ? [`  asked: ${String(tolerated.value.asked)}; what holds: ${String(tolerated.value.holds)}`]
          : []),
      ]
    }
    case 'Vacuous':
      return [`vacuous: ${answer.says}`, `  help: ${answer.help}`]
    case 'Unknown':
      return [`unknown: ${answer.why.says}`, `  help: ${answer.why.help}`]
  }
}

/** Decides an example. Of several answers, one a level, the first that is not the best is the page's. */
export const decideExample = ({ policy: text, base }: ClaimExample): DecidedExample => {
  const policy = policyFrom(text)
  const asserted = runAssertions(policy, base === undefined ? O.none : O.some(policyFrom(base)))
  const answers = asserted.flatMap((one) => one.answers.map(({ answer }) => answer))
  const [first] = answers
  if (first === undefined) throw new Error('an example without an assertion')
  const answer = answers.find(({ _tag }) => _tag !== 'Holds') ?? first
  return { answer, told: lines(policy, answer).join('\n') }
}
