/** The verdicts of the examples, as `examples/expected.json` lists them. */
import { read } from '../support/repository.js'

/** An operation that fails, by its place from 0. */
export interface ExpectedOperation {
  readonly index: number
  readonly code: string
}

/** One envelope with one verdict. */
export interface Expected {
  readonly file: string
  readonly accounts: readonly string[]
  readonly network: 'testnet'
  readonly protocol?: number
  readonly phase?: 'validate' | 'apply'
  readonly verdict: 'authorized' | 'rejected' | 'undetermined'
  readonly code: string | null
  readonly operations: readonly ExpectedOperation[]
  readonly inner?: { readonly code: string; readonly operations: readonly ExpectedOperation[] }
  readonly exit: 0 | 1 | 4
}

export const EXPECTED = JSON.parse(read('examples/expected.json')) as readonly Expected[]
