/**
 * The executable specification: what the network says of an envelope's authority, written down as the
 * network goes about it, in its order and with its mutable state. It is slow on purpose, shares no
 * code with `src` but types, and is held against recorded verdicts of stellar-core next door.
 *
 * Left out, because it is no question of authority: time, sequence numbers, fees, balances, and
 * whether an operation that may run then succeeds.
 */
import type { Account } from '../../src/kernel/model/account.js'
import type { AccountId } from '../../src/kernel/model/account-id.js'
import type { Envelope, FeeBumpEnvelope, TransactionEnvelope } from '../../src/kernel/model/envelope.js'
import type { LedgerView } from '../../src/kernel/model/ledger-view.js'
import type { Operation } from '../../src/kernel/model/operation.js'
import { gateOf, hasUnreadableFee } from './gates.js'
import { masterKeyFor } from './keys.js'
import { mayHinderMerge, takesAway } from './merge.js'
import { isSupported, levelOf } from './operations.js'
import { SignatureChecker, type CheckMade, type WeightedKey } from './signature-checker.js'

/** `validate` is the judgement before consensus, `apply` the one when the ledger closes (from 10). */
export type Phase = 'validate' | 'apply'

export interface Question {
  readonly envelope: Envelope
  readonly view: LedgerView
  /** 8 to 28; `apply` from 10. */
  readonly protocol: number
  readonly phase: Phase
}

/** A result code of one operation; the network writes success for those that it did not reach. */
export type OperationCode = 'opSUCCESS' | 'opBAD_AUTH' | 'opNO_ACCOUNT' | 'opNOT_SUPPORTED'

export interface TransactionAnswer {
  readonly code: string
  /** One an operation; none where the network's result carries none. */
  readonly operations: readonly OperationCode[]
  readonly used: readonly boolean[]
  /** Every check that was made, in order. */
  readonly checks: readonly CheckMade[]
}

export interface Answer extends TransactionAnswer {
  /** Where a fee bump reached its inner transaction. */
  readonly inner?: TransactionAnswer
}

const find = (view: LedgerView, id: AccountId): Account | undefined => {
  const found = view.accounts.get(id)
  if (found?._tag === 'Known') return found.account
  if (found?._tag === 'Absent' || (found === undefined && view.closedWorld)) return undefined
  throw new Error(`the reference was asked about ${id}, of which nothing is known`)
}

/** A master key of weight 0 is not in the list at all, and so satisfies no threshold, not even 0. */
const signersOf = (account: Account): readonly WeightedKey[] => {
  const signers: WeightedKey[] = []
  if (account.masterWeight !== 0)
    signers.push({ key: masterKeyFor(account.id), weight: account.masterWeight })
  for (const { key, weight } of account.signers) signers.push({ key, weight })
  return signers
}

const ownSource = ({ source }: Operation): AccountId | undefined =>
  source._tag === 'Some' ? source.value : undefined

/** One transaction under judgement; the two phases are two ways through it. */
class Transaction {
  private readonly checker: SignatureChecker
  private readonly operations: OperationCode[]

  private readonly envelope: TransactionEnvelope
  private readonly view: LedgerView
  private readonly protocol: number

  constructor(envelope: TransactionEnvelope, view: LedgerView, protocol: number) {
    this.envelope = envelope
    this.view = view
    this.protocol = protocol
    this.checker = new SignatureChecker(protocol, envelope.hash, envelope.signatures)
    this.operations = envelope.transaction.operations.map(() => 'opSUCCESS')
  }

  /** stellar-core `checkValidWithOptionallyChargedFee`. */
  validate(): TransactionAnswer {
    const refused = this.beforeOperations()
    if (refused !== undefined) return this.refuse(refused)

    for (const [i, operation] of this.envelope.transaction.operations.entries()) {
      const code = isSupported(this.protocol, operation) ? this.checkOperation(operation) : 'opNOT_SUPPORTED'
      this.operations[i] = code
      if (code !== 'opSUCCESS') return this.answer('txFAILED')
    }
    if (!this.checker.allUsed()) return this.refuse('txBAD_AUTH_EXTRA')
    return this.answer('txSUCCESS')
  }

  /** stellar-core `commonPreApply`, `processSignatures`, `applyOperations`. */
  apply(): TransactionAnswer {
    if (this.protocol < 10) throw new Error('the reference applies from protocol 10')
    const refused = this.beforeOperations()
    if (refused !== undefined) return this.refuse(refused)

    // CAP-2: the signatures of all operations, against the state before any of them ran.
    let allPassed = true
    for (const [i, operation] of this.envelope.transaction.operations.entries()) {
      const code = this.checkOperation(operation)
      this.operations[i] = code
      if (code !== 'opSUCCESS') allPassed = false
    }
    if (!allPassed) return this.answer('txFAILED')
    if (!this.checker.allUsed()) return this.refuse('txBAD_AUTH_EXTRA')
    return this.run()
  }

