/** One content line of a calendar, unfolded; `number` is where it begins in the file, from 1. */
export type IcsLine = { number: number; text: string }

type RawLine = { number: number; pieces: Uint8Array[]; isQuoted: boolean }

/**
 * The content lines of a calendar. Lines may end with CRLF, LF or CR, and may be folded or not (RFC 5545, 3.1), also
 * inside a character: they are joined as bytes, then read. Empty lines are passed over, also inside a folded one. A
 * quoted-printable value (vCalendar 1.0) goes on after a "=" at its line's end, and is given as iCalendar writes it.
 * @param bytes UTF-8, but for a line that names its CHARSET
 */
export function unfold(bytes: Uint8Array): IcsLine[] {
  const lines: RawLine[] = []
  let number = 0
  for (const physical of physicalLines(bytes)) {
    number++
    const previous = lines.at(-1)
    if (previous?.isQuoted && previous.pieces.at(-1)?.at(-1) === EQUALS) previous.pieces.push(physical)
    else if ((physical[0] === SPACE || physical[0] === TAB) && previous) previous.pieces.push(physical.subarray(1))
    else if (physical.length > 0) lines.push({ number, pieces: [physical], isQuoted: isQuoted(physical) })
  }
  return lines.map(readLine).filter(({ text }) => text.trim() !== '')
}

const [TAB, LF, CR, SPACE, EQUALS] = [9, 10, 13, 32, 61]
/** Enough for the name of a property and its parameters. */
const LONGEST_HEAD = 300

/** @returns whether there are more lines than that, folded or not; found without building any */
export function hasMoreLines(bytes: Uint8Array, most: number): boolean {
  let lines = 0
  for (let at = 0; at < bytes.length; at++)
    if ((bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) && ++lines >= most) return true
  return false
}

function* physicalLines(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LF && bytes[at] !== CR) continue
    yield bytes.subarray(from, at)
    if (bytes[at] === CR && bytes[at + 1] === LF) at++
    from = at + 1
  }
  yield bytes.subarray(from)
}

const quoted = /;(?:ENCODING=)?QUOTED-PRINTABLE(?=[;:])/i

function isQuoted(line: Uint8Array): boolean {
  return quoted.test(headOf(Buffer.from(line.subarray(0, LONGEST_HEAD)).toString('latin1')))
}

/** What stands before a line's value, with the colon. */
export function headOf(line: string): string {
  return /^[^:"]*(?:"[^"]*"[^:"]*)*:/.exec(line)?.[0] ?? ''
}

function readLine({ number, pieces, isQuoted: isEncoded }: RawLine): IcsLine {
  const line = Buffer.concat(pieces)
  const head = headOf(line.subarray(0, LONGEST_HEAD).toString('latin1'))
  const [, charset = 'utf-8'] = /;CHARSET="?([\w.-]+)/i.exec(head) ?? []
  if (!isEncoded) return { number, text: decode(line, charset) }
  const soft = pieces.map((piece) => Buffer.from(piece).toString('latin1').replace(/=$/, '')).join('')
  const value = soft
    .slice(head.length)
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  const text = decode(Buffer.from(value, 'latin1'), charset)
  return { number, text: head.replace(quoted, '') + text.replace(/\r\n?|\n/g, '\\n') }
}

/** What is UTF-8 is read as that, whatever it says of itself; else as it says. */
function decode(bytes: Uint8Array, charset: string): string {
  try {
    return utf8.decode(bytes)
  } catch {
    // Not UTF-8: of a charset that is none, or is not known either, what can be read is.
    return decoderFor(charset).decode(bytes)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
