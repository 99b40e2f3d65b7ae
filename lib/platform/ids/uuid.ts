/**
 * The digits of UUIDs laid over each other (exclusive or): the same for the same ones, in whichever order, and as
 * random as the most random of them.
 * @returns 32 numbers from 0 to 15
 */
export function mixedDigits(...ids: readonly string[]): number[] {
  const all = ids.map((id) => id.replaceAll('-', ''))
  return Array.from({ length: 32 }, (_, index) =>
    all.reduce((mixed, id) => mixed ^ Number.parseInt(id.charAt(index), 16), 0),
  )
}

/** A UUID of its 32 digits, as it is written (RFC 9562 §4). @param digits numbers from 0 to 15 */
export function uuidOf(digits: readonly number[]): string {
  const hex = digits.map((digit) => digit.toString(16)).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The same, marked as random (RFC 9562 §5.4), whatever its digits say of that. */
export function randomUuidOf(digits: readonly number[]): string {
  return uuidOf(digits.map((digit, index) => (index === 12 ? 4 : index === 16 ? 8 | (digit & 3) : digit)))
}
