/**
 * Weights that were found as one JSON object, for programs. `formatVersion` changes only where a reader
 * would break; members may be added.
 *
 * - `state`: `found`, `impossible`, `too-large` (none up to 255), `gave-up`, or `incomplete`: found, but
 *   some promises could not be asked, or tests do not pass (`notPassed`)
 * - `isSmallest`: whether it is proved that no numbers are smaller
 * - `weights` by key, `thresholds` by level, `unasked` levels that nothing was wished for; or null
 * - `trade`: groups that would have to act, and groups with the same signatures that must not; or null
 * - `conflict`: assertions that contradict each other; or null
 * - `instead`: what can be done instead
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Instead, Possible, Rule, Side } from '../../../advice/plan/index.js'
import { formulaText } from '../../../advice/policy/index.js'
import type { Json } from '../json-list.js'
import type { Names } from '../names.js'
import { kebab, levelWord } from '../words.js'
import { foundIn, synthesisStateOf, type SynthesisReport } from './synthesis.js'

const label = (names: Names, key: string): string | null => O.toNullable(names.key(key))

const ruleJson = (names: Names, { weights, quotas, unasked }: Rule): Readonly<Record<string, Json>> => ({
  weights: [...weights].map(([key, weight]) => ({ key, alias: label(names, key), weight })),
  thresholds: { low: quotas.Low, medium: quotas.Medium, high: quotas.High },
  unasked: unasked.map(levelWord),
})

const sideJson =
  (names: Names) =>
  ({ level, keys }: Side): Json => ({
    level: levelWord(level),
    keys: keys.map((key) => ({ key, alias: label(names, key) })),
  })

const insteadJson = (names: Names, instead: Instead): Json => {
  const parts = (some: readonly Possible[]): Json =>
    some.map(({ formula, rule }) => ({ formula: formulaText(formula), ...ruleJson(names, rule) }))
  const kind = kebab(instead._tag)
  switch (instead._tag) {
    case 'Accounts':
      return { kind, level: levelWord(instead.level), accounts: parts(instead.accounts) }
    case 'Alternatives':
      return { kind, level: levelWord(instead.level), parts: parts(instead.parts) }
    case 'LevelsApart':
      return { kind, levels: instead.levels.map(levelWord) }
    case 'Nothing':
      return { kind }
  }
}

/** The object, in the order in which it is read. */
export const synthesisJson = (report: SynthesisReport): Json => {
  const { names, account, sought } = report
  const found = foundIn(report)
  const trade =
    sought._tag === 'Wishes' && sought.synthesis._tag === 'Impossible' ? sought.synthesis.trade : undefined
  const conflict =
    sought._tag === 'Claims' && sought.found._tag === 'Conflict' ? sought.found.conflict : undefined
  return {
    formatVersion: 1,
    state: synthesisStateOf(report),
    account: O.isSome(account) ? { account: account.value.id, alias: account.value.name } : null,
    wishes:
      sought._tag === 'Wishes'
        ? sought.wishes.map(({ level, exactly }) => ({
            level: levelWord(level),
            exactly: formulaText(exactly),
          }))
        : [],
    assertions: sought._tag === 'Claims' ? sought.found.asked : [],
    setAside: sought._tag === 'Claims' ? sought.found.setAside : [],
    notPassed:
      sought._tag === 'Claims' ? sought.notPassed.map(({ test, says }) => ({ test: test.name, says })) : [],
    isSmallest: found?.isSmallest ?? null,
    ...(found === undefined ? { weights: null, thresholds: null, unasked: [] } : ruleJson(names, found.rule)),
    trade:
      trade === undefined
        ? null
        : { winning: trade.winning.map(sideJson(names)), losing: trade.losing.map(sideJson(names)) },
    conflict: conflict === undefined ? null : { assertions: conflict.assertions, says: conflict.says },
    instead: sought._tag === 'Wishes' ? insteadJson(names, sought.instead) : { kind: 'nothing' },
  }
}
