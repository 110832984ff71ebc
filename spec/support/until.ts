/** Waiting for what will be so, in the place of waiting for a time in which it should be. */

/** No machine is so slow; a spec that waits longer has failed. */
const LONGEST = 15_000

/** Resolves when something is so; rejects where it is not so for very long. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + LONGEST
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it never was so: ${isSo.toString()}`)
    await new Promise(setImmediate)
  }
}
