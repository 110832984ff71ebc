/**
 * Planning a change of signers: read both descriptions, the account in the ledger and what is out there,
 * find the transactions, and write down their envelopes. Nothing is signed and nothing is sent.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { plan, type Plan, type PlanRefusal } from '../../advice/plan/index.js'
import type { Day } from '../../advice/policy/index.js'
import {
  keysOf,
  namesOfBoth,
  signerLabel,
  tellingApart,
  type Artefacts,
  type Names,
  type PlanReport,
} from '../../edge/report/index.js'
import { ledgerHeader } from '../../kernel/ledger/index.js'
import type { Failure, Network } from '../../kernel/model/index.js'
import { DEFAULT_PROTOCOL, parseProtocol } from '../../kernel/protocol/index.js'
import { proveWith } from '../../kernel/signature/index.js'
import type { Ports, Revisions } from '../ports.js'
import { networkFailure } from './diff.js'
import { chooseNetwork } from './network.js'
import { chooseAccount, fetchLive, readLive, type AccountPair, type Live } from './plan-accounts.js'
import { artefactsOf } from './plan-artefacts.js'
import { lostKeys, readAbilities } from './plan-keys.js'
import { mistakesIn, promisedOf } from './plan-promises.js'
import { readPending } from './plan-pending.js'
import { readPlanSide, type PlanSide } from './plan-side.js'
import type { OpenSource } from './source/live-accounts.js'

type Failures = NEA.NonEmptyArray<Failure>

/** What is asked, as it was written. */
export interface PlanWords {
  /** `FILE`, `REV:FILE`, either with `#ACCOUNT`, or `-`. */
  readonly from: string
  readonly to: string
  /** The name or the address of an account of either file. */
  readonly account: O.Option<string>
  readonly live: O.Option<string>
  /** In the place of `live`: asked for the account. */
  readonly source?: OpenSource
  readonly sequence: O.Option<bigint>
  readonly network: O.Option<Network>
  /** Names of signers, or keys. */
  readonly unavailable: readonly string[]
  /** Conditional signers, by name or key, whose preimage or payload signature somebody has. */
  readonly atHand: readonly string[]
  /** Paths or base64. */
  readonly pending: readonly string[]
  readonly proveKeys: boolean
  readonly staged: boolean
  readonly needsReserve: boolean
  readonly expected: O.Option<string>
  /** The day on which it is asked, for `ignore` entries that end. */
  readonly today: Day
}

/** What planning needs of the world. */
export interface PlanPorts extends Ports {
  readonly revisions: Revisions
}

/** Both sides, read, and what belongs to them. */
interface Read {
  readonly from: PlanSide
  readonly to: PlanSide
  readonly pair: AccountPair
  readonly live: O.Option<Live>
  readonly network: O.Option<Network>
  readonly names: Names
}

const readSides = async (
  ports: PlanPorts,
  { from, to }: PlanWords,
): Promise<E.Either<Failures, readonly [PlanSide, PlanSide]>> => {
  const read = readPlanSide(ports)
  const [was, is] = [await read(from), await read(to)]
  if (E.isLeft(was)) return E.isLeft(is) ? E.left(NEA.concat(is.left)(was.left)) : was
  return E.isLeft(is) ? is : E.right([was.right, is.right])
}

/** The network that is said somewhere; none where nobody says one. */
const networkOf = (
  said: O.Option<Network>,
  from: PlanSide,
  to: PlanSide,
): E.Either<Failure, O.Option<Network>> => {
  const differ = networkFailure(from, to)
  if (O.isSome(differ)) return E.left(differ.value)
  const written = O.isSome(to.source.network) ? to.source.network : from.source.network
  if (O.isNone(said) && O.isNone(written)) return E.right(O.none)
  return E.map((network: Network) => O.some(network))(chooseNetwork(said, written))
}

/** The account in the ledger, out of a file or of a source; none where neither is given. */
const liveOf = async (
  { files }: PlanPorts,
  { live, source }: PlanWords,
  network: O.Option<Network>,
  { to }: AccountPair,
): Promise<E.Either<Failures, O.Option<Live>>> => {
  const some = (found: Live): O.Option<Live> => O.some(found)
  if (source !== undefined) return E.map(some)(await fetchLive(source, network, to.id))
  return O.isNone(live) ? E.right(O.none) : E.map(some)(await readLive(files)(live.value, to.id))
}

