/**
 * One account's notes in another's store need ids of their own, or the server would take them for attempts at the first
 * one's. The same two people give the same new id, so that restoring twice makes no second note.
 */
export function renamer(from: string | null, to: string | null): (id: string) => string {
  if (from === null || to === null || from === to) return (id) => id
  const mask = from.replaceAll('-', '')
  const other = to.replaceAll('-', '')
  return (id) => {
    const hex = [...id.replaceAll('-', '')]
      .map((digit, index) => mixDigit(digit, mask.charAt(index), other.charAt(index), index))
      .join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
}

function mixDigit(digit: string, mask: string, other: string, index: number): string {
  // The version and variant of a UUID stay what they are.
  if (index === 12 || index === 16) return digit
  return (Number.parseInt(digit, 16) ^ Number.parseInt(mask, 16) ^ Number.parseInt(other, 16)).toString(16)
}
