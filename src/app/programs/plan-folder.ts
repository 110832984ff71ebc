/** The folder of a plan: the plan for programs, and three files for each envelope; all of them or none. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  fileNames,
  PLAN_FILE,
  planJson,
  planStateOf,
  renderJson,
  type Artefacts,
  type PlanReport,
} from '../../edge/report/index.js'
import { about, failure, type Failure } from '../../kernel/model/index.js'
import type { Folders, NewFile } from '../ports.js'
import { inputName } from './input-name.js'

const filesOf = (report: PlanReport): readonly NewFile[] => [
  { name: PLAN_FILE, text: renderJson(planJson(report)) },
  ...(report.artefacts._tag === 'NotMade'
    ? []
    : report.artefacts.artefacts.flatMap(({ index, xdr, txrep, uri }) => {
        const names = fileNames(index)
        return [
          { name: names.xdr, text: `${xdr}\n` },
          { name: names.txrep, text: txrep.endsWith('\n') ? txrep : `${txrep}\n` },
          { name: names.uri, text: `${uri}\n` },
        ]
      })),
]

const noEnvelopes = ({ because, help }: Extract<Artefacts, { _tag: 'NotMade' }>): Failure =>
  failure('no-envelopes', `the envelopes cannot be written: ${because}`, O.toUndefined(help))

/**
 * Writes a plan that can be applied. Nothing is written of one that is refused or undecided: the report
 * says why. Where there is nothing to do there is nothing to write, either.
 *
 * Failures: `no-envelopes` where they were asked for and could not be made; those of `Folders.create`.
 */
export const writePlan =
  (folders: Folders) =>
  async (path: string, report: PlanReport): Promise<E.Either<NEA.NonEmptyArray<Failure>, PlanReport>> => {
    if (planStateOf(report.outcome) !== 'changes') return E.right(report)
    const { artefacts } = report
    if (artefacts._tag === 'NotMade') return E.left(NEA.of(about('--out')(noEnvelopes(artefacts))))
    const written = await folders.create(path, filesOf(report))()
    return E.isLeft(written)
      ? E.left(NEA.of(about('--out')(written.left)))
      : E.right({ ...report, folder: O.some(inputName(path)) })
  }
