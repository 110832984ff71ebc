/** `ledger-drift`: the ledger has another account than the file. */
import * as O from 'fp-ts/lib/Option.js'
import { THRESHOLD_LEVELS, thresholdAt, type Account } from '../../../kernel/model/index.js'
import type { Place } from '../../policy/index.js'
import { exampleFile } from '../example-file.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { placeOfKey, placeOfLevel, who, word, type Subject } from '../subject.js'

const [id, severity] = ['ledger-drift', 'warning'] as const

interface Difference {
  readonly place: Place
  readonly says: string
  readonly evidence: string
}

const weightsOf = ({ id: master, masterWeight, signers }: Account): ReadonlyMap<string, number> =>
  new Map([[master, masterWeight], ...signers.map(({ key, weight }) => [key.strkey, weight] as const)])

const weightDifferences = (subject: Subject, ledger: Account): readonly Difference[] => {
  const { account } = subject.account
  const [here, there] = [weightsOf(account), weightsOf(ledger)]
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((key) => {
    const [a, b] = [here.get(key) ?? 0, there.get(key) ?? 0]
    const name = key === account.id ? 'the master key' : who(subject)(key)
    const says =
      a === 0
        ? `${name} has weight ${b} in the ledger, and none here`
        : b === 0
          ? `${name} has weight ${a} here, and none in the ledger`
          : `${name} weighs ${a} here and ${b} in the ledger`
    return a === b ? [] : [{ place: placeOfKey(subject, key), says, evidence: `${key} ${a} ${b}` }]
  })
}

const thresholdDifferences = (subject: Subject, ledger: Account): readonly Difference[] =>
  THRESHOLD_LEVELS.flatMap((level) => {
    const [a, b] = [subject.levels[level].threshold, thresholdAt(level)(ledger.thresholds)]
    const says = `${word(level)} is ${a} here and ${b} in the ledger`
    return a === b ? [] : [{ place: placeOfLevel(subject, level), says, evidence: `${level} ${a} ${b}` }]
  })

/** Silence would pass for «as the ledger has it». */
const notCompared = ({ account }: Subject): Found => ({
  severity: 'note',
  place: account.place,
  says: `${account.name} is not among the accounts of the ledger that are given: it was not compared.`,
  help: 'give what the ledger has of it too',
  evidence: ['not given'],
})

const find = (subject: Subject): readonly Found[] => {
  const { account, input } = subject
  if (O.isNone(input.ledger)) return []
  const ledger = input.ledger.value.get(account.account.id)
  if (ledger === undefined) return [notCompared(subject)]
  const differences = [...weightDifferences(subject, ledger), ...thresholdDifferences(subject, ledger)]
  const [first] = differences
  return first === undefined
    ? []
    : [
        {
          place: first.place,
          says: `${account.name} is not what the ledger has: ${differences.map(({ says }) => says).join('; ')}.`,
          help: 'change the account, or write down what it is',
          related: differences.slice(1).map(({ place, says }) => ({ place, says })),
          evidence: differences.map(({ evidence }) => evidence).toSorted(),
        },
      ]
}

export const ledgerDrift: LintRule = {
  _tag: 'Lint',
  needs: 'ledger',
  id,
  severity,
  summary: 'weights, thresholds or signers in the ledger are not those of the file',
  rationale:
    'Everything that is checked here is checked of the file. Where the ledger has something else, because a change was never submitted, or was made without the file, nothing of it is true.',
  decidedBy:
    'every weight and every threshold of the file is compared with the account in the ledger. Only where that is given; an account that is not among those that are given is a note.',
  source: 'xdr `AccountEntry`',
  numbers: {},
  examples: [
    {
      says: 'carla was never added, and high never raised',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 3] }),
      given: {
        ledger: {
          policy: exampleFile({ signers: { anna: 1, bruno: 1 }, thresholds: [2, 2, 2] }),
          lumens: 10,
        },
      },
      finds: [
        'vault is not what the ledger has: carla has weight 1 here, and none in the ledger; high is 3 here and 2 in the ledger.',
      ],
    },
    {
      says: 'the ledger has what the file says',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
      given: {
        ledger: {
          policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
          lumens: 10,
        },
      },
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}
