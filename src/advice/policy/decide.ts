/**
 * Deciding a claim: its form is asked under the usual circumstances, and where an account has signers
 * that count only sometimes, under the others too. One answer for all of them is the answer.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Answer } from './answer.js'
import { nameOf, type Asked } from './asked.js'
import { conditionsOf, type Conditions } from './circumstances.js'
import type { Claim, Reference } from './claim.js'
import { list } from './exhibit.js'
import { formOf } from './form-of.js'

/** A subject without circumstances: they are all asked. */
export type Subject = Omit<Asked, 'circumstances'>

const WORDS: Readonly<Record<Answer['_tag'], string>> = {
  Holds: 'the claim holds',
  Violated: 'the claim is violated',
  Vacuous: 'the claim speaks of nobody',
  Unknown: 'it is not known',
}

const conditional = (subject: Subject, { signers }: Conditions, usual: Answer, other: Answer): Answer => {
  const names = list(signers.map((key) => `\`${nameOf(subject.policy, key)}\``))
  return {
    _tag: 'Unknown',
    why: {
      code: 'conditional-signers',
      says: `it depends on ${names}, which ${signers.length === 1 ? 'counts' : 'count'} only sometimes: usually ${WORDS[usual._tag]}, in other cases ${WORDS[other._tag]}`,
      help: 'a preimage, or the signature of a payload, is public once it was used, and a pre-authorized transaction is an approval already given: remove such signers, or see what weight is left to them',
      keys: signers,
    },
  }
}

/** As many sets of circumstances as there are would be too many to ask under. */
const tooMany = ({ signers }: Conditions): Answer => ({
  _tag: 'Unknown',
  why: {
    code: 'conditional-signers',
    says: `the account has ${String(signers.length)} signers that count only sometimes, too many to try all cases`,
    help: 'remove those that are no longer needed',
    keys: signers,
  },
})

/** The conditions that matter to a comparison: of the account, and of what it is compared with. */
const comparedConditions = ({ policy, base, account }: Subject, other: Reference): Conditions => {
  const before = O.isSome(base) ? [...base.value.accounts.values()] : []
  const theirs =
    other._tag === 'Account'
      ? [...policy.accounts.values()].filter(({ name }) => name === other.name)
      : before.filter((one) => one.account.id === account.account.id)
  return conditionsOf(account.account, ...theirs.map((one) => one.account))
}

/** A subject under each of the circumstances, the usual ones first. */
interface Cases {
  readonly conditions: Conditions
  readonly usually: Asked
  readonly otherwise: readonly Asked[]
}

const casesOf = (subject: Subject, conditions: Conditions): Cases => {
  const [usually, ...otherwise] = conditions.circumstances.map((circumstances): Asked => ({
    ...subject,
    circumstances,
  }))
  if (usually === undefined) throw new Error('invariant: the usual circumstances are always asked')
  return { conditions, usually, otherwise }
}

/** The answers to claims about an account, whatever the circumstances; one such function serves all its claims. */
export const decide = (subject: Subject): ((claim: Claim) => Answer) => {
  const own = casesOf(subject, conditionsOf(subject.account.account))
  return (claim) => {
    const form = formOf(claim)
    const { conditions, usually, otherwise } =
      claim._tag === 'Compare' ? casesOf(subject, comparedConditions(subject, claim.other)) : own
    const usual = form.decide(usually, claim)
    if (usual._tag === 'Unknown') return usual
    // More weight for everybody makes more groups win: what is nothing but inequalities is decided by the ends.
    for (const asked of form.isLinear ? otherwise.slice(0, 1) : otherwise) {
      const other = form.decide(asked, claim)
      if (other._tag === 'Unknown') return other
      if (other._tag !== usual._tag) return conditional(subject, conditions, usual, other)
    }
    return conditions.all || form.isLinear ? usual : tooMany(conditions)
  }
}
