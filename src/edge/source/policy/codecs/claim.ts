/** Claims of a policy, as codecs: one closed map for each form. */
import * as t from 'io-ts/lib/index.js'
import { RELATIONS } from '../../../../advice/policy/index.js'
import { anyOf, choice, closed, described, list } from './shape.js'
import { count, fraction, keyName, keyNames, levels, unit, word } from './words.js'

/** Who has to be there. */
export const formula: t.Mixed = t.recursion<unknown>('formula', () =>
  anyOf(
    described('A key, or all of a group.', word),
    described('Any so many of some keys, or of some formulas.', anyFormula),
    described('All of some formulas.', closed({ all: list(formula) })),
  ),
)

const several = anyOf(keyNames, list(formula))
const anyFormula: t.Mixed = closed({ any: count, of: several })

const lost = closed({ lose: count, by: unit })
const stolen = closed({ steal: count, by: unit })
const withFor = (head: string, content: t.Mixed): t.Mixed => closed({ [head]: content, for: levels })
const who = (head: string): readonly t.Mixed[] => [
  closed({ any: count, of: several, [head]: levels }),
  closed({ all: list(formula), [head]: levels }),
  closed({ key: keyName, [head]: levels }),
]

const power = closed(
  { of: keyName, index: choice(['banzhaf', 'shapley-shubik']) },
  { 'at-least': fraction, 'at-most': fraction },
  3,
)

const forms: readonly t.Mixed[] = [
  ...who('can'),
  ...who('cannot'),
  withFor('needs', anyOf(keyName, closed({ any: count, of: keyNames }))),
  withFor('survives', lost),
  withFor('withstands', stolen),
  closed({ recovers: stolen }),
  closed({ every: levels, has: formula }),
  withFor('signatures', closed({}, { 'at-least': count, 'at-most': count }, 1)),
  ...RELATIONS.map((relation) => closed({ [relation]: word }, { for: levels })),
  ...['proper', 'strong', 'no-dummies', 'reachable'].map((head) => closed({ [head]: levels })),
  withFor('no-deadlock', closed({ between: list(keyNames, 2, 2) })),
  withFor('interchangeable', keyNames),
  withFor('ranks', list(keyName)),
  withFor('power', power),
  withFor('no-dictator', closed({ by: unit })),
  withFor('no-veto', closed({ by: unit })),
  closed({ nested: t.literal(true) }),
]

const [first, second, ...others] = forms
if (first === undefined || second === undefined) throw new Error('invariant: there are forms of claims')

/** A claim of any form. */
export const claim = anyOf(first, second, ...others)
