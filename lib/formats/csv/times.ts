import type { DayReader } from './days'

/** What a cell for a start or an end says; minutes are since midnight of its day. */
export type CellTime = {
  dayOn: string | null
  minutes: number | null
  /** The end, when the cell holds both: "9:00–9:45". */
  endMinutes: number | null
  /** A time with an offset, which needs no day and no zone. */
  instant: Date | null
  /** The zone that the cell names behind its time: "CET". */
  zone: string | null
}

export const nothing: CellTime = { dayOn: null, minutes: null, endMinutes: null, instant: null, zone: null }

/** "16:00 CET", "4 pm (ET)": capitals that end as the abbreviations of zones do. */
const named = /(?<=\d|[hm.]) ?\(?\b(UTC|GMT|MES?Z|HNE|HAE|[A-Z]{1,4}T)\)?$/

/**
 * Reads a cell that holds a time, a date, both, a range of times, or says that the time is to be announced.
 * @returns null when it is none of these
 */
export function readMoment(text: string, readDay: DayReader['read']): CellTime | null {
  const cell = text.replace(/\s+/g, ' ').trim()
  if (cell.length > 80) return null
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})$/.test(cell)) {
    const instant = new Date(cell.replace(/ ?(Z|[+-]\d{2}:?\d{2})$/, '$1').replace(' ', 'T'))
    return readDay(cell.slice(0, 10)) === null || Number.isNaN(instant.getTime()) ? null : { ...nothing, instant }
  }
  const times = readTimes(cell)
  if (times) return { ...nothing, ...times }
  const [zone] = named.exec(cell)?.slice(1) ?? []
  if (zone) {
    const moment = readMoment(cell.replace(named, ''), readDay)
    return moment && moment.minutes !== null && moment.zone === null ? { ...moment, zone } : null
  }
  const dayOn = readDay(cell)
  if (dayOn) return { ...nothing, dayOn }
  return readDayAndTimes(cell, readDay)
}

/** "2024-02-29 TBA", "29 Feb 2024, 9:30 am", "2024-02-29T09:00", "45351.375": a day, then what follows it. */
function readDayAndTimes(cell: string, readDay: DayReader['read']): CellTime | null {
  const [, serial = '', fraction] = /^(\d{5})([.,]\d+)$/.exec(cell) ?? []
  const borders = fraction
    ? [[serial, fraction] as const]
    : [...cell.matchAll(/(?<=\d)T(?=\d)|,? |,/g)]
        .slice(0, 6)
        .map(({ 0: { length }, index }) => [cell.slice(0, index), cell.slice(index + length)] as const)
  for (const [left, right] of borders) {
    const dayOn = readDay(left)
    const times = dayOn && readTimes(right.replace(/^(at|à|um|om) /i, ''))
    if (times) return { ...nothing, dayOn, ...times }
  }
  return null
}

function readTimes(cell: string): Pick<CellTime, 'minutes' | 'endMinutes'> | null {
  if (cell === '' || isToBeAnnounced(cell)) return { minutes: null, endMinutes: null }
  const minutes = readTime(cell)
  if (minutes !== null) return { minutes, endMinutes: null }
  const [from, to, more] = cell
    .replace(/^(de|from|von|van) (?=\d)/i, '')
    .split(/ ?(?:-|–|—|→|->|〜|～|~|\bto\b|\bbis\b|\buntil\b|\btot\b|(?<= )à(?= )) ?/)
  if (!from || !to || more !== undefined) return null
  const endMinutes = readTime(isBare(to) && !isBare(from) ? `${to}:00` : to)
  if (endMinutes === null) return null
  // "1:00-2:30 pm": the first time means the same half of the day, unless it would then be the later one.
  const half = /[ap]\.?m\.?$/i.exec(to)?.[0]
  const shared = half && !/m\.?$/i.test(from) ? readTime(from + half) : null
  const start = shared !== null && shared <= endMinutes ? shared : readTime(isBare(from) ? `${from}:00` : from)
  return start === null ? null : { minutes: start, endMinutes }
}

/** "10" of "10–10:45". Two of them are no times: they may be days, rooms or chapters. */
function isBare(hour: string): boolean {
  return /^\d{1,2}$/.test(hour)
}

const notYet = [
  'tba|tbd|tbc|to be (announced|defined|confirmed|decided)|à (définir|confirmer|venir|annoncer)',
  'n/?a|offen|folgt|nnb|[-–—?]+',
]
const toBeAnnounced = new RegExp(`^(${notYet.join('|')})$`, 'i')

