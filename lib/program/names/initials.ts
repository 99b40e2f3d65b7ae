/**
 * One or two letters that stand for a person where others show a portrait: of the first and the last of their names,
 * of the first one alone in scripts without capitals; where no name has a letter, its first sign.
 */
export function initialsOf(name: string): string {
  const firsts = name.split(/[\s,]+/u).flatMap((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? [])
  const [first, last] = [firsts[0] ?? '', firsts.length > 1 ? (firsts.at(-1) ?? '') : '']
  if (!first) return [...name.trim()][0] ?? ''
  return hasCapitals(first) ? (first + last).toUpperCase() : first
}

/** Under which letter of an index a name stands, without its accent; "#" for what begins with none. */
export function letterOf(name: string): string {
  const letter = /^[^\p{L}\p{N}]*(\p{L})/u.exec(name.normalize('NFKD'))?.[1]
  return letter?.toUpperCase() ?? '#'
}

/** A name from its first letter or digit on, by which it is put in order: what has neither comes first. */
export function fromLetterOn(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+/u, '')
}

function hasCapitals(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase()
}
