/** Findings: what a rule has to say of a policy, where, with its evidence, and how to put it right. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Exhibit, Place, TreePath } from '../policy/index.js'

/** How bad it is: a mistake, a risk, something to know. */
export const SEVERITIES = ['error', 'warning', 'note'] as const

export type Severity = (typeof SEVERITIES)[number]

/** One change of a file. The path says what; comments and everything else stay. */
export type Edit = { readonly file: string; readonly path: TreePath } & (
  | { readonly _tag: 'Set'; readonly to: number | string }
  /** The entry, or the item of a list. */
  | { readonly _tag: 'Remove' }
  /** Lines of YAML at the end of the list or map at the path, which is made where it is not there. */
  | { readonly _tag: 'Append'; readonly yaml: readonly string[] }
)

/** How to put it right. */
export interface Fix {
  /** In the imperative: `remove signer emil`. No full stop. */
  readonly says: string
  /**
   * `equivalent`: exactly the same people can act, proved at every level. `improvement`: nobody gains
   * anything, and what the finding says is gone. `suggested`: for people to decide; never done by itself.
   */
  readonly effect: 'equivalent' | 'improvement' | 'suggested'
  /** None, where it takes more than an edit of the file. */
  readonly edits: readonly Edit[]
}

/** One thing that a rule found. */
export interface Finding {
  /** The id of the rule. */
  readonly rule: string
  readonly severity: Severity
  /** The name of the account that it is about. */
  readonly account: O.Option<string>
  readonly place: Place
  /** One or two whole sentences that name people and numbers. */
  readonly says: string
  /** What to do, in one line: lower case, no full stop. */
  readonly help: string
  readonly exhibits: readonly Exhibit[]
  /** Other places that belong to it. */
  readonly related: readonly { readonly place: Place; readonly says: string }[]
  /**
   * What makes it the same finding tomorrow: words that do not change with lines and names of files, such
   * as the level and the sorted StrKeys.
   */
  readonly evidence: readonly string[]
  readonly fix: O.Option<Fix>
}
