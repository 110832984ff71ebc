/**
 * An analysis as one JSON object, for programs. `formatVersion` changes only where a reader would break;
 * members may be added. Signers are named by `label`: the name in the account file, else a short key;
 * `signers` has the whole key of each. Fractions are texts such as `3/8`.
 *
 * - `accounts`: one each, with `before` (as it is) and `after` (as supposed, or null)
 * - `calledLost`: signers that the file calls lost, and where; they are among what is supposed
 * - of each level: `reach` (`reachable`, `only-in-advance`, `never`), `groups` and `blocks` as lists of terms
 *   `{ count, of }`, `veto`, `alone`, `dummies`, `fewest`, `most`, `rivals`, `tolerance` by kind, `grid`
 * - `departures`: per level, what is left as people leave
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  isReachable,
  showRational,
  type AccountAnalysis,
  type Bounded,
  type LevelAnalysis,
  type Profile,
  type Tolerance,
} from '../../../advice/coalition/index.js'
import { activeSignersOf, type Coalition } from '../../../kernel/model/index.js'
import { lostJson } from '../called-lost.js'
import type { Json } from '../json-list.js'
import type { Names } from '../names.js'
import { kebab, levelWord } from '../words.js'
import { suppositionText } from './account-words.js'
import { answerOf, labelsOf, signerLabel, type AnalysisReport, type AnalyzedAccount } from './report.js'

const profilesJson = (names: Names, { items, truncated }: Bounded<Profile>): Json => ({
  truncated,
  items: items.map((profile) => profile.map(({ count, of }) => ({ count, of: labelsOf(names)(of) }))),
})

const setJson = (names: Names, set: O.Option<Coalition>): Json =>
  O.isSome(set) ? labelsOf(names)(set.value) : null

const toleranceJson = (names: Names, tolerance: Tolerance): Json => {
  switch (tolerance._tag) {
    case 'Unknown':
      return { known: false, missing: labelsOf(names)(tolerance.keys) }
    case 'Broken':
      return { known: true, broken: true }
    case 'Known':
      return {
        known: true,
        broken: false,
        tolerated: tolerance.tolerated,
        units: tolerance.units,
        exact: tolerance.exact,
        breaking: O.isSome(tolerance.breaking)
          ? {
              units:
                tolerance.kind === 'key'
                  ? labelsOf(names)(tolerance.breaking.value.units)
                  : tolerance.breaking.value.units,
              keys: labelsOf(names)(tolerance.breaking.value.keys),
            }
          : null,
      }
  }
}

const gridJson = ({ grid }: LevelAnalysis): Json =>
  grid._tag === 'Unknown'
    ? null
    : grid.rows.flat().map(({ lost, stolen, canAct, isSafe }) => ({
        lost,
        stolen,
        canAct: kebab(canAct),
        isSafe: kebab(isSafe),
      }))

const powerJson = (names: Names, { power: { banzhaf, shapleyShubik } }: LevelAnalysis): Json =>
  banzhaf.map(({ id, swings, chance, share }, index) => ({
    signer: signerLabel(names)(id),
    swings,
    chance: showRational(chance),
    banzhaf: O.isSome(share) ? showRational(share.value) : null,
    shapleyShubik:
      shapleyShubik._tag === 'Known' && shapleyShubik.shares[index] !== undefined
        ? showRational(shapleyShubik.shares[index].share)
        : null,
  }))

const levelJson =
  ({ names, power }: AnalysisReport) =>
  (level: LevelAnalysis): Json => {
    const { reach, configured, properness, groupCount } = level
    return {
      level: levelWord(level.level),
      needed: configured.needed,
      reach: kebab(reach._tag),
      why: reach._tag === 'Never' ? reach.why : null,
      groups: profilesJson(names, level.groups),
      groupCount: { count: groupCount.count, truncated: groupCount.truncated },
      blocks: profilesJson(names, level.blocks),
      veto: labelsOf(names)(level.vetoes),
      alone: labelsOf(names)(level.alone),
      dummies: labelsOf(names)(level.dummies),
      fewest: setJson(names, level.fewest),
      most: setJson(names, level.most),
      rivals: properness._tag === 'Improper' ? properness.rivals.map(labelsOf(names)) : null,
      tolerance: level.kinds.map(({ kind, loss, theft }) => ({
        by: kind,
        loss: toleranceJson(names, loss),
        theft: toleranceJson(names, theft),
      })),
      grid: gridJson(level),
      power: power ? powerJson(names, level) : null,
    }
  }

const stateJson = (report: AnalysisReport, analysis: AccountAnalysis): Json => {
  const { names } = report
  const { account, lost, stolen } = analysis.changed
  const conditional = new Set(analysis.levels[0]?.configured.conditional.map(({ id }) => id))
  const disclosable = new Set(analysis.levels[0]?.configured.disclosable.map(({ id }) => id))
  return {
    thresholds: { ...account.thresholds },
    signers: activeSignersOf(account).map(({ key, weight }) => ({
      label: signerLabel(names)(key.strkey),
      key: key.strkey,
      kind: kebab(key._tag),
      weight,
      isMaster: key.strkey === account.id,
      isConditional: conditional.has(key.strkey),
      isDisclosable: disclosable.has(key.strkey),
    })),
    lost: labelsOf(names)(lost),
    stolen: labelsOf(names)(stolen),
    isReachable: isReachable(analysis),
    levels: analysis.levels.map(levelJson(report)),
  }
}

const accountJson =
  (report: AnalysisReport) =>
  (account: AnalyzedAccount): Json => ({
    account: account.analysis.changed.account.id,
    name: O.toNullable(report.names.account(account.analysis.changed.account.id)),
    isReachable: isReachable(answerOf(account)),
    suppositions: O.isSome(account.after)
      ? account.after.value.suppositions.map((one) => suppositionText(report.names, one))
      : [],
    calledLost: account.calledLost.map((one) => ({
      signer: signerLabel(report.names)(one.key),
      ...lostJson(one),
    })),
    before: stateJson(report, account.analysis),
    after: O.isSome(account.after) ? stateJson(report, account.after.value.analysis) : null,
    departures: account.departures.map((departures, index) => ({
      level: levelWord(account.analysis.levels[index]?.level ?? 'Low'),
      states: departures.map(({ keys, gone, spare, insiders }) => ({
        leaves: labelsOf(report.names)(keys),
        gone: labelsOf(report.names)(gone),
        spare: O.toNullable(spare),
        insiders: O.toNullable(insiders),
      })),
    })),
  })

/** The object, in the order in which it is read. */
export const analysisJson = (report: AnalysisReport): Json => ({
  formatVersion: 1,
  accounts: report.accounts.map(accountJson(report)),
})
