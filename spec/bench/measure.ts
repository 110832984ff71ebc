/**
 * Measuring on a noisy machine: the variants take turns in one process, round after round, and what is
 * told is the median of their rounds and the ratio of medians. Absolute times say little here.
 */

/** One thing to measure; each call does the work once. */
export interface Variant {
  readonly name: string
  readonly run: () => unknown
  /** Calls a round; slow variants take fewer. */
  readonly calls: number
}

/** Microseconds of processor time a call, the median over rounds. */
export type Medians = ReadonlyMap<string, number>

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const microsecondsOf = ({ run, calls }: Variant): number => {
  const before = process.cpuUsage()
  for (let i = 0; i < calls; i++) run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / calls
}

/** Runs all variants in turn, `rounds` times, after one round that is not counted. */
export const measure = (variants: readonly Variant[], rounds: number): Medians => {
  const times = new Map(variants.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++)
    for (const variant of variants) {
      const time = microsecondsOf(variant)
      if (round > 0) times.get(variant.name)?.push(time)
    }
  return new Map([...times].map(([name, values]) => [name, median(values)]))
}
