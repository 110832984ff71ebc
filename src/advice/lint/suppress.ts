/**
 * Findings that people know and tolerate. An `ignore` counts until the end of its last day, for the
 * accounts that it names, or for findings about the file as a whole where it names none. One that is past
 * its day, or that nothing meets, is a finding itself: what is not needed any more must not hide what comes.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Day, Ignore, Policy } from '../policy/index.js'
import type { Finding } from './finding.js'
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

const staleIgnore = (ignore: Ignore, why: string, evidence: string): Finding => ({
  rule: STALE_IGNORE,
  severity: 'error',
  account: O.none,
  place: ignore.place,
  says: `Ignoring ${ignore.rule} on ${namesIn(ignore)} ${why}.`,
  help: 'remove the entry, or give it a later day with a reason that still holds',
  exhibits: [],
  related: [],
  evidence: [evidence, ignore.rule, ...ignore.on.toSorted()],
  fix: O.some({
    says: `remove the entry of ${ignore.rule}`,
    effect: 'improvement',
    edits: [{ file: ignore.place.file, path: ignore.place.path, _tag: 'Remove' }],
  }),
})

/**
 * Entries that are past their day, or that no finding met. Of rules that were not asked nothing is said;
 * they are told by `wasAsked`.
 */
export const staleIgnores = (
  policy: Policy,
  today: Day,
  used: ReadonlySet<Ignore>,
  wasAsked: (rule: string) => boolean = () => true,
): readonly Finding[] =>
  inOrder(policy.files)(
    policy.ignores.flatMap((ignore) => {
      const { until } = ignore
      if (isExpired(ignore, today) && O.isSome(until))
        return [staleIgnore(ignore, `ended on ${until.value}`, 'expired')]
      return used.has(ignore) || !wasAsked(ignore.rule)
        ? []
        : [staleIgnore(ignore, 'is of no use: nothing of that kind was found', 'unused')]
    }),
  )
