/**
 * Formulas: who has to be there, as people say it. A key; or any so many of some; or all of them. They
 * are monotone: more people never hurt.
 */

/** Keys that a policy calls by one name, or lists. */
export interface Members {
  /** As it stands in the policy: `employees`, `anna`, `anna, bruno`. */
  readonly said: string
  /** StrKeys, each once, in the order of the policy. */
  readonly keys: readonly string[]
}

/** Who has to be there. */
export type Formula =
  | { readonly _tag: 'Key'; readonly said: string; readonly key: string }
  /** Any so many of the parts; all of them where the count is theirs. At least one has to be asked for. */
  | {
      readonly _tag: 'AnyOf'
      readonly count: number
      /** The name of the group, where the parts are its members. */
      readonly said: string
      readonly of: readonly Formula[]
    }

/** Every key of a formula, as often as it stands there. */
export const keysIn = (formula: Formula): readonly string[] =>
  formula._tag === 'Key' ? [formula.key] : formula.of.flatMap(keysIn)

/** Whether no key stands twice: then a formula is decided by adding up weights. */
export const isReadOnce = (formula: Formula): boolean => {
  const keys = keysIn(formula)
  return new Set(keys).size === keys.length
}

/** Whether these people are enough. */
export const isSatisfiedBy =
  (present: (key: string) => boolean) =>
  (formula: Formula): boolean =>
    formula._tag === 'Key'
      ? present(formula.key)
      : formula.of.filter(isSatisfiedBy(present)).length >= formula.count
