/**
 * How many a session takes: its own number, else what its rooms hold together; null: not known of one of them, or it is
 * in none.
 */
export function placesTogether(own: number | null, rooms: readonly { capacity: number | null }[]): number | null {
  if (own !== null || rooms.length === 0) return own
  return rooms.reduce<number | null>(
    (sum, { capacity }) => (sum === null || capacity === null ? null : sum + capacity),
    0,
  )
}
