/** Forms of claims: one record a file, from which the list, the pages and the help are made. */
import type { Answer } from './answer.js'
import type { Asked } from './asked.js'
import type { Claim } from './claim.js'

/** A claim of an example, and what is said to it. */
export interface ClaimExample {
  /** What the example shows, in a line: no full stop. */
  readonly says: string
  /** A whole policy file with one assertion; keys are `{ALIAS}` in place of worthless ones. */
  readonly policy: string
  /** The policy before, where the claim compares with it. */
  readonly base?: string
  readonly expect: Answer['_tag']
}

/** One form. `C` is the claim that it reads. */
export interface ClaimFormOf<C extends Claim> {
  /** Kebab-case; the name of its file and of its page. */
  readonly id: string
  readonly tag: C['_tag']
  /** One line: no full stop. */
  readonly summary: string
  /** As it is written, with words in capitals to fill in. */
  readonly syntax: readonly string[]
  /** What it means, exactly; whole sentences. */
  readonly meaning: string
  /** What people want it for, and what it does not say; whole sentences. */
  readonly rationale: string
  readonly decidedBy: string
  readonly cost: string
  /**
   * Whether it is nothing but inequalities, so that a set that refutes it must win, or must lose, under
   * every rule that keeps it. Of such claims contradictions are proved.
   */
  readonly isLinear: boolean
  readonly examples: readonly ClaimExample[]
  /** The claim in a few words: `any 3 of employees can reach medium`. */
  says(claim: C): string
  decide(asked: Asked, claim: C): Answer
}

/** A form of which the claim is not known: a claim only ever meets the form of its own tag. */
export type ClaimForm = ClaimFormOf<Claim>
