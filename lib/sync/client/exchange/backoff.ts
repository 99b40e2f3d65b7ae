const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * How long to wait after so many failures in a row: twice as long each time, at most a minute, and never the same for
 * two devices, or all of a hall would come back at once.
 * @param random from 0 to 1
 */
export function backoffMs(failures: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.round(longest * (0.5 + random / 2))
}
