/**
 * Which changes of a room its specs do not notice: `ROOM=edge/sep10 npm run mutation`.
 * Texts are not changed, for what is said is held by the documents, not by the specs of the room.
 */
const room = process.env.ROOM ?? 'edge/sep10'
/** Where the specs of a room stand elsewhere, or only some of them are wanted. */
const specs = (process.env.SPECS ?? `spec/${room}/**/*.spec.ts`).split(',')

export default {
  testRunner: 'mocha',
  mutate: [`src/${room}/**/*.ts`],
  mutator: { excludedMutations: ['StringLiteral'] },
  mochaOptions: { spec: specs },
  testRunnerNodeArgs: ['--import', 'tsx'],
  coverageAnalysis: process.env.COVERAGE ?? 'perTest',
  concurrency: Number(process.env.JOBS ?? 2),
  timeoutMS: 20_000,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.cache/mutation/${room.replaceAll('/', '-')}.json` },
  tempDirName: '.cache/stryker',
  ignorePatterns: ['.cache'],
}
