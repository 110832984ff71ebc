/** What the network says of each operation; neighbours that did alike are told once. */
import type { Operation } from '../../../../kernel/model/index.js'
import { paragraph, row, type Block, type Cell } from '../../layout.js'
import { bad, dim, good, span, widthOf, type Span } from '../../styled.js'
import { numbered, operationWords } from '../../words.js'
import { operationFaultText } from './operation-faults.js'

interface Run {
  readonly positions: readonly number[]
  readonly operation: Operation
  readonly code: string
}

const runsOf = (operations: readonly Operation[], codes: readonly string[]): readonly Run[] => {
  const runs: { positions: number[]; operation: Operation; code: string }[] = []
  for (const [index, operation] of operations.entries()) {
    const code = codes[index] ?? ''
    const last = runs.at(-1)
    if (last?.operation._tag === operation._tag && last.code === code) last.positions.push(index)
    else runs.push({ positions: [index], operation, code })
  }
  return runs
}

/** Whether an operation was reported as a success. */
const isSuccess = (code: string): boolean => code.endsWith('_SUCCESS') || code === 'opSUCCESS'

const cell = (text: Span): readonly Cell[] => [{ span: text, width: widthOf(text.text) + 2 }]

/** `done`: the operations ran and stay; `undone`: they ran, or would have, and nothing of it stays. */
export type Standing = 'done' | 'undone'

const rowsOf = ({ positions, operation, code }: Run, standing: Standing): readonly Block[] => {
  const what = `${numbered('operation', positions)} ${operationWords(operation)}`
  if (!isSuccess(code)) {
    const why = operationFaultText(code)
    return [
      row(2, 4, [bad('✗'), span(` ${what}`)], cell(bad(code))),
      ...(why === undefined ? [] : [paragraph(6, 8, span(why))]),
    ]
  }
  return standing === 'done'
    ? [row(2, 4, [good('✓'), span(` ${what}`)], cell(span(code)))]
    : [row(2, 4, [dim(`– ${what}`)], cell(dim('undone')))]
}

/** One row for each operation, or for each run of operations that did alike. */
export const operationBlocks = (
  operations: readonly Operation[],
  codes: readonly string[],
  standing: Standing,
): readonly Block[] =>
  codes.length === 0 ? [] : runsOf(operations, codes).flatMap((run) => rowsOf(run, standing))
