/** What the policies of a plan promise of its result, and what rules find in it. */
import * as O from 'fp-ts/lib/Option.js'
import { withAccount, type Promised } from '../../advice/plan/index.js'
import type { Day } from '../../advice/policy/index.js'
import type { PlanReport } from '../../edge/report/index.js'
import type { Account } from '../../kernel/model/index.js'
import type { Ports } from '../ports.js'
import { recordedFor } from './check/envelopes.js'
import type { AccountPair } from './plan-accounts.js'
import { errorsOf } from './plan-errors.js'
import type { PlanSide } from './plan-side.js'

const nameOfAccount = (
  { accounts }: { readonly accounts: ReadonlyMap<string, { readonly account: Account }> },
  id: string,
) => [...accounts].find(([, { account }]) => account.id === id)?.[0]

/** What is promised of the result: by what it is to be, else by what was before, where the result says numbers only. */
export const promisedOf = async (
  { ed25519 }: Pick<Ports, 'ed25519'>,
  from: PlanSide,
  to: PlanSide,
  pair: AccountPair,
): Promise<O.Option<Promised>> => {
  const side = O.isSome(to.policy) ? to : from
  if (O.isNone(side.policy)) return O.none
  const policy = side.policy.value
  const account = nameOfAccount(policy, pair.to.id)
  if (account === undefined) return O.none
  const recorded = await recordedFor({ files: side.files, ed25519 }, side.path, policy)
  return O.some({ policy, account, base: from.policy, recorded })
}

/** What rules call an error of the result; see `errorsOf`. */
export const mistakesIn = (
  ports: Pick<Ports, 'ed25519'>,
  { policy, account, base }: Promised,
  to: Account,
  today: Day,
): PlanReport['findings'] =>
  errorsOf(ports, { policy: withAccount(policy, account, to), account, base, today })
