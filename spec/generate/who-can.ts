/**
 * Who can do what: the answer of the engine for every set of names and every kind of operation, and the
 * same in as few rows as people can read.
 */
import { accountOf, assumedKeys, type Configuration } from '../../src/advice/plan/index.js'
import { canGet, ownTransaction } from '../../src/advice/policy/index.js'
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../src/kernel/model/index.js'
import { kindsAt } from './kinds-of-operations.js'

/** Whether a set reaches each of the three levels. */
export type Answers = Readonly<Record<ThresholdLevel, boolean>>

/** The answers for every set of some names; bit `i` of a set stands for name `i`. */
export interface Survey {
  readonly names: readonly string[]
  readonly answers: readonly Answers[]
  /** Questions that the engine was asked. */
  readonly asked: number
}

/** Asks about every set. Throws where two kinds of operations of one level are answered differently. */
export const survey = (configuration: Configuration): Survey => {
  const keyOf = assumedKeys(configuration)
  const account = accountOf(keyOf)(configuration)
  const names = [configuration.master.alias, ...configuration.signers.map(({ alias }) => alias)]
  let asked = 0
  const reaches = (set: readonly string[], level: ThresholdLevel): boolean => {
    const answers = kindsAt(level).map(({ operation }) => {
      asked++
      return canGet(account)(set.map(keyOf))(ownTransaction([operation])(account))
    })
    if (new Set(answers).size !== 1)
      throw new Error(`the ${level} level is not one level for ${set.join(', ')}`)
    return answers[0] ?? false
  }
  const answers = Array.from({ length: 2 ** names.length }, (_, bits): Answers => {
    const set = names.filter((_, index) => (bits >> index) & 1)
    return { Low: reaches(set, 'Low'), Medium: reaches(set, 'Medium'), High: reaches(set, 'High') }
  })
  return { names, answers, asked }
}

const isSame = (a: Answers | undefined, b: Answers | undefined): boolean =>
  THRESHOLD_LEVELS.every((level) => a?.[level] === b?.[level])

const bit = (index: number): number => 1 << index

/** Whether a name never changes an answer. */
const isIdle = ({ answers }: Survey, index: number): boolean =>
  answers.every((one, bits) => isSame(one, answers[bits | bit(index)]))

/** Whether two names can stand for each other in every set. */
const isAlike = ({ answers }: Survey, a: number, b: number): boolean =>
  answers.every(
    (_, bits) => (bits & (bit(a) | bit(b))) !== 0 || isSame(answers[bits | bit(a)], answers[bits | bit(b)]),
  )

/** Names that can stand for each other. */
export type Class = readonly string[]

/** So many of each class, from and to. */
export interface Row {
  readonly counts: readonly { readonly least: number; readonly most: number }[]
  readonly answers: Answers
}

/** A survey in short. */
export interface Summary {
  /** Names that never change an answer. */
  readonly idle: readonly string[]
  readonly classes: readonly Class[]
  readonly rows: readonly Row[]
}

const classesOf = (one: Survey): readonly (readonly number[])[] => {
  const classes: number[][] = []
  for (const index of one.names.keys()) {
    if (isIdle(one, index)) continue
    const mine = classes.find(([first]) => first !== undefined && isAlike(one, first, index))
    if (mine === undefined) classes.push([index])
    else mine.push(index)
  }
  return classes
}

/** Every way to say how many of each class, fewest of the first class first. */
const profilesOf = (sizes: readonly number[]): readonly (readonly number[])[] =>
  sizes.reduce<readonly (readonly number[])[]>(
    (before, size) =>
      before.flatMap((profile) => Array.from({ length: size + 1 }, (_, count) => [...profile, count])),
    [[]],
  )

/** Makes each row as wide as the answers allow, so that few are needed. A set may be in two that say the same. */
export const summarize = (one: Survey): Summary => {
  const indices = classesOf(one)
  const sizes = indices.map((members) => members.length)
  const answersOf = (profile: readonly number[]): Answers | undefined =>
    one.answers[
      indices
        .flatMap((members, at) => members.slice(0, profile[at]))
        .reduce((bits, index) => bits | bit(index), 0)
    ]
  const done = new Set<string>()
  const rows: Row[] = []
  for (const profile of profilesOf(sizes)) {
    const answers = answersOf(profile)
    if (answers === undefined || done.has(profile.join())) continue
    const box = profile.map((count) => ({ least: count, most: count }))
    const within = (): readonly (readonly number[])[] =>
      profilesOf(sizes).filter((p) => p.every((n, at) => n >= box[at]!.least && n <= box[at]!.most))
    // Nobody is a row of its own: what nobody can do is not what somebody can.
    const isNobody = profile.every((count) => count === 0)
    for (const [at, side] of [...box.entries()].reverse())
      while (!isNobody && side.most < sizes[at]!) {
        side.most++
        if (within().every((p) => isSame(answersOf(p), answers))) continue
        side.most--
        break
      }
    for (const p of within()) done.add(p.join())
    rows.push({ counts: box, answers })
  }
  const namesOf = (members: readonly number[]): Class => members.map((index) => one.names[index]!)
  return {
    idle: one.names.filter((_, index) => isIdle(one, index)),
    classes: indices.map(namesOf),
    rows,
  }
}
