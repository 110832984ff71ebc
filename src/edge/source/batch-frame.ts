/**
 * What every line of a batch says: the network, the accounts as the ledger held them, what is known of
 * the rest, and under which rules to judge. Members that are not known are not looked at: recorded cases
 * carry many.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import {
  looksLikeSeed,
  secretSeedFailure,
  type Failure,
  type LedgerView,
  type Network,
} from '../../kernel/model/index.js'
import { batchView } from './batch-view.js'
import { accountId, maybe, text, uint32, uint64, yesOrNo } from './codecs.js'
import { inMember, tellErrors } from './decode-report.js'
import { networkOfPassphrase } from './network-text.js'
import { parseJson } from './text/json-text.js'
import { FOREIGN_TEXT, readableText } from './text/readable-text.js'
import { seedOffsetsBesideBase64 } from './text/seed-scan.js'

/** When an envelope is judged: on submission, or when a ledger is closed with it. */
export type BatchPhase = 'validate' | 'apply'

/** What a line says beside what is to be judged. */
export interface BatchFrame {
  readonly id: string
  readonly protocol: O.Option<number>
  readonly network: Network
  readonly view: LedgerView
  readonly phase: O.Option<BatchPhase>
  readonly ledgerSeq: O.Option<number>
  readonly closeTime: O.Option<bigint>
}

const phase: t.Type<BatchPhase, unknown> = new t.Type<BatchPhase, unknown>(
  '`validate` or `apply`',
  (value): value is BatchPhase => value === 'validate' || value === 'apply',
  (value, context) =>
    value === 'validate' || value === 'apply' ? t.success(value) : t.failure(value, context),
  (value) => value,
)

const accountIds = t.array(accountId, 'a list of accounts (G…)')

/** Of its entries only the values are checked here; a bad key is told by `batchView`. */
const sponsors = t.record(t.string, accountId, 'an object of accounts and their sponsors')

const frameMembers = {
  id: text,
  protocol: maybe(uint32),
  networkPassphrase: text,
  accounts: t.array(text, 'a list of ledger entries in base64'),
  closedWorld: maybe(yesOrNo),
  absentAccounts: maybe(accountIds),
  unknownAccounts: maybe(accountIds),
  phase: maybe(phase),
  accountSponsors: maybe(sponsors),
  ledgerSeq: maybe(uint32),
  closeTime: maybe(uint64),
}

const ID = /^\s*\{\s*"id"\s*:\s*"([^"\\]{1,200})"/

/** The id of a line, also of one that cannot be read, as far as it can be found. */
export const idOf = (line: string): O.Option<string> => {
  const json = line.length > FOREIGN_TEXT.characters ? E.left(undefined) : parseJson(line)
  const whole = t.type({ id: text }).decode(E.isRight(json) ? json.right : undefined)
  const id = E.isRight(whole) ? whole.right.id : ID.exec(line.slice(0, 1000))?.[1]
  return id === undefined || looksLikeSeed(id) ? O.none : O.some(id)
}

/** What holds for lines that do not say it: members as they would stand in a line. */
export type BatchDefaults = Readonly<Partial<Record<'networkPassphrase' | 'closedWorld', string | boolean>>>

const withDefaults = (defaults: BatchDefaults, json: unknown): unknown =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...defaults, ...json } : json

/** What can be read as a line, with defaults for what it leaves out. */
export type ReadLine<A> = (line: string, defaults?: BatchDefaults) => E.Either<Failure, BatchFrame & A>

/**
 * Reads lines that have some members beside the frame.
 *
 * Failures: `too-large`, `not-text`, `empty-input`, `secret-seed`, `not-json`, `batch-shape` (what is
 * missing or wrong), `unknown-network`, those of `decodeAccount`, `account-twice`, `sponsors-differ`.
 */
export const readFrameWith = <P extends t.Props>(more: P): ReadLine<t.TypeOfProps<P>> => {
  const frame = t.type(frameMembers, 'a case (an object)')
  const rest = t.type(more, 'a case (an object)')
  return (line, defaults = {}) => {
    const readable = readableText(FOREIGN_TEXT)(line)
    if (E.isLeft(readable)) return readable
    if (seedOffsetsBesideBase64(readable.right).length > 0) return E.left(secretSeedFailure())
    const json = parseJson(readable.right)
    if (E.isLeft(json)) return json
    const value = withDefaults(defaults, json.right)
    const members = frame.decode(value)
    if (E.isLeft(members)) return E.left(NEA.head(tellErrors('batch-shape')(members.left)))
    const others = rest.decode(value)
    if (E.isLeft(others)) return E.left(NEA.head(tellErrors('batch-shape')(others.left)))
    const { id, protocol, networkPassphrase, phase, ledgerSeq, closeTime } = members.right
    const network = networkOfPassphrase(networkPassphrase)
    if (E.isLeft(network)) return E.left(inMember('networkPassphrase')(network.left))
    return E.map((view: LedgerView) => ({
      ...others.right,
      id,
      protocol,
      network: network.right,
      view,
      phase,
      ledgerSeq,
      closeTime,
    }))(batchView(members.right))
  }
}
