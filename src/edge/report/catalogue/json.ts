/**
 * The catalogue as one JSON object. `formatVersion` changes only where a reader would break; members may be
 * added. `page` is the page of the documentation.
 */
import type { Rule } from '../../../advice/lint/index.js'
import type { ClaimForm } from '../../../advice/policy/index.js'
import { claimPage, rulePage } from '../check/documentation.js'
import type { Json } from '../json-list.js'
import type { Catalogue } from './catalogue.js'

const ruleJson = (rule: Rule): Json => ({
  id: rule.id,
  kind: rule._tag === 'Lint' ? 'lint' : 'reading',
  severity: rule.severity,
  summary: rule.summary,
  rationale: rule.rationale,
  decidedBy: rule.decidedBy,
  source: rule.source,
  numbers:
    rule._tag === 'Lint'
      ? Object.entries(rule.numbers).map(([name, { summary, standard, least, most }]) => ({
          name,
          summary,
          standard,
          least,
          most,
        }))
      : [],
  codes: rule._tag === 'Reading' ? rule.codes : [],
  page: rulePage(rule.id),
})

const claimJson = (form: ClaimForm): Json => ({
  id: form.id,
  summary: form.summary,
  syntax: form.syntax,
  meaning: form.meaning,
  rationale: form.rationale,
  decidedBy: form.decidedBy,
  cost: form.cost,
  page: claimPage(form.id),
})

/** Rules and claims for programs. */
export const catalogueJson = ({ rules, forms }: Catalogue): Json => ({
  formatVersion: 1,
  rules: rules.map(ruleJson),
  claims: forms.map(claimJson),
})
