/** What the catalogue knows of a measure: one record beside each, from which lists and pages are made. */
import type { Game } from '../../kernel/model/index.js'

/** A question about a game, and how it is decided. */
export interface Measure {
  /** Kebab-case; the name of the file. */
  readonly id: string
  /** The question that it answers, in plain words. */
  readonly summary: string
  /** How the answer is computed: `n` players of weight `w`, quota `q`, total `T`. */
  readonly formula: string
  /** The work that it takes, and where it stops. */
  readonly cost: string
  /** Where the notion or the algorithm is written down. */
  readonly source: string
  /** The answer for a game alone, every player a unit of its own where units are asked for. */
  readonly ask: (game: Game) => unknown
}
