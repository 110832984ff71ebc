/** Everything that the measures say of an account at one level. */
import type * as O from 'fp-ts/lib/Option.js'
import { dualOf, type Coalition, type Game, type ThresholdLevel } from '../../../kernel/model/index.js'
import { banzhaf, type BanzhafPower } from '../banzhaf.js'
import type { Bounded } from '../bounded.js'
import { changedGamesAt, type ChangedAccount } from '../changed-account.js'
import { dictators } from '../dictator.js'
import { dummies } from '../dummy.js'
import { fewestSignatures } from '../fewest-signatures.js'
import { gameAt, type AccountGame } from '../from-account.js'
import { lossTolerance } from '../loss-tolerance.js'
import { minimalCount, type Count } from '../minimal-count.js'
import { mostSignatures } from '../most-signatures.js'
import { profiles, type Profile } from '../profiles.js'
import { proper, type Properness } from '../proper.js'
import { shapleyShubik, type ShapleyShubik } from '../shapley-shubik.js'
import { singleEvents, type SingleEvents } from '../single-events.js'
import { theftTolerance } from '../theft-tolerance.js'
import type { Tolerance } from '../tolerance.js'
import { toleranceGrid, type ToleranceGrid } from '../tolerance-grid.js'
import { keysAsUnits, type Units } from '../units.js'
import { vetoPlayers } from '../veto.js'
import { reachAt, type Reach } from './reach.js'

/** What may happen to the units of one kind. */
export interface KindAnalysis {
  readonly kind: string
  readonly loss: Tolerance
  readonly theft: Tolerance
  /** What the loss of one unit alone does. */
  readonly lost: SingleEvents
  /** What the theft of one unit alone does. */
  readonly stolen: SingleEvents
}

/** How much each signer decides. */
export interface Power {
  readonly banzhaf: readonly BanzhafPower[]
  readonly shapleyShubik: ShapleyShubik
}

/** An account at one level; who can act is told of those who can still sign. */
export interface LevelAnalysis {
  readonly level: ThresholdLevel
  readonly reach: Reach
  /** As it is configured, whoever has the keys. */
  readonly configured: AccountGame
  /** Those who can still sign. */
  readonly ours: Game
  /** Whom a thief must still win over. */
  readonly theirs: Game
  /** Minimal winning coalitions, interchangeable signers drawn together. */
  readonly groups: Bounded<Profile>
  readonly groupCount: Count
  /** Minimal blocking coalitions, drawn together alike. */
  readonly blocks: Bounded<Profile>
  readonly vetoes: Coalition
  readonly alone: Coalition
  readonly dummies: Coalition
  readonly fewest: O.Option<Coalition>
  readonly most: O.Option<Coalition>
  readonly properness: Properness
  /** By key first, then by the kinds that were asked for. */
  readonly kinds: readonly KindAnalysis[]
  /** By key: what more may be lost and stolen. */
  readonly grid: ToleranceGrid
  readonly power: Power
}

/** Profiles listed of one level; more are counted. */
const LISTED = 100
/** Profiles counted of one level. */
const COUNTED = 1_000_000

const kindAnalysis =
  (ours: Game, theirs: Game) =>
  (units: Units): KindAnalysis => ({
    kind: units.kind,
    loss: lossTolerance(units)(ours),
    theft: theftTolerance(units)(theirs),
    lost: singleEvents(units)(ours),
    stolen: singleEvents(units)(theirs),
  })

/** What else may be lost of those who can still sign, and stolen beside what was stolen. */
const gridOf = (ours: Game, theirs: Game): ToleranceGrid => {
  const act = toleranceGrid(keysAsUnits(ours))(ours)
  const safe = toleranceGrid(keysAsUnits(theirs))(theirs)
  if (act._tag === 'Unknown' || safe._tag === 'Unknown') return act
  const columns = safe.rows[0] ?? []
  const rows = act.rows.flatMap(([first]) =>
    first === undefined ? [] : [columns.map(({ stolen, isSafe }) => ({ ...first, stolen, isSafe }))],
  )
  return { ...act, rows }
}

/** The analysis of a level, by key and by the kinds of units that are given. */
export const analyzeLevel =
  (units: readonly Units[]) =>
  (level: ThresholdLevel) =>
  (changed: ChangedAccount): LevelAnalysis => {
    const { ours, theirs, configured } = changedGamesAt(level)(changed)
    return {
      level,
      reach: reachAt(level)(changed),
      configured: gameAt(level)(changed.account),
      ours,
      theirs,
      groups: profiles(LISTED)(ours),
      groupCount: minimalCount(COUNTED)(ours),
      blocks: profiles(LISTED)(dualOf(ours)),
      vetoes: vetoPlayers(ours),
      alone: dictators(ours),
      dummies: dummies(ours),
      fewest: fewestSignatures(ours),
      most: mostSignatures(ours),
      properness: proper(ours),
      kinds: [keysAsUnits(configured), ...units].map(kindAnalysis(ours, theirs)),
      grid: gridOf(ours, theirs),
      power: { banzhaf: banzhaf(ours), shapleyShubik: shapleyShubik(ours) },
    }
  }