  /** The gates, the source at low, the extra signers: a code, or nothing where all passed. */
  private beforeOperations(): string | undefined {
    const gate = gateOf(this.envelope, this.protocol)
    if (gate !== undefined) return gate

    const source = find(this.view, this.envelope.transaction.source)
    if (source === undefined) return 'txNO_ACCOUNT'
    if (!this.checker.check(signersOf(source), source.thresholds.low)) return 'txBAD_AUTH'

    const { extraSigners } = this.envelope.transaction.preconditions
    if (extraSigners.length > 0) {
      const signers = extraSigners.map((key) => ({ key, weight: 1 }))
      if (!this.checker.check(signers, signers.length)) return 'txBAD_AUTH'
    }
    return undefined
  }

  /** stellar-core `OperationFrame::checkSignature` with forApply off. */
  private checkOperation(operation: Operation): OperationCode {
    const own = ownSource(operation)
    const source = find(this.view, own ?? this.envelope.transaction.source)
    if (source !== undefined) {
      const passed = this.checker.check(signersOf(source), source.thresholds[levelOf(operation)])
      return passed ? 'opSUCCESS' : 'opBAD_AUTH'
    }
    if (own === undefined) return 'opNO_ACCOUNT'
    // An account that does not exist may be acted for by the key that it would have.
    return this.checker.check([{ key: masterKeyFor(own), weight: 1 }], 0) ? 'opSUCCESS' : 'opBAD_AUTH'
  }

  /** Operations one after the other, each taken to succeed where nothing that can be seen prevents it. */
  private run(): TransactionAnswer {
    const moved = new Map<AccountId, boolean>()
    const hindered = new Set<AccountId>()
    const exists = (id: AccountId): boolean => moved.get(id) ?? find(this.view, id) !== undefined

    let allRan = true
    for (const [i, operation] of this.envelope.transaction.operations.entries()) {
      const source = ownSource(operation) ?? this.envelope.transaction.source
      if (!isSupported(this.protocol, operation)) this.operations[i] = 'opNOT_SUPPORTED'
      else if (!exists(source)) this.operations[i] = 'opNO_ACCOUNT'
      else if (operation._tag === 'CreateAccount') moved.set(operation.destination, true)
      else if (mayHinderMerge(operation)) hindered.add(source)
      else if (operation._tag === 'AccountMerge') {
        const before = find(this.view, source)
        const isHindered = hindered.has(source)
        const destinationExists = exists(operation.destination)
        if (takesAway(operation, { source, before, isHindered, destinationExists })) moved.set(source, false)
      }
      if (this.operations[i] !== 'opSUCCESS') allRan = false
    }
    return this.answer(allRan ? 'txSUCCESS' : 'txFAILED')
  }

  /** A result that carries operations. */
  private answer(code: 'txSUCCESS' | 'txFAILED'): TransactionAnswer {
    return { code, operations: this.operations, used: this.checker.used, checks: this.checker.checks }
  }

  /** A result that carries none. */
  private refuse(code: string): TransactionAnswer {
    return { code, operations: [], used: this.checker.used, checks: this.checker.checks }
  }
}

const innerAnswer = (outer: Omit<TransactionAnswer, 'code'>, inner: TransactionAnswer): Answer => {
  const code = inner.code === 'txSUCCESS' ? 'txFEE_BUMP_INNER_SUCCESS' : 'txFEE_BUMP_INNER_FAILED'
  return { ...outer, code, inner }
}

/** stellar-core `FeeBumpTransactionFrame::checkValid`: the outer signatures, then the inner transaction. */
const validateFeeBump = (envelope: FeeBumpEnvelope, view: LedgerView, protocol: number): Answer => {
  const checker = new SignatureChecker(protocol, envelope.hash, envelope.signatures)
  const outer = { operations: [], used: checker.used, checks: checker.checks }
  if (hasUnreadableFee(envelope.inner, protocol)) return { ...outer, code: 'txMALFORMED' }
  if (protocol < 13) return { ...outer, code: 'txNOT_SUPPORTED' }
  const feeSource = find(view, envelope.feeSource)
  if (feeSource === undefined) return { ...outer, code: 'txNO_ACCOUNT' }
  if (!checker.check(signersOf(feeSource), feeSource.thresholds.low)) return { ...outer, code: 'txBAD_AUTH' }
  if (!checker.allUsed()) return { ...outer, code: 'txBAD_AUTH_EXTRA' }
  return innerAnswer(outer, new Transaction(envelope.inner, view, protocol).validate())
}

/** stellar-core `FeeBumpTransactionFrame::apply`: the outer signatures were judged before consensus only. */
const applyFeeBump = (envelope: FeeBumpEnvelope, view: LedgerView, protocol: number): Answer =>
  innerAnswer(
    { operations: [], used: envelope.signatures.map(() => false), checks: [] },
    new Transaction(envelope.inner, view, protocol).apply(),
  )

/** What the network says. */
export const judge = ({ envelope, view, protocol, phase }: Question): Answer => {
  if (envelope._tag === 'FeeBump')
    return phase === 'validate'
      ? validateFeeBump(envelope, view, protocol)
      : applyFeeBump(envelope, view, protocol)
  const transaction = new Transaction(envelope, view, protocol)
  return phase === 'validate' ? transaction.validate() : transaction.apply()
}
