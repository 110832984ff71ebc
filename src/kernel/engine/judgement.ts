/** What judgements of signature lists are made of, whichever list it is. */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId } from '../model/index.js'
import type { OperationCode, Phase, Protocol, TransactionCode } from '../protocol/index.js'
import type { Prove } from '../signature/index.js'
import type { Checker } from './checker.js'
import type { Refusal } from './refusal.js'
import type { Checked, Fault, Judgement, Outcome } from './verdict.js'

/** Under which rules to judge, and how signatures are proved. */
export interface Judge {
  readonly protocol: Protocol
  readonly phase: Phase
  readonly prove: Prove
}

/** An operation that its signatures let pass. */
export const SUCCESS: O.Option<OperationCode> = O.some('opSUCCESS')

/** The code of an operation by its signatures alone; none where its account was not fetched. */
export const operationCodeOf = (outcome: Outcome): O.Option<OperationCode> => {
  switch (outcome._tag) {
    case 'Checked':
      return outcome.met ? SUCCESS : O.some('opBAD_AUTH')
    case 'NoAccount':
      return O.some('opNO_ACCOUNT')
    case 'NotSupported':
      return O.some('opNOT_SUPPORTED')
    case 'NotFetched':
      return O.none
  }
}

/** The code of a failed check of the whole transaction: of its source, its extra signers, its fee source. */
export const envelopeCodeOf = (outcome: Outcome): O.Option<TransactionCode> => {
  switch (outcome._tag) {
    case 'Checked':
      return outcome.met ? O.none : O.some('txBAD_AUTH')
    case 'NoAccount':
      return O.some('txNO_ACCOUNT')
    case 'NotSupported':
    case 'NotFetched':
      return O.none
  }
}

/** Whether an operation certainly fails. */
export const isFailure = (code: O.Option<OperationCode>): boolean =>
  O.isSome(code) && code.value !== 'opSUCCESS'

const positionsWhere = <A>(holds: (a: A) => boolean, list: readonly A[]): readonly number[] => {
  const positions: number[] = []
  for (const [index, a] of list.entries()) if (holds(a)) positions.push(index)
  return positions
}

/** The judgement of a list that is refused by its envelope's form, before any signature is looked at. */
export const refused = (list: Checker, { code, reason }: Refusal): Judgement => ({
  hash: list.hash,
  code: O.some(code),
  fault: O.some({ _tag: 'Form', reason }),
  checks: [],
  operations: [],
  used: list.used,
  missing: [],
})

/** Accounts that were not fetched and that checks which were made depend on, each once. */
export const missingIn = (checks: readonly Checked[]): readonly AccountId[] => {
  const missing = new Set<AccountId>()
  for (const { requirement, outcome, reached } of checks)
    if (reached && outcome._tag === 'NotFetched' && requirement._tag !== 'ExtraSigners')
      missing.add(requirement.account)
  return [...missing]
}

/** The operations that fail, as a fault. */
export const failuresIn = (codes: readonly O.Option<OperationCode>[]): O.Option<Fault> => {
  const operations = positionsWhere(isFailure, codes)
  return operations.length > 0 ? O.some({ _tag: 'Operations', operations }) : O.none
}

/** The signatures that nothing used, as a fault. */
export const surplusOf = (list: Checker): O.Option<Fault> => {
  const signatures = positionsWhere((used) => !used, list.used)
  return signatures.length > 0 ? O.some({ _tag: 'Surplus', signatures }) : O.none
}
