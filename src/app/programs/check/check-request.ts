/** What a check is asked. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Day } from '../../../advice/policy/index.js'
import type { Ports, Revisions } from '../../ports.js'

/** What is checked, and against what. */
export interface CheckRequest {
  /** Files and folders; the folder that one is in, where none is named. */
  readonly paths: readonly string[]
  /** What standard input is called, where `-` is among the paths. */
  readonly stdinName: O.Option<string>
  /** A revision, a file or a folder with the policies before. */
  readonly base: O.Option<string>
  /** Whether nobody may gain power over any account, whatever the files promise. Needs `base`. */
  readonly notLooser: boolean
  /** Rules that are asked; all, where none is named. */
  readonly only: readonly string[]
  /** Rules that are not. */
  readonly skip: readonly string[]
  readonly today: Day
  /** A file with the accounts as the ledger has them. */
  readonly state: O.Option<string>
  readonly stellarToml: O.Option<string>
}

/** What a check asks of the world. */
export interface CheckPorts extends Ports {
  readonly revisions: Revisions
}
