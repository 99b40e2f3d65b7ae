// Characters that turn the writing direction around, or end what another began. LRM, RLM and ALM only mark a place and
// stay.
const OPENING: Record<string, string> = {
  '\u202A': '\u202C',
  '\u202B': '\u202C',
  '\u202D': '\u202C',
  '\u202E': '\u202C',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
}
// They show letters in another order than they stand in: "\u202Egnp.exe" reads exe.png. Nobody's name needs them.
const OVERRIDE = /[\u202D\u202E]/
const CONTROL = /[\u202A-\u202E\u2066-\u2069]/g

// Letters that run from right to left, what marks their direction, and the controls.
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}\u200F\u202A-\u202E\u2066-\u2069]/u

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'] as const

/**
 * A text whose controls of direction all end within it and change no order of letters; where one does not, or ends what
 * it did not begin, it has none of them.
 */
export function settleBidi(text: string): string {
  if (OVERRIDE.test(text)) return text.replace(CONTROL, '')
  const open: string[] = []
  for (const [control] of text.matchAll(CONTROL)) {
    const end = OPENING[control]
    if (end) open.push(end)
    else if (open.pop() !== control) return text.replace(CONTROL, '')
  }
  return open.length === 0 ? text : text.replace(CONTROL, '')
}

/** The same of each line, so that one of them takes nothing from another. */
export function settleLines(text: string): string {
  return text.split('\n').map(settleBidi).join('\n')
}

/**
 * Words of somebody else in a sentence of plain text: they read in their own direction and turn nothing around them.
 * What runs from left to right anyway, as the screens' own languages do, stays as it is.
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${settleBidi(text)}${POP_ISOLATE}` : text
}

/** Does a text run from right to left as a whole? As `dir="auto"` has it: as its first letter that is in no isolate. */
export function runsFromRight(text: string): boolean {
  let depth = 0
  for (const letter of text) {
    if (/[\u2066-\u2068]/.test(letter)) depth += 1
    else if (letter === POP_ISOLATE) depth -= 1
    else if (depth <= 0 && /\p{L}/u.test(letter)) return RIGHT_TO_LEFT.test(letter)
  }
  return false
}
