/** What can be asked for by its name: rules, and forms of claims. */
import type { Rule } from '../../../advice/lint/index.js'
import type { ClaimForm } from '../../../advice/policy/index.js'

/** Rules and claims. */
export interface Catalogue {
  readonly rules: readonly Rule[]
  readonly forms: readonly ClaimForm[]
}

/** Only what is named; everything where nothing is. */
export const named = ({ rules, forms }: Catalogue, ids: readonly string[]): Catalogue =>
  ids.length === 0
    ? { rules, forms }
    : { rules: rules.filter(({ id }) => ids.includes(id)), forms: forms.filter(({ id }) => ids.includes(id)) }

/** All names, each once. */
export const idsIn = ({ rules, forms }: Catalogue): readonly string[] => [
  ...new Set([...rules.map(({ id }) => id), ...forms.map(({ id }) => id)]),
]
