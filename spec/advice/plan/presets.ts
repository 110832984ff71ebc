/** Every way to fill in a preset with few keys, for specs. */
import * as E from 'fp-ts/lib/Either.js'
import { fill, PRESETS, type Filled, type Preset } from '../../../src/advice/plan/index.js'

/** The preset of an id. */
export const presetOf = (id: string): Preset => PRESETS.find((one) => one.id === id)!

/** So many names. */
export const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `key-${String(index + 1)}`)

/** The preset with its example's keys and no numbers. */
export const asInDocument = (preset: Preset): Filled => {
  const filled = fill(preset)({ ...preset.example, numbers: {} })
  if (E.isLeft(filled)) throw new Error(filled.left[0]?.message)
  return filled.right
}

const MOST = 6

/** All numbers up to 6 for each number that a preset takes. */
const numbersOf = (preset: Preset): readonly Readonly<Record<string, number>>[] =>
  Object.keys(preset.numbers).reduce<readonly Readonly<Record<string, number>>[]>(
    (before, name) =>
      before.flatMap((some) => [
        some,
        ...Array.from({ length: MOST + 1 }, (_, value) => ({ ...some, [name]: value })),
      ]),
    [{}],
  )

/** Every filling with at most four keys that is not refused. */
export const fillings = (preset: Preset): readonly Filled[] =>
  [0, 1, 2, 3, 4].flatMap((count) =>
    numbersOf(preset).flatMap((numbers) => {
      const filled = fill(preset)({ master: 'master', keys: names(count), numbers })
      return E.isRight(filled) ? [filled.right] : []
    }),
  )
