/** `reserve-short`: the account cannot pay for the signers that it is to get. */
import * as O from 'fp-ts/lib/Option.js'
import { ledgerHeader, minimumBalance } from '../../../kernel/ledger/index.js'
import { DEFAULT_PROTOCOL } from '../../../kernel/protocol/index.js'
import type { Account, AccountState } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { perAccount, when, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { placeOfKey, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['reserve-short', 'warning'] as const

const STROOPS = 10_000_000n

/** Stroops as lumens: `1.5`. */
const lumens = (stroops: bigint): string => {
  const fraction = String(stroops % STROOPS)
    .padStart(7, '0')
    .replace(/0+$/, '')
  return `${String(stroops / STROOPS)}${fraction === '' ? '' : `.${fraction}`}`
}

interface Signers {
  readonly added: readonly string[]
  readonly removed: readonly Account['signers'][number][]
}

const signerChanges = (file: Account, ledger: Account): Signers => {
  const keysOf = ({ signers }: Account): ReadonlySet<string> => new Set(signers.map(({ key }) => key.strkey))
  const [here, there] = [keysOf(file), keysOf(ledger)]
  return {
    added: [...here].filter((key) => !there.has(key)),
    removed: ledger.signers.filter(({ key }) => !here.has(key.strkey)),
  }
}

/** The least balance with the signers of the file; nobody sponsors those that are new. */
const minimumAfter = (state: AccountState, { added, removed }: Signers): bigint =>
  minimumBalance(ledgerHeader(DEFAULT_PROTOCOL), {
    ...state,
    subentries: state.subentries + added.length - removed.length,
    sponsored: state.sponsored - removed.filter(({ sponsor }) => O.isSome(sponsor)).length,
  })

const find = (subject: Subject): readonly Found[] => {
  const { account, input } = subject
  const ledger = O.toUndefined(input.ledger)?.get(account.account.id)
  const state = O.toUndefined(ledger?.state ?? O.none)
  if (ledger === undefined || state === undefined) return []
  const changes = signerChanges(account.account, ledger)
  const minimum = minimumAfter(state, changes)
  const free = state.balance - state.sellingLiabilities
  const [first] = changes.added
  if (first === undefined) return []
  return when(free < minimum, () => ({
    place: placeOfKey(subject, first),
    says: `${account.name} cannot pay for its new signers ${whoAll(subject)(changes.added)}: with them ${lumens(minimum)} XLM have to stay on it, and it has ${lumens(free)} XLM that are not promised to offers. ${lumens(minimum - free)} XLM are missing, and the fees.`,
    help: 'send lumens first, remove signers in the same transaction, or let somebody sponsor the reserve',
    evidence: changes.added.toSorted(),
  }))
}

export const reserveShort: LintRule = {
  _tag: 'Lint',
  needs: 'ledger',
  id,
  severity,
  summary: 'the account does not have the reserve for the signers that the file adds',
  rationale:
    'Every signer takes half a lumen that has to stay on the account. The transaction that adds the signer fails without it, often in the middle of a change that was planned for one evening.',
  decidedBy:
    'balance less selling liabilities < (2 + sub-entries + added − removed + sponsoring − sponsored) × 0.5 XLM, with the state of the account in the ledger. Only where that is given.',
  source: 'stellar-core `getMinBalance` in `TransactionUtils.cpp`; CAP-33',
  numbers: {},
  examples: [
    {
      says: 'two more signers, and half a lumen to spare',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [2, 2, 2] }),
      given: {
        ledger: {
          policy: exampleFile({ signers: { anna: 1, bruno: 1 }, thresholds: [2, 2, 2] }),
          lumens: 2.5,
        },
      },
      finds: ['vault cannot pay for its new signers carla and dora'],
    },
    {
      says: 'two more signers, and enough for them',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [2, 2, 2] }),
      given: {
        ledger: {
          policy: exampleFile({ signers: { anna: 1, bruno: 1 }, thresholds: [2, 2, 2] }),
          lumens: 3,
        },
      },
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}
