/** Recorded cases through the program: what stellar-core left behind, as `quorate simulate --batch` writes it. */
import * as O from 'fp-ts/lib/Option.js'
import type { Account, AccountId, Signer } from '../../../src/kernel/model/index.js'
import { runCli } from '../../support/run-cli.js'

/** An account as the program writes it. */
export interface WrittenAccount {
  readonly master: number
  readonly thresholds: { readonly low: number; readonly medium: number; readonly high: number }
  readonly signers: readonly { readonly key: string; readonly weight: number; readonly sponsor?: string }[]
  readonly sequence?: string
  readonly balance?: string
  readonly subentries?: number
  readonly sponsored?: number
  readonly sponsoring?: number
  readonly sponsor?: string
}

/** What the program says of one envelope. */
export interface Said {
  readonly verdict: string
  readonly code: string | null
  readonly innerCode?: string
  readonly opCodes: readonly string[]
  readonly applied: boolean
  readonly feeCharged: string | null
  readonly accounts: Readonly<Record<string, WrittenAccount | null>>
}

/** A line of the answer. */
export interface Line extends Said {
  readonly id: string
  readonly steps?: readonly Said[]
  readonly warnings: readonly { readonly code: string }[]
  readonly error?: { readonly code: string }
}

/** The ledger that recorded envelopes were submitted to, where the row names none. */
export const LEDGER = { ledgerSeq: 1_000_000, closeTime: 1_600_000_000 }

/** All rows, or every fifth: the whole files take a minute of everybody's time. */
export const someOf = <A>(rows: readonly A[]): readonly A[] =>
  process.env['QUORATE_FULL'] === '1' ? rows : rows.filter((_, index) => index % 5 === 0)

/** How many rows there are to be, of all or of every fifth. */
export const ofAll = <A>(all: A, fifth: A): A => (process.env['QUORATE_FULL'] === '1' ? all : fifth)

/** The program's answers to rows, in their order. */
export const simulated = async (rows: readonly object[]): Promise<readonly Line[]> => {
  const { stdout } = await runCli({
    args: ['simulate', '--batch', '-'],
    input: rows.map((row) => JSON.stringify({ ...LEDGER, ...row })).join('\n'),
  })
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

const writtenSigner = ({ key, weight, sponsor }: Signer): WrittenAccount['signers'][0] => ({
  key: key.strkey,
  weight,
  ...(O.isSome(sponsor) ? { sponsor: sponsor.value } : {}),
})

/** What of an account is compared: who may sign and where it stands, or its reserves and balance too. */
export type Depth = 'authority' | 'everything'

/** A recorded account as the program should write it. */
export const writtenAccount =
  (depth: Depth) =>
  ({ masterWeight, thresholds, signers, state }: Account): WrittenAccount => {
    if (O.isNone(state)) throw new Error('a recorded account has a state')
    const { sequence, balance, subentries, sponsored, sponsoring, sponsor } = state.value
    return {
      master: masterWeight,
      thresholds,
      signers: signers.map(writtenSigner),
      sequence: String(sequence),
      ...(depth === 'authority' ? {} : { balance: String(balance), subentries, sponsored, sponsoring }),
      ...(O.isSome(sponsor) ? { sponsor: sponsor.value } : {}),
    }
  }

/** What the program wrote, as deep as it is compared. */
export const comparable =
  (depth: Depth) =>
  (accounts: Said['accounts']): Said['accounts'] =>
    Object.fromEntries(
      Object.entries(accounts).map(([id, written]) => {
        if (written === null || depth === 'everything') return [id, written]
        const { balance: _b, subentries: _s, sponsored: _o, sponsoring: _i, ...authority } = written
        return [id, authority]
      }),
    )

/** Accounts as a record of what the program should write. */
export const recordOf = (
  entries: readonly (readonly [AccountId, Account | null])[],
  depth: Depth,
): Said['accounts'] =>
  Object.fromEntries(
    entries.map(([id, account]) => [id, account === null ? null : writtenAccount(depth)(account)]),
  )
