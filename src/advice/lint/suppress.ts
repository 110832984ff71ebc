/**
 * Findings that people know and tolerate. An `ignore` counts until the end of its last day, for the
 * accounts that it names, or for findings about the file as a whole where it names none. One that is past
 * its day, or that nothing meets, is a finding itself: what is not needed any more must not hide what comes.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Day, Ignore, Policy } from '../policy/index.js'
import type { Finding, Fix } from './finding.js'
import { inOrder } from './lint.js'

/** The rule that tells of ignores; it cannot be ignored itself. */
export const STALE_IGNORE = 'stale-ignore'

/** A finding, and the entry because of which it does not count. */
export interface Judged {
  readonly finding: Finding
  readonly ignored: O.Option<Ignore>
}

/** All findings, and the entries that were of use. */
export interface Suppressed {
  readonly judged: readonly Judged[]
  readonly used: ReadonlySet<Ignore>
}

const isExpired = ({ until }: Ignore, today: Day): boolean => O.isSome(until) && until.value < today

const isAbout = ({ rule, on }: Ignore, finding: Finding): boolean =>
  rule === finding.rule && (O.isSome(finding.account) ? on.includes(finding.account.value) : on.length === 0)

/** Applies the `ignore` entries of a policy to findings. */
export const suppress =
  ({ ignores }: Policy, today: Day) =>
  (findings: readonly Finding[]): Suppressed => {
    const valid = ignores.filter((ignore) => ignore.rule !== STALE_IGNORE && !isExpired(ignore, today))
    const used = new Set<Ignore>()
    const judged = findings.map((finding): Judged => {
      const entries = valid.filter((ignore) => isAbout(ignore, finding))
      // Every entry that fits is of use: where there are two, neither alone is the one that hides it.
      entries.forEach((entry) => used.add(entry))
      return { finding, ignored: O.fromNullable(entries[0]) }
    })
    return { judged, used }
  }

const namesIn = ({ on }: Ignore): string => (on.length === 0 ? 'the file' : on.join(', '))

/** An entry that is of no use any more, and why. */
interface Stale {
  readonly ignore: Ignore
  readonly why: string
  readonly evidence: 'expired' | 'unused'
}

/**
 * Removes an entry. A list without entries is no list: where all of a file are to go, the first takes the
 * section with it.
 */
const removal = ({ ignores }: Policy, stale: readonly Stale[], { ignore }: Stale): O.Option<Fix> => {
  const { file, path } = ignore.place
  const staleHere = stale.filter((one) => one.ignore.place.file === file)
  const isAll = staleHere.length === ignores.filter(({ place }) => place.file === file).length
  if (isAll && staleHere[0]?.ignore !== ignore) return O.none
  const says = isAll ? 'remove the section `ignore`' : `remove the entry of ${ignore.rule}`
  const edits: Fix['edits'] = [{ file, path: isAll ? path.slice(0, 1) : path, _tag: 'Remove' }]
  return O.some({ says, effect: 'improvement', edits })
}

const findingOf =
  (policy: Policy, all: readonly Stale[]) =>
  (stale: Stale): Finding => {
    const { rule, on, place } = stale.ignore
    return {
      rule: STALE_IGNORE,
      severity: 'error',
      account: O.none,
      place,
      says: `Ignoring ${rule} on ${namesIn(stale.ignore)} ${stale.why}.`,
      help: 'remove the entry, or give it a later day with a reason that still holds',
      exhibits: [],
      related: [],
      evidence: [stale.evidence, rule, ...on.toSorted()],
      fix: removal(policy, all, stale),
    }
  }

/**
 * Entries that are past their day, or that no finding met. Of rules that were not asked nothing is said;
 * they are told by `wasAsked`.
 */
export const staleIgnores = (
  policy: Policy,
  today: Day,
  used: ReadonlySet<Ignore>,
  wasAsked: (rule: string) => boolean = () => true,
): readonly Finding[] => {
  const stale = policy.ignores.flatMap((ignore): readonly Stale[] => {
    const { until, rule } = ignore
    if (O.isSome(until) && isExpired(ignore, today))
      return [{ ignore, why: `ended on ${until.value}`, evidence: 'expired' }]
    return used.has(ignore) || !wasAsked(rule)
      ? []
      : [{ ignore, why: 'is of no use: nothing of that kind was found', evidence: 'unused' }]
  })
  return inOrder(policy.files)(stale.map(findingOf(policy, stale)))
}
