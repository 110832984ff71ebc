/** All measures, in the order in which a reader wants them: who can act, what can break, who matters. */
import { banzhafMeasure } from './banzhaf.js'
import { canonicalFormMeasure } from './canonical-form.js'
import { chanceMeasure } from './chance.js'
import { compareMeasure } from './compare.js'
import { dictatorMeasure } from './dictator.js'
import { dummyMeasure } from './dummy.js'
import { fewestSignaturesMeasure } from './fewest-signatures.js'
import { interchangeableMeasure } from './interchangeable.js'
import { leaversMeasure } from './leavers.js'
import { lossToleranceMeasure } from './loss-tolerance.js'
import type { Measure } from './measure.js'
import { minimalBlockingMeasure } from './minimal-blocking.js'
import { minimalCountMeasure } from './minimal-count.js'
import { minimalWinningMeasure } from './minimal-winning.js'
import { mostSignaturesMeasure } from './most-signatures.js'
import { profilesMeasure } from './profiles.js'
import { properMeasure } from './proper.js'
import { shapleyShubikMeasure } from './shapley-shubik.js'
import { singleEventsMeasure } from './single-events.js'
import { strongMeasure } from './strong.js'
import { theftToleranceMeasure } from './theft-tolerance.js'
import { toleranceGridMeasure } from './tolerance-grid.js'
import { vetoMeasure } from './veto.js'
import { winningCountMeasure } from './winning-count.js'

/** The catalogue: one record a measure, ids unique, each the name of its file. */
export const MEASURES: readonly Measure[] = [
  minimalWinningMeasure,
  profilesMeasure,
  minimalCountMeasure,
  winningCountMeasure,
  fewestSignaturesMeasure,
  mostSignaturesMeasure,
  minimalBlockingMeasure,
  vetoMeasure,
  dictatorMeasure,
  dummyMeasure,
  interchangeableMeasure,
  lossToleranceMeasure,
  theftToleranceMeasure,
  toleranceGridMeasure,
  singleEventsMeasure,
  chanceMeasure,
  leaversMeasure,
  properMeasure,
  strongMeasure,
  compareMeasure,
  canonicalFormMeasure,
  banzhafMeasure,
  shapleyShubikMeasure,
]
