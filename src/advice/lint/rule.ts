/**
 * Rules: mistakes and risks that need no promise to be seen. A rule reports a mistake or a risk, never a
 * taste. One record a file, from which the list, the pages, the help and the SARIF descriptors are made.
 */
import type { Finding, Severity } from './finding.js'
import type { LintInput } from './lint-input.js'

/** What an example is told beside its file. */
export interface ExampleGiven {
  /** A policy file whose accounts are those of the ledger, each with so many lumens. */
  readonly ledger?: { readonly policy: string; readonly lumens: number }
  /** The policy file before the change. */
  readonly base?: string
  /** Keys in place of `{ALIAS}` that a `stellar.toml` lists as accounts. */
  readonly listed?: readonly string[]
}

/** A policy file, and what the rule has to say of it. */
export interface RuleExample {
  /** What it shows, in a line: no full stop. */
  readonly says: string
  /** A whole policy file; keys are `{ALIAS}` in place of worthless ones. */
  readonly policy: string
  readonly given?: ExampleGiven
  /** What each finding says, or a part of it, in their order; empty where it is fine. */
  readonly finds: readonly string[]
  /** The same file after `--fix`, where the rule fixes. */
  readonly fixed?: string
}

/** A number that a policy may set under `rules`. */
export interface RuleNumber {
  readonly summary: string
  readonly standard: number
  readonly least: number
  readonly most: number
}

interface RuleParts {
  /** Kebab-case; the name of its file and of its page. */
  readonly id: string
  readonly severity: Severity
  /** What is found, in one line: no full stop. */
  readonly summary: string
  /** Why it matters; whole sentences. */
  readonly rationale: string
  /** How it is decided, with the formula. */
  readonly decidedBy: string
  /** Where the fact comes from: a file of stellar-core, a CAP, a SEP, an incident. */
  readonly source: string
  readonly examples: readonly RuleExample[]
}

/** A rule over a policy that could be read. */
export interface LintRule extends RuleParts {
  readonly _tag: 'Lint'
  /** What it cannot be asked without, where there is such a thing. */
  readonly needs?: 'ledger' | 'listed' | 'base'
  readonly numbers: Readonly<Record<string, RuleNumber>>
  readonly check: (input: LintInput) => readonly Finding[]
}

/** A rule that the reader keeps: a policy that breaks it is not read at all, and the check ends with 2. */
export interface ReadingRule extends RuleParts {
  readonly _tag: 'Reading'
  readonly severity: 'error'
  /** The codes of the failures. */
  readonly codes: readonly string[]
}

export type Rule = LintRule | ReadingRule
