/**
 * Text of a source as people typed it: line ends are LF, control characters (but line break and tab) and halves of
 * surrogate pairs are gone, the ends are trimmed. Scripts, quotes, emoji and right-to-left marks are text and stay.
 * @returns null when nothing is left
 */
export function cleanText(value: string | null | undefined): string | null {
  return stripControls(value ?? '').trim() || null
}

/** The same on one line: every run of white space is one space. For titles, names and rooms. */
export function cleanLine(value: string | null | undefined): string | null {
  return stripControls(value ?? '').replace(/\s+/g, ' ').trim() || null
}

/** At most `longest` UTF-16 units of a text; an emoji at the edge is left out rather than halved. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/\p{Cs}$/u, '').trimEnd()
}

function stripControls(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
}
