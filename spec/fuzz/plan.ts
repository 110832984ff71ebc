/**
 * Random changes of accounts: every plan is executed by the engine with signatures that are verified, and
 * held against the naive models; every refusal has to be right.
 *
 *     tsx spec/fuzz/plan.ts --count 6000 --seed 1
 */
import { parseArgs } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { plan, type Plan, type PlannedTransaction, type PlanRefusal } from '../../src/advice/plan/index.js'
import {
  encodeTransaction,
  readTransactionUri,
  readTxrep,
  transactionUri,
  txrepOf,
} from '../../src/edge/xdr/index.js'
import { simulate, type Submission } from '../../src/kernel/ledger/index.js'
import { lookup, NETWORKS, toHex, type Account } from '../../src/kernel/model/index.js'
import { DEFAULT_PROTOCOL } from '../../src/kernel/protocol/index.js'
import { PROVE } from '../advice/plan/asking.js'
import * as stage from '../reference/stage-model.js'
import { account, usualState, world } from '../support/build/account.js'
import { planCase, signingOf, type PlanCase } from './plan-cases.js'
import * as model from './plan-model.js'
import { randomFrom } from './random.js'

const must = (isSo: boolean, what: string): void => {
  if (!isSo) throw new Error(what)
}

const isLocked = (one: Account, unavailable: ReadonlySet<string>): boolean =>
  model.fewestOf(one, (id) => !unavailable.has(id)) === undefined

const isShortAtOnce = (start: Account, to: Account): boolean =>
  O.isSome(start.state) && start.state.value.balance < model.neededAtOnce(start, to)

const refusalMustBeRight = ({ request, start }: PlanCase, { reasons }: PlanRefusal): string => {
  const { to, unavailable, prefer, proveKeys } = request
  const codes = reasons.map(({ code }) => code)
  const [before, after] = [isLocked(start, unavailable), isLocked(to, unavailable)]
  const isSame = model.configurationText(start) === model.configurationText(to)
  must(codes.includes('locked-out') === before, 'locked-out')
  must(codes.includes('would-lock') === (after && !isSame), 'would-lock')
  if (prefer === 'atomic' && !proveKeys) {
    must(codes.includes('reserve-short') === isShortAtOnce(start, to), 'reserve-short')
    must(
      codes.every((code) => ['locked-out', 'would-lock', 'reserve-short'].includes(code)),
      codes.join(),
    )
  }
  return `refused: ${[...new Set(codes)].join(', ')}`
}

/** Three forms of one envelope, and what stellar-base reads in it. */
const envelopeMustSay = ({ transaction, operations }: PlannedTransaction): Submission['envelope'] => {
  if (O.isNone(transaction)) throw new Error('no transaction')
  const encoded = encodeTransaction(NETWORKS.testnet)(transaction.value)
  if (E.isLeft(encoded)) throw new Error(encoded.left.message)
  const { base64, envelope } = encoded.right
  const [txrep, uri] = [txrepOf(base64), transactionUri({ base64, network: NETWORKS.testnet })]
  must(E.isRight(txrep) && E.toUnion(readTxrep(txrep.right)) === base64, 'txrep')
  const read = E.isRight(uri) ? readTransactionUri(uri.right) : uri
  must(E.isRight(read) && read.right.base64 === base64, 'uri')
  const other = model.operationsOf(base64)
  must(other.hash === toHex(envelope.hash), 'hash')
  must(
    JSON.stringify(other.operations) === JSON.stringify(model.operationsSaid(operations)),
    'operations by stellar-base',
  )
  return envelope
}

const signed = (planned: PlannedTransaction): Submission => {
  const envelope = envelopeMustSay(planned)
  const signatures = planned.signing.signers.map(({ strkey }) => signingOf(strkey)(envelope.hash))
  return {
    envelope: { ...envelope, signatures },
    ledgerSequence: O.none,
    closeTime: O.none,
  }
}

