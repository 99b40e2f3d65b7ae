/** What a number format shows: part of a date, of a day's clock, a length of time ("[h]:mm"), or just a number. */
export type CellShows = 'date' | 'time' | 'date-time' | 'elapsed' | 'number'

const DAY_MS = 86_400_000
/** Day 0 of both systems; Excel's counts a 29 February 1900 that never was, which only the days before it feel. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }

/** What a number format of a spreadsheet shows, by its code: "yyyy-mm-dd", "h:mm AM/PM", "[$-407]d. mmm". */
export function formatShows(code: string): CellShows {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] ?? ''
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return 'elapsed'
  const hasDate = /[yd]|mmm|(?:^|[^hs:])m(?![:s])/i.test(bare.replace(/am\/pm|a\/p|h+[:.\s]*m+|m+[:.]s+/gi, ' '))
  const hasTime = /h|s|am\/pm/i.test(bare)
  if (hasDate && hasTime) return 'date-time'
  return hasDate ? 'date' : hasTime ? 'time' : 'number'
}

/** The built-in formats of .xlsx that stand in no file, by number. */
export function builtInShows(id: number): CellShows {
  if (id === 22) return 'date-time'
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date'
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35)) return 'time'
  return id === 46 ? 'elapsed' : 'number'
}

/**
 * A number of a cell as text that says what it means, whatever the format looks like: "2027-06-10", "09:30",
 * "2027-06-10 09:30", "25:30"; else the number.
 */
export function textOfNumber(value: number, shown: CellShows, system: 1900 | 1904): string {
  if (!Number.isFinite(value)) return ''
  const minutes = Math.round(value * 1440)
  const date = new Date(epochs[system] + Math.floor(minutes / 1440) * DAY_MS)
  const isTime = shown === 'time' || shown === 'elapsed' || value < 1
  if (shown === 'number' || value < 0 || Number.isNaN(date.getTime())) return String(value)
  if (shown === 'elapsed' || (isTime && value < 1)) return clock(minutes)
  // A date below a format of times, as a day and a time in one cell that shows the latter: the day is kept.
  const day = date.toISOString().slice(0, 10)
  return minutes % 1440 === 0 ? day : `${day} ${clock(minutes % 1440)}`
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
