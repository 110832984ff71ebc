/** Weights that were found as the section of a policy, ready to be pasted. */
import * as O from 'fp-ts/lib/Option.js'
import { foundIn, type SynthesisReport } from '../../edge/report/index.js'
import { accountSectionYaml } from './account-file-text.js'

/** The `accounts` section; undefined where no weights were found, or no account says what it is of. */
export const synthesisYaml = (report: SynthesisReport): string | undefined => {
  const found = foundIn(report)
  if (found === undefined || O.isNone(report.account)) return undefined
  const { names } = report
  const { name, id } = report.account.value
  const { weights, quotas } = found.rule
  const labelOf = (key: string): string => O.getOrElse(() => key)(names.key(key))
  return accountSectionYaml(name, {
    master: { alias: labelOf(id), weight: weights.get(id) ?? 0 },
    thresholds: { low: quotas.Low, medium: quotas.Medium, high: quotas.High },
    signers: [...weights]
      .filter(([key, weight]) => key !== id && weight > 0)
      .map(([key, weight]) => ({ alias: labelOf(key), weight })),
  })
}
