/** The table of who can do what, and the sentences around it. */
import { THRESHOLD_LEVELS } from '../../src/kernel/model/index.js'
import { code, joined, table } from './markdown.js'
import type { Class, Row, Summary, Survey } from './who-can.js'

/** More names than these are not repeated in each row. */
const FEW = 3

const listOf = (names: Class): string =>
  names.length <= FEW ? joined(names.map(code)) : `the ${String(names.length)} keys`

const someOf = (names: Class, least: number, most: number): string => {
  const n = names.length
  if (least === n)
    return n === 1 ? listOf(names) : n <= FEW ? joined(names.map(code)) : `all of ${listOf(names)}`
  if (n === 1) return `with or without ${listOf(names)}`
  if (least === most) return `any ${String(least)} of ${listOf(names)}`
  if (most === n)
    return least === 0 ? 'with or without others' : `any ${String(least)} or more of ${listOf(names)}`
  return least === 0
    ? `with at most ${String(most)} of ${listOf(names)}`
    : `any ${String(least)} ${most === least + 1 ? 'or' : 'to'} ${String(most)} of ${listOf(names)}`
}

/** Who a row is about: first those who are needed, then those who make no difference. */
const whoIs = (classes: readonly Class[], { counts }: Row): string => {
  const parts = counts.flatMap(({ least, most }, at) => {
    const names = classes[at] ?? []
    return most === 0 ? [] : [{ isNeeded: least > 0, text: someOf(names, least, most) }]
  })
  const needed = parts.filter(({ isNeeded }) => isNeeded).map(({ text }) => text)
  const others = parts.filter(({ isNeeded }) => !isNeeded).map(({ text }) => text)
  if (parts.length === 0) return counts.length === 0 ? 'whoever signs' : 'nobody'
  return [joined(needed), ...others].join(', ')
}

/** The table. */
export const whoCanTable = ({ classes, rows }: Summary): string =>
  table(
    ['Who signs', ...THRESHOLD_LEVELS],
    rows.map((row) => [
      whoIs(classes, row),
      ...THRESHOLD_LEVELS.map((level) => (row.answers[level] ? 'yes' : 'no')),
    ]),
  )

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** How the table was made, and who is not in it. */
export const whoCanNotes = ({ names, answers, asked }: Survey, { idle, classes, rows }: Summary): string => {
  const many = classes.filter((members) => members.length > FEW)
  return [
    ...many.map(
      (members) =>
        `The ${String(members.length)} keys are ${joined(members.map(code))}: each is as good as another.`,
    ),
    ...(idle.length === 0 ? [] : [`Whether ${joined(idle.map(code), 'or')} signs changes no answer.`]),
    ...(rows.some(({ counts }) => counts.some(({ least, most }) => least < most))
      ? [
          'Those of a row who are not needed leave their signature out: a surplus one would make the network refuse.',
        ]
      : []),
    `Each of the ${grouped(answers.length)} sets of ${grouped(names.length)} ${names.length === 1 ? 'key' : 'keys'} was tried with every kind of operation: ${grouped(asked)} questions to the engine.`,
  ].join(' ')
}
