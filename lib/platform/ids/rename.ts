import { mixedDigits, uuidOf } from './uuid'

/**
 * One account's notes in another's store need ids of their own, or the server would take them for attempts at the first
 * one's. The same two people give the same new id, so that restoring twice makes no second note.
 */
export function renamer(from: string | null, to: string | null): (id: string) => string {
  if (from === null || to === null || from === to) return (id) => id
  return (id) => {
    const mixed = mixedDigits(id, from, to)
    // The version and variant of a UUID stay what they are.
    return uuidOf(mixedDigits(id).map((own, index) => (index === 12 || index === 16 ? own : (mixed[index] ?? own))))
  }
}
