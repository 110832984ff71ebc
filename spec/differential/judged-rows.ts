/** The files that hold verdicts of both phases, all as rows of one shape. */
import { decodeAccount } from '../../src/edge/xdr/index.js'
import { loadVectors } from '../support/vectors.js'
import type { JudgedRow, Row, Verdict } from './recorded.js'

export type JudgedFile = 'core-verdicts' | 'core-probes' | 'core-state' | 'core-sequences'

/** One transaction of a sequence of ledgers, and what it left behind. */
interface Step {
  readonly envelope: string
  readonly hash: string
  readonly validate: Verdict
  /** Absent where validation refused it, and it was not applied. */
  readonly apply?: Verdict
  readonly accountsAfter: readonly { readonly id: string; readonly entry: string | null }[]
}

interface Sequence extends Omit<Row, 'envelope' | 'hash'> {
  readonly tags: readonly string[]
  readonly steps: readonly Step[]
}

const NOT_APPLIED: Verdict = { code: '', opCodes: [], exception: 'not applied' }

const idIn = (entry: string): string => {
  const decoded = decodeAccount(entry)
  if (decoded._tag === 'Left') throw new Error(decoded.left.message)
  return decoded.right.id
}

/** Each step as a case of its own, with the accounts as the steps before it left them. */
const stepsOf = ({ steps, accounts, ...sequence }: Sequence): readonly JudgedRow[] => {
  const state = new Map(accounts.map((entry) => [idIn(entry), entry]))
  return steps.map(({ envelope, hash, validate, apply, accountsAfter }, i) => {
    const row: JudgedRow = {
      ...sequence,
      id: `${sequence.id}, step ${i}`,
      accounts: [...state.values()],
      envelope,
      hash,
      validate,
      apply: apply ?? NOT_APPLIED,
    }
    for (const { id, entry } of accountsAfter)
      if (entry === null) state.delete(id)
      else state.set(id, entry)
    return row
  })
}

/** All rows of a file. */
export const judgedRows = (name: JudgedFile): readonly JudgedRow[] =>
  name === 'core-sequences' ? loadVectors<Sequence>(name).flatMap(stepsOf) : loadVectors<JudgedRow>(name)
