/** Amounts and times as people write them. */

const STROOPS = 10_000_000n

/** Stroops as lumens, without zeros that say nothing: `2.5`. */
export const lumens = (stroops: bigint): string => {
  const [sign, size] = stroops < 0n ? ['-', -stroops] : ['', stroops]
  const fraction = String(size % STROOPS)
    .padStart(7, '0')
    .replace(/0+$/, '')
  return `${sign}${String(size / STROOPS)}${fraction === '' ? '' : `.${fraction}`}`
}

/** The last second that a date can stand for. */
const LAST = 8_640_000_000_000n

/** Seconds since 1970 as a date and a time; as they are, where no calendar goes so far. */
export const timeText = (seconds: bigint): string =>
  seconds > LAST
    ? String(seconds)
    : new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z').replace('T', ' ')