const mustEndThere = (start: Account, { to, transactions }: Plan): void => {
  const rich = { ...usualState, subentries: start.signers.length, balance: 1000_0000000n }
  const known = O.isSome(start.state) ? start : { ...start, state: O.some(rich) }
  const payer = account({ of: 'payer', state: { sponsoring: 20, balance: 1000_0000000n } })
  const { steps, view } = simulate(DEFAULT_PROTOCOL, PROVE)(world(known, payer))(transactions.map(signed))
  for (const step of steps)
    must(step._tag === 'Applied' && step.applied.code === 'txSUCCESS', `a step: ${step._tag}`)
  const end = lookup(view)(start.id)
  must(
    end._tag === 'Known' && model.configurationText(end.account) === model.configurationText(to),
    'another end',
  )
}

const statesMustBeSafe = ({ from, to, transactions }: Plan, can: (id: string) => boolean): void => {
  const proven = new Set(model.allOf(from).filter(can))
  for (const { after } of transactions.slice(0, -1)) {
    must(
      stage.isSafe({ before: from, after: to, state: after, proven: [...proven] }),
      'a state that is not safe',
    )
    for (const id of model.peopleOf(after).filter(can)) proven.add(id)
  }
}

const planMustBeRight = ({ request, start }: PlanCase, planned: Plan): string => {
  const { to, unavailable, prefer, proveKeys } = request
  const { transactions, from, complete } = planned
  const can = (id: string): boolean => !unavailable.has(id)
  must(!isLocked(start, unavailable) && !isLocked(to, unavailable), 'a lock was not seen')
  must(model.configurationText(from) === model.configurationText(start), 'another beginning')
  const states = [start, ...transactions.map(({ after }) => after)]
  const people = new Set(states.flatMap(model.peopleOf))
  const isOpen = states.every((one) => model.fewestOf(one, (id) => can(id) && people.has(id)) !== undefined)
  must(isOpen || !complete, 'only secrets open it')
  const operations = transactions.reduce((sum, one) => sum + one.operations.length, 0)
  if (prefer === 'atomic' && !proveKeys)
    must(
      operations === model.fewestOperations(start, to) && complete === isOpen,
      'more operations than needed',
    )
  must(model.shortBy(start, transactions) <= 0n, 'lumens are missing')
  for (const { before, signing, operations: done } of transactions) {
    must(done.length >= 1 && done.length <= 100 && signing.signers.length <= 20, 'limits')
    must(
      signing.signers.every(({ strkey }) => can(strkey)),
      'somebody who cannot sign',
    )
    const least = model.fewestOf(before, (id) => can(id) && !signing.proves.includes(id))
    must(signing.signers.length - signing.proves.length === least, 'more signatures than needed')
  }
  statesMustBeSafe(planned, can)
  mustEndThere(start, planned)
  return `${complete ? 'planned' : 'undecided'}: transactions ${String(transactions.length)}`
}

const answerTo = (one: PlanCase): string => {
  const found = plan(one.request)
  if (E.isRight(found)) return planMustBeRight(one, found.right)
  if (found.left._tag === 'Failure') throw new Error(found.left.message)
  return refusalMustBeRight(one, found.left)
}

const { values } = parseArgs({
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
})
const random = randomFrom(Number(values.seed))
const tally = new Map<string, number>()
let wrong = 0
for (let at = 0; at < Number(values.count); at++) {
  const one = planCase(random)
  let came: string
  try {
    came = answerTo(one)
  } catch (error) {
    wrong++
    came = `WRONG: ${error instanceof Error ? error.message : 'thrown'}`
    console.error(came, model.configurationText(one.start), model.configurationText(one.request.to))
  }
  tally.set(came, (tally.get(came) ?? 0) + 1)
}
for (const [what, count] of [...tally].toSorted(([, a], [, b]) => b - a))
  console.log(String(count).padStart(7), what)
console.log(`${values.count} changes, ${String(wrong)} wrong`)
process.exitCode = wrong === 0 ? 0 : 1
