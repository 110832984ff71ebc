/** The form that a claim is of. */
import type { ClaimForm } from './claim-form.js'
import type { Claim } from './claim.js'
import { CLAIM_FORMS } from './claims/index.js'

const BY_TAG = new Map(CLAIM_FORMS.map((form) => [form.tag, form]))
const BY_ID = new Map(CLAIM_FORMS.map((form) => [form.id, form]))

/** The form of a claim, by its tag; comparisons have a form for each relation. */
export const formOf = (claim: Claim): ClaimForm => {
  const form = claim._tag === 'Compare' ? BY_ID.get(claim.relation) : BY_TAG.get(claim._tag)
  if (form === undefined) throw new Error(`invariant: no form reads the claim \`${claim._tag}\``)
  return form
}
