/**
 * Failures as people and programs read them: the one renderer for everything that can be wrong with an
 * input.
 *
 *   error[weight-out-of-range]: the weight of `bilal` is `256`; expected a whole number from 0 to 255
 *     --> joint.quorate.yaml:15:23
 *     help: …
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Failure } from '../../kernel/model/index.js'
import type { Json } from './json-list.js'
import { layOut, paragraph } from './layout.js'
import { bad, dim, span, strong, type Line } from './styled.js'

const placeOf = ({ subject, position }: Failure): O.Option<string> => {
  const where = O.isSome(position) ? `:${String(position.value.line)}:${String(position.value.column)}` : ''
  if (O.isSome(subject)) return O.some(`${subject.value}${where}`)
  return where === '' ? O.none : O.some(`line ${where.slice(1).replace(':', ', column ')}`)
}

const headOf = ({ code, message }: Failure): Line => [bad(`error[${code}]`), strong(`: ${message}`)]

const placeLines = (failure: Failure): readonly Line[] => {
  const place = placeOf(failure)
  return O.isSome(place) ? [[dim('  --> '), span(place.value)]] : []
}

/** The lines of one failure. They are not wrapped, so that they can be searched for. */
export const failureLines = (failure: Failure): readonly Line[] => [
  headOf(failure),
  ...placeLines(failure),
  ...(O.isSome(failure.help) ? [[dim('  help: '), span(failure.help.value)]] : []),
]

/** The same on a page of a width, like everything else there; the place stays whole. */
export const failureOnPage =
  (width: number) =>
  (failure: Failure): readonly Line[] => [
    ...layOut(width)([paragraph(0, 2, ...headOf(failure))]),
    ...placeLines(failure),
    ...(O.isSome(failure.help)
      ? layOut(width)([paragraph(2, 4, dim('help: '), span(failure.help.value))])
      : []),
  ]

/** A failure as JSON: code, message, help, and where. */
export const failureJson = ({ code, message, help, subject, position }: Failure): Json => ({
  code,
  message,
  help: O.toNullable(help),
  subject: O.toNullable(subject),
  line: O.isSome(position) ? position.value.line : null,
  column: O.isSome(position) ? position.value.column : null,
})