const readAll = async (ports: PlanPorts, words: PlanWords): Promise<E.Either<Failures, Read>> => {
  const sides = await readSides(ports, words)
  if (E.isLeft(sides)) return sides
  const [from, to] = sides.right
  const network = networkOf(words.network, from, to)
  if (E.isLeft(network)) return E.left(NEA.of(network.left))
  const pair = chooseAccount(from, to, words.account)
  if (E.isLeft(pair)) return E.left(NEA.of(pair.left))
  const live = await liveOf(ports, words, network.right, pair.right)
  if (E.isLeft(live)) return live
  const names = namesOfBoth(from.source, to.source)
  return E.right({ from, to, pair: pair.right, live: live.right, network: network.right, names })
}

const reportOf = (
  read: Read,
  outcome: Plan | PlanRefusal,
  pending: readonly string[],
  artefacts: Artefacts,
  findings: PlanReport['findings'] = [],
): PlanReport => ({
  sides: [read.from.name, read.to.name],
  live: O.map(({ name }: Live) => name)(read.live),
  network: read.network,
  names: read.names,
  outcome,
  pending,
  artefacts,
  findings,
  folder: O.none,
})

const REFUSED: Artefacts = { _tag: 'NotMade', because: 'there is no plan', help: O.none }

/**
 * Plans a change.
 *
 * Failures: those of reading both sides, the live account and pending envelopes; `networks-differ`,
 * `unknown-account`, `which-account`, `accounts-differ`, `unknown-signer`, `ambiguous-name`, `contradicting-signers`,
 * `network-not-said`; those of `plan` and of encoding. A plan that is refused is no failure.
 */
export const planChange =
  (ports: PlanPorts) =>
  async (words: PlanWords): Promise<E.Either<Failures, PlanReport>> => {
    const all = await readAll(ports, words)
    if (E.isLeft(all)) return all
    const read = all.right
    const { from, to } = read.pair
    const live = O.map(({ account }: Live) => account)(read.live)
    const accounts = [from, to, ...(O.isSome(live) ? [live.value] : [])]
    const abilities = readAbilities([read.from.source, read.to.source], accounts)(words)
    if (E.isLeft(abilities)) return abilities
    const pending = await readPending(ports.files, words.pending, read.network)
    if (E.isLeft(pending)) return pending
    const protocol = parseProtocol('apply')(DEFAULT_PROTOCOL)
    if (E.isLeft(protocol)) return E.left(NEA.of(protocol.left))
    const promised = await promisedOf(ports, read.from, read.to, read.pair)
    const planned = plan({
      network: read.network,
      from,
      to,
      live,
      sequence: words.sequence,
      header: ledgerHeader(protocol.right),
      atHand: abilities.right.atHand,
      unavailable: new Set([...abilities.right.unavailable, ...lostKeys([read.from.policy, read.to.policy])]),
      others: read.from.source.accounts.filter(({ id }) => id !== from.id),
      pending: pending.right.map(({ envelope }) => envelope),
      prove: proveWith(ports.ed25519()),
      promised,
      prefer: words.staged ? 'staged' : 'atomic',
      proveKeys: words.proveKeys,
      needsReserve: words.needsReserve,
      expected: words.expected,
      nameOf: signerLabel(tellingApart(keysOf(accounts))(read.names)),
    })
    const called = pending.right.map(({ name }) => name)
    if (E.isLeft(planned))
      return planned.left._tag === 'Refused'
        ? E.right(reportOf(read, planned.left, called, REFUSED))
        : E.left(NEA.of(planned.left))
    const artefacts = artefactsOf(planned.right, read.network)
    return E.isLeft(artefacts)
      ? E.left(NEA.of(artefacts.left))
      : E.right(
          reportOf(
            read,
            planned.right,
            called,
            artefacts.right,
            O.isSome(promised) ? mistakesIn(ports, promised.value, to, words.today) : [],
          ),
        )
  }
