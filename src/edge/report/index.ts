/** The same findings for people and for programs. */
export { type AsOf } from './as-of.js'
export { asOfJson } from './as-of-told.js'
export { unreadableLine, verdictLine } from './batch-line.js'
export { entryPageOf, entryReportJson, type EntryReport } from './entries/page.js'
export { settledIn, type Evaluation } from './evaluation.js'
export { failureJson, failureLines } from './failure.js'
export { evaluationJson, renderJson } from './json.js'
export { type Json } from './json-list.js'
export { namesOf, NO_NAMES, tellingApart, type Names } from './names.js'
export { renderLines, unpainted, type Line, type Paint, type Role, type Span } from './styled.js'
export { PAGE_WIDTH, pageOf } from './text/page.js'
export { simulatedLine, simulatedSequenceLine } from './simulation/batch-line.js'
export { simulationJson } from './simulation/json.js'
export { outcomeOfAll, type SimulationReport, type StepOutcome } from './simulation/simulation.js'
export { simulationPageOf } from './simulation/text/page.js'
export { sequenceText } from './simulation/text/refusals.js'
export { answerJson, signersLine } from './completions/batch-line.js'
export { stateOf, type CompletionsReport, type CompletionState } from './completions/completions.js'
export { completionsJson } from './completions/json.js'
export { completionsPageOf } from './completions/text/page.js'
export type { CalledLost } from './called-lost.js'
export { analysisJson } from './analysis/json.js'
export { analysisMarkdown } from './analysis/markdown.js'
export { answerOf, signerLabel, type AnalysisReport, type AnalyzedAccount } from './analysis/report.js'
export { analysisPageOf } from './analysis/text/page.js'
export { analysisPicture } from './analysis/svg/picture.js'
export { trimmedLine } from './trimming/batch-line.js'
export { trimmingJson } from './trimming/json.js'
export { trimmingPageOf } from './trimming/text/page.js'
export { trimStateOf, type TrimmingReport, type TrimResult, type TrimState } from './trimming/trimming.js'
export {
  isSameReport,
  keysOf,
  namesOfBoth,
  type DifferenceReport,
  type SideNames,
} from './difference/difference.js'
export { differenceReportJson } from './difference/json.js'
export { differencePageOf } from './difference/page.js'
export type {
  CheckedFile,
  CheckEnd,
  CheckHead,
  CheckOutcome,
  CheckReporter,
  CheckSummary,
  Result,
  Suppression,
} from './check/check-report.js'
export { CHECK_FORMATS, type CheckFormat } from './check/formats.js'
export { CHECK_EXIT_CODES, exitMeaning, outcomeOf, outcomeOfResult } from './check/outcome.js'
export { catalogueOf, type CheckCatalogue, type CheckSettings } from './check/settings.js'
export { NOTHING_CHECKED, summaryOf, withFile } from './check/summary.js'
export { unifiedDiff } from './unified-diff.js'
export { idsIn, named, type Catalogue } from './catalogue/catalogue.js'
export { catalogueJson } from './catalogue/json.js'
export { catalogueListOf } from './catalogue/list.js'
export { claimPageLines, rulePageLines } from './catalogue/page.js'
export { expandedAccount } from './expanded-account.js'
export { fileNames, PLAN_FILE } from './plan/artefact-blocks.js'
export { planJson } from './plan/json.js'
export { planPageOf } from './plan/page.js'
export {
  planStateOf,
  type Artefact,
  type Artefacts,
  type PlanReport,
  type PlanState,
} from './plan/plan-report.js'
export {
  authenticationStateOf,
  type AuthenticationReport,
  type AuthenticationState,
} from './sep10/authentication.js'
export { authenticationJson } from './sep10/json.js'
export { authenticationPageOf } from './sep10/page.js'
export { synthesisJson } from './synthesis/json.js'
export { synthesisPageOf } from './synthesis/page.js'
export {
  foundIn,
  synthesisStateOf,
  type Sought,
  type SynthesisReport,
  type SynthesisState,
} from './synthesis/synthesis.js'
