/**
 * Deciding a claim: its form is asked under the usual circumstances, and where an account has signers
 * that count only sometimes, under the others too. One answer for all of them is the answer.
 */
import type { Answer } from './answer.js'
import { nameOf, type Asked } from './asked.js'
import { conditionsOf, type Conditions } from './circumstances.js'
import type { Claim } from './claim.js'
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
      says: `${WORDS[usual._tag]} as long as ${names} is nobody's but its holder's; once everybody can use it, ${WORDS[other._tag]}`,
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

/** The answer to a claim about an account, whatever the circumstances. */
export const decide =
  (subject: Subject) =>
  (claim: Claim): Answer => {
    const form = formOf(claim)
    const conditions = conditionsOf(subject.account.account)
    const [usually, widest, ...between] = conditions.circumstances.map(
      (circumstances) => () => form.decide({ ...subject, circumstances }, claim),
    )
    if (usually === undefined) throw new Error('invariant: the usual circumstances are always asked')
    const usual = usually()
    if (usual._tag === 'Unknown') return usual
    // More weight for everybody makes more groups win: what is nothing but inequalities is decided by the ends.
    const others = widest === undefined ? [] : form.isLinear ? [widest] : [widest, ...between]
    for (const ask of others) {
      const other = ask()
      if (other._tag === 'Unknown') return other
      if (other._tag !== usual._tag) return conditional(subject, conditions, usual, other)
    }
    return conditions.all || form.isLinear ? usual : tooMany(conditions)
  }
