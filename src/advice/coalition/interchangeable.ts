/**
 * Interchangeable players: those who can stand in for each other everywhere, whatever their weights say.
 * With weights 3, 2, 2 and a quota of 4 all three are the same: any two of them.
 */
import type { Coalition, Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import { normalFormOf, type NormalForm } from './normal-form.js'
import { swingsOf } from './swings.js'

/** Places of a normal form in classes, the most powerful first. Dummies, if any, are the last class. */
export const classesOf = (form: NormalForm): readonly (readonly number[])[] => {
  const swings = swingsOf(form)
  const classes: number[][] = []
  // More weight is never less power: equals stand side by side.
  form.ids.forEach((_, place) => {
    if (place > 0 && swings[place] === swings[place - 1]) classes.at(-1)?.push(place)
    else classes.push([place])
  })
  return classes
}

/** Players in classes of those who can stand in for each other, the most powerful first. */
export const interchangeable = (game: Game): readonly Coalition[] => {
  const form = normalFormOf(game)
  return classesOf(form).map((places) => form.ids.filter((_, place) => places.includes(place)))
}

export const interchangeableMeasure: Measure = {
  id: 'interchangeable',
  summary: 'who can stand in for whom',
  formula: 'x ~ y if and only if x and y have equally many swings',
  cost: 'O(n·q)',
  source: 'Isbell’s desirability relation, total in weighted games; Taylor and Zwicker (1999)',
  ask: interchangeable,
}
