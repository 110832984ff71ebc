/** What could be done about a violated claim: what was tried, what mends it, or why nothing can. */
import * as O from 'fp-ts/lib/Option.js'
import type { Asserted, Conflict, Policy, Remedy } from '../../../../advice/policy/index.js'
import { paragraph, type Block } from '../../layout.js'
import { dim, good, span, strong, unbroken, warn } from '../../styled.js'
import { counted, joined } from '../../words.js'
import { changeText, notFoundText, timesText } from '../change-words.js'

/** So many steps of an argument are told; an argument of more says that there are more. */
const MOST_STEPS = 8

const conflictBlocks = (conflict: Conflict): readonly Block[] => [
  paragraph(
    2,
    4,
    warn('No weights and thresholds keep '),
    strong(joined(conflict.assertions)),
    warn(' at once; without any one of them the others can hold:'),
  ),
  ...conflict.reasons
    .slice(0, MOST_STEPS)
    .map(({ assertion, times, says: reason }) =>
      paragraph(4, 6, strong(assertion), span(`: ${reason}`), dim(timesText(times))),
    ),
  ...(conflict.reasons.length > MOST_STEPS
    ? [
        paragraph(
          4,
          6,
          dim(`and ${counted(conflict.reasons.length - MOST_STEPS, 'more demand')} of the kind`),
        ),
      ]
    : []),
  paragraph(4, 4, span(conflict.ends)),
]

const remedyBlocks = (policy: Policy, remedy: Remedy): readonly Block[] => {
  switch (remedy._tag) {
    case 'Repair':
      return [
        paragraph(
          2,
          4,
          good(`${remedy.isSmallest ? 'Smallest repair' : 'A repair'} that keeps all other claims: `),
          span(remedy.changes.map((change) => unbroken(changeText(policy, change))).join('; ')),
        ),
      ]
    case 'Conflict':
      return conflictBlocks(remedy.conflict)
    case 'NotFound':
      return [paragraph(2, 4, warn(notFoundText(remedy)))]
  }
}

/** The blocks; none where nothing was looked for. */
export const repairBlocks = (policy: Policy, { remedy, spoiled }: Asserted): readonly Block[] => [
  ...(spoiled.length === 0
    ? []
    : [
        paragraph(2, 4, dim('Repairs tried')),
        ...spoiled.map(({ change, breaks }) =>
          paragraph(4, 6, span(`${unbroken(changeText(policy, change))}: breaks ${joined(breaks)}`)),
        ),
      ]),
  ...(O.isSome(remedy) ? remedyBlocks(policy, remedy.value) : []),
]
