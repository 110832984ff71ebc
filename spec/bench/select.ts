/**
 * How long does «who must still sign?» take? Each line is one question from an envelope without
 * signatures to its best completion, confirmed by the evaluator; proofs are stubbed, as there is nothing
 * to verify. Random ones are the median and the slowest of several.
 */
import * as E from 'fp-ts/lib/Either.js'
import { createHash } from 'node:crypto'
import {
  accountIdOf,
  DEFAULT_PROTOCOL,
  ed25519Key,
  ledgerView,
  NO_PRECONDITIONS,
  ordSigner,
  signer,
  type Account,
  type AccountId,
  type Judge,
  type LedgerView,
  type TransactionEnvelope,
} from 'quorate/kernel'
import { collectCompletions, completions } from '../../dist/advice/select/index.js'
import { measure } from './measure.js'

const NONE = { _tag: 'None' } as const
const judge: Judge = { protocol: DEFAULT_PROTOCOL, phase: 'validate', prove: () => false }

const sha256 = (text: string): Uint8Array => Uint8Array.from(createHash('sha256').update(text).digest())
const idOf = (name: string): AccountId => accountIdOf(sha256(`quorate bench account ${name}`))
const keyOf = (name: string) => ed25519Key(sha256(`quorate bench key ${name}`))

/** A generator of fixed output (mulberry32). */
const generator = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Members = readonly (readonly [name: string, weight: number])[]

const accountOf = (name: string, needed: number, members: Members): Account => ({
  id: idOf(name),
  masterWeight: 0,
  thresholds: { low: needed, medium: needed, high: needed },
  signers: members.map(([key, weight]) => signer(keyOf(key), weight)).toSorted(ordSigner.compare),
  state: NONE,
})

interface Asked {
  readonly view: LedgerView
  readonly envelope: TransactionEnvelope
}

/** One payment by each account, and at least two. */
const ask = (accounts: readonly Account[]): Asked => {
  const view = ledgerView({ accounts })
  const [first] = accounts
  if (E.isLeft(view) || first === undefined) throw new Error('bench: accounts')
  const operations = (accounts.length === 1 ? [first, first] : accounts).map(
    ({ id }) =>
      ({
        _tag: 'Payment',
        source: { _tag: 'Some', value: id },
        destination: idOf('shop'),
        issuer: NONE,
        amount: 1n,
      }) as const,
  )
  return {
    view: view.right,
    envelope: {
      _tag: 'Transaction',
      version: 'v1',
      hash: sha256('quorate bench envelope'),
      signatures: [],
      transaction: {
        source: first.id,
        fee: 10_000n,
        sequence: 1n,
        preconditions: NO_PRECONDITIONS,
        operations,
        hasMuxedAccount: false,
        hasMuxedSource: false,
        hasMemo: false,
        hasSorobanData: false,
      },
    },
  }
}

const equal = (count: number): Members => Array.from({ length: count }, (_, i) => [String(i), 1] as const)

const random = (next: () => number, count: number, most: number, prefix = ''): Members =>
  Array.from({ length: count }, (_, i) => [`${prefix}${i}`, 1 + Math.floor(next() * most)] as const)

const share = (members: Members, part: number): number =>
  Math.min(255, Math.ceil(members.reduce((sum, [, weight]) => sum + weight, 0) * part))

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i)

/** So many accounts, each with all of 20 keys and its own random weights. */
const sharing =
  (accounts: number, part: number) =>
  (seed: number): Asked => {
    const next = generator(seed)
    return ask(
      range(accounts).map((i) => {
        const members = random(next, 20, 20)
        return accountOf(`shared ${i}`, share(members, part), members)
      }),
    )
  }

/** So many accounts, each with seven keys of forty. */
const pooled =
  (accounts: number, part: number) =>
  (seed: number): Asked => {
    const next = generator(seed)
    return ask(
      range(accounts).map((i) => {
        const names = new Set<string>()
        while (names.size < 7) names.add(String(Math.floor(next() * 40)))
        const members = [...names].map((name) => [name, 1 + Math.floor(next() * 10)] as const)
        return accountOf(`pooled ${i}`, share(members, part), members)
      }),
    )
  }

const singles: Readonly<Record<string, (seed: number) => Asked>> = {
  '3 of 5': () => ask([accountOf('company', 3, equal(5))]),
  '11 of 20, equal weights': () => ask([accountOf('company', 11, equal(20))]),
  '20 signers, random weights': (seed) => {
    const members = random(generator(seed), 20, 20)
    return ask([accountOf('company', share(members, 0.5), members)])
  },
  '100 accounts of 20 signers, none shared': (seed) => {
    const next = generator(seed)
    return ask(range(100).map((i) => accountOf(`own ${i}`, 20, random(next, 20, 20, `${i} `))))
  },
  '20 accounts of 20 signers, none shared': (seed) => {
    const next = generator(seed)
    return ask(
      range(20).map((i) =>
        accountOf(`own ${i}`, 18, [...random(next, 19, 9, `${i} `), [`${i} main`, 18] as const]),
      ),
    )
  },
  '100 accounts sharing 20 signers, a third of the weight': sharing(100, 1 / 3),
  '100 accounts sharing 20 signers, half of the weight': sharing(100, 1 / 2),
  '30 accounts of 7 signers out of 40, 30 % of the weight': pooled(30, 0.3),
  '30 accounts of 7 signers out of 40, 40 % of the weight': pooled(30, 0.4),
}

const SEEDS = range(Number(process.argv[2] ?? 8)).map((i) => 1000 + i)

console.log('question'.padEnd(58) + 'median ms'.padStart(12) + 'slowest'.padStart(12) + '   answer')
for (const [name, make] of Object.entries(singles)) {
  const asked = SEEDS.map(make)
  const answers = asked.map(({ view, envelope }) => completions(judge)(view)(envelope)().answer)
  const medians = measure(
    asked.map(({ view, envelope }, i) => ({
      name: String(i),
      calls: 1,
      run: () => completions(judge)(view)(envelope)(),
    })),
    5,
  )
  const times = [...medians.values()].map((microseconds) => microseconds / 1000).sort((a, b) => a - b)
  const told = answers.map((answer) =>
    answer._tag === 'Possible'
      ? `${answer.best.add.length}${answer.isBestProved ? '' : '?'}`
      : answer._tag === 'Impossible'
        ? answer.obstacles[0]._tag
        : answer._tag,
  )
  const [median = Number.NaN, slowest = Number.NaN] = [times[times.length >> 1], times.at(-1)]
  console.log(
    `${name.padEnd(58)}${median.toFixed(2).padStart(12)}${slowest.toFixed(2).padStart(12)}   ${[...new Set(told)].join(' ')}`,
  )
}

const listing = singles['11 of 20, equal weights']?.(0)
if (listing !== undefined) {
  const thousand = measure(
    [
      {
        name: 'thousand',
        calls: 1,
        run: () => collectCompletions(1000)(completions(judge)(listing.view)(listing.envelope)()),
      },
    ],
    5,
  ).get('thousand')
  console.log(
    `\nthe first 1,000 of the 167,960 completions of 11 of 20: ${((thousand ?? 0) / 1000).toFixed(1)} ms`,
  )
}
