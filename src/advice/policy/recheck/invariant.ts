/** Demands that an answer has to meet: one that it does not is a fault of ours, so it throws. */
export const insist = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`invariant: an answer to a claim is wrong: ${what}`)
}