/** Does the cell say that the time is not known yet? */
export function isToBeAnnounced(text: string): boolean {
  return toBeAnnounced.test(text.trim())
}

/** The last hour of a night that still belongs to its day: "25:00" is one in the morning. */
const LAST_HOUR = 36

/**
 * Minutes since midnight of "9:00", "09h30", "2:00pm", "14.30", "1430", "9 Uhr", "9時30分", "noon" or a spreadsheet's
 * part of a day ("0.375"); null when it is no time.
 */
export function readTime(text: string): number | null {
  const cell = text
    .trim()
    .toLowerCase()
    .replace(/ ?(uhr|uur)$/, 'h')
    .normalize('NFKC')
    .replace(/^(午前|午後) ?(.*)$/, (_, half: string, time: string) => `${time}${half === '午前' ? 'am' : 'pm'}`)
  const word = /^(?:12(?:[:h.]?00)? ?)?(?:(noon|midday|midi|mittags?)|(midnight|minuit|mitternacht))$/.exec(cell)
  // Midnight is that at the end of the day: a programme that begins with it would say 0:00.
  if (word) return word[1] ? 720 : 1440
  if (/^0?[.,]\d+$/.test(cell)) return Math.round(Number(cell.replace(',', '.')) * 1440)
  const parts = clocks.map((clock) => clock.exec(cell)?.groups).find(Boolean)
  const hours = Number(parts?.hours)
  const minutes = Number(parts?.minutes ?? 0)
  const most = parts?.half ? 12 : /^\d{4}$/.test(cell) ? 24 : LAST_HOUR
  if (!parts || minutes > 59 || hours * 60 + minutes > most * 60 + (parts.half ? 59 : 0)) return null
  return (parts.half ? (hours % 12) + (parts.half === 'p' ? 12 : 0) : hours) * 60 + minutes
}

const clocks = [
  /^(?<hours>\d{1,2}) ?[:h.u] ?(?<minutes>\d{2})(?::\d{2}(?:\.\d+)?)? ?(?:h|(?<half>[ap])\.?m\.?)?$/,
  /^(?<hours>\d{1,2}) ?[hu]$/,
  /^(?<hours>\d{1,2}) ?(?<half>[ap])\.?m\.?$/,
  /^(?<hours>\d{2})(?<minutes>\d{2})$/,
  /^(?<hours>\d{1,2}) ?時 ?(?:(?<minutes>\d{1,2}) ?分)? ?(?:(?<half>[ap])m)?$/,
]

const LONGEST_MINUTES = 7 * 1440

/**
 * Minutes of "25", "25 min", "0:25", "00:25:00", "1h30", "1.5 hours", "PT45M" or a spreadsheet's part of a day; null
 * when it is no length.
 */
export function readDuration(text: string): number | null {
  const cell = text.trim().toLowerCase().replace(',', '.')
  const minutes = minutesOf(cell)
  return minutes === null || minutes > LONGEST_MINUTES ? null : minutes
}

function minutesOf(cell: string): number | null {
  const unit = String.raw`(?:m|mn|min|mins|minutes?|minuten|minuut)\.?`
  if (/^0?\.\d+$/.test(cell)) return Math.round(Number(cell) * 1440)
  const [, bare] = new RegExp(String.raw`^(\d{1,5}) ?(?:${unit}|'|′|’)?$`).exec(cell) ?? []
  if (bare) return Number(bare)
  const [, clockHours, clockMinutes] = /^(\d{1,3}):(\d{2})(?::\d{2})?$/.exec(cell) ?? []
  if (clockHours) return Number(clockHours) * 60 + Number(clockMinutes)
  const hour = String.raw`(?:h|hrs?|hours?|heures?|std\.?|stunden?|uur|u)\.?`
  const written = new RegExp(String.raw`^(\d+(?:\.\d+)?) ?${hour} ?(?:and |et |und |en )?(?:(\d{1,2}) ?(?:${unit})?)?$`)
  const [, hours, rest] = written.exec(cell) ?? []
  if (hours) return Math.round(Number(hours) * 60) + Number(rest ?? 0)
  const [, isoHours, isoMinutes] = /^pt(?:(\d+)h)?(?:(\d+)m)?(?:0+s)?$/.exec(cell) ?? []
  return isoHours || isoMinutes ? Number(isoHours ?? 0) * 60 + Number(isoMinutes ?? 0) : null
}
