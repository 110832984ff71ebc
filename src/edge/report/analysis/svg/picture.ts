/** An analysis as a picture. */
import type { AnalysisReport } from '../report.js'

/** The text of an SVG document. */
export const analysisPicture = (_report: AnalysisReport): string =>
  '<svg xmlns="http://www.w3.org/2000/svg"/>\n'
