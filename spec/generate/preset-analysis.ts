/** The analysis of a preset's account file, as the command line prints it. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { isReachable } from '../../src/advice/coalition/index.js'
import type { Ports } from '../../src/app/ports.js'
import { analyzeFile } from '../../src/app/programs/analyze.js'
import { analysisPageOf, answerOf, renderLines, unpainted } from '../../src/edge/report/index.js'

const holding = (yaml: string): Ports => ({
  files: {
    exists: () => Promise.resolve(true),
    realPath: (path) => TE.right(path),
    list: () => TE.right(O.none),
    readText: () => TE.right(yaml),
    readLines: () => {
      throw new Error('invariant: an analysis reads no lines')
    },
  },
  ed25519: () => {
    throw new Error('invariant: an analysis proves nothing')
  },
})

const NOTHING = { lost: [], stolen: [], without: [], weight: [], threshold: [], leave: [] }

/** A console block's text: the command, what it prints, and its exit code where that is not 0. */
export const presetAnalysis = async (file: string, yaml: string): Promise<string> => {
  const request = { file, account: O.none, supposed: NOTHING, power: false, asked: [] }
  const analyzed = await analyzeFile(holding(yaml))(request)()
  if (E.isLeft(analyzed)) throw new Error(`${file}: ${analyzed.left[0].message}`)
  const exit = analyzed.right.accounts.map(answerOf).every(isReachable) ? '' : '[exit 1]\n'
  return `$ quorate analyze ${file}\n${renderLines(unpainted)(analysisPageOf(80)(analyzed.right))}${exit}`
}
