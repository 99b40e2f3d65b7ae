import { eachTextOnce } from '@/lib/platform/once-for'
import { DAY_MS } from '@/lib/platform/time'
import { dayWords, fillers, plainWords } from '../reading/day-words'

type DateParts = {
  year: number | null
  month: number
  day: number
  weekday: number | null
  /** "3/4/2024": which is the month cannot be told. */
  swappable: boolean
  /** "27-07-05": the first may be the year. */
  yearFirst?: { year: number; day: number }
}

export type DayReader = {
  /** "YYYY-MM-DD"; null for what is no date, and for a date whose year cannot be told. */
  read: (text: string) => string | null
  /** Set when the order of day and month is a guess: a date and how it was read. */
  guess: { text: string; dayOn: string } | null
}

/**
 * Reads the days of one column together, since one date may only be clear beside the others: "29/02/2024" shows that
 * the day comes first in all, and so does the weekday of "Mon 3/4/2027". When no date shows it, the order is the one
 * that keeps the conference within two weeks, else day first, and that is said. A date without a year takes the only
 * year of the other dates or of `hints`, else the only year from 2010 to 2040 that gives its weekday. Also read: ISO
 * dates, day numbers of spreadsheets, names of months and weekdays in some twenty-five languages.
 * @param hints texts that may hold the year: the file's name, the title above the table
 */
export function dayReader(texts: readonly string[], hints: readonly string[]): DayReader {
  const partsOf = eachTextOnce(datePartsIn)
  const dates = [...new Set(texts)].flatMap((text) => partsOf(text) ?? [])
  const swappable = dates.filter((date) => date.swappable)
  const { monthFirst, certain: isOrderCertain } = orderOf(
    swappable,
    dates.filter((date) => !date.swappable && date.year !== null),
  )
  const [first, ...short] = dates.flatMap(({ yearFirst }) => yearFirst ?? [])
  const isYearFirst = first !== undefined && short.every(({ year }) => year === first.year)
  const certain = isOrderCertain && !isYearFirst
  const stated = new Set(dates.flatMap(({ year }) => year ?? []))
  const hinted = new Set(
    hints
      .join(' ')
      .match(/(?<!\d)20\d\d(?!\d)/g)
      ?.map(Number),
  )
  const years = stated.size > 0 ? stated : hinted

  const read = eachTextOnce((text) => {
    const parts = partsOf(text)
    if (!parts) return null
    if (isYearFirst && parts.yearFirst) return iso({ ...parts, ...parts.yearFirst })
    const date = placeYear(parts.swappable && monthFirst ? swap(parts) : parts, years)
    return date && (iso(date) ?? (parts.swappable ? iso(swap(date)) : null))
  })
  const example = texts.find((text) => partsOf(text)?.swappable || (isYearFirst && partsOf(text)?.yearFirst))
  const dayOn = example === undefined ? null : read(example)
  return { read, guess: certain || example === undefined || dayOn === null ? null : { text: example, dayOn } }
}

/** Is this a date whose year is not written? */
export function lacksYear(text: string): boolean {
  return datePartsIn(text)?.year === null
}

function datePartsIn(text: string): DateParts | null {
  if (text.length > 60 || !/\d/.test(text)) return null
  const { weekdays } = dayWords()
  // "2027/07/05(月)": what stands in brackets repeats it.
  const words = plainWords(text).replace(/\s*[(（]\p{L}+\.?[)）]\s*$/u, '')
  const date = words.replace(/^(\p{L}+)[.,]?\s+(?=\d{1,4}\s*[-/.]\s*\d)/u, (prefix, name: string) =>
    weekdays.has(name) ? '' : prefix,
  )
  const weekday = date === words ? null : (weekdays.get(/^\p{L}+/u.exec(words)?.[0] ?? '') ?? null)
  return numericParts(date, weekday) ?? serialParts(date) ?? wordParts(words)
}

function numericParts(text: string, weekday: number | null): DateParts | null {
  const [, y, m, d] =
    /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?$/.exec(text) ??
    /^(20\d\d)(\d\d)(\d\d)$/.exec(text) ??
    /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?$/.exec(text) ??
    []
  if (y) return { year: Number(y), month: Number(m), day: Number(d), weekday, swappable: false }
  const [, month, day] = /^(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]$/.exec(text) ?? []
  if (month) return { year: null, month: Number(month), day: Number(day), weekday, swappable: false }
  const [, first, separator, second, year = ''] =
    /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/.exec(text) ?? []
  if (!first) return null
  const parts = { year: Number(year.padStart(4, '20')), month: Number(second), day: Number(first), weekday }
  if (separator === '-' && year.length === 2 && Number(first) > 12 && Number(second) <= 12)
    return { ...parts, swappable: false, yearFirst: { year: 2000 + Number(first), day: Number(year) } }
  // Dots are German: the day is first.
  return { ...parts, swappable: separator !== '.' }
}

/** Days since 30 December 1899, as spreadsheets count them: 36526 to 73050 are the years 2000 to 2099. */
function serialParts(text: string): DateParts | null {
  if (!/^\d{5}$/.test(text) || Number(text) < 36_526 || Number(text) > 73_050) return null
  const date = new Date(Date.UTC(1899, 11, 30 + Number(text)))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: null,
    swappable: false,
  }
}

function wordParts(text: string): DateParts | null {
  const { months, weekdays } = dayWords()
  const words = text
    .replace(/(\d)(st|nd|rd|th|er|e|ste|de|a|º|ª)(?=[\s,.]|$)/g, '$1')
    .split(/[\s,./-]+/)
    .filter((word) => word && !fillers.has(word))
  const named = words.filter((word) => months.has(word))
  // "mar." is March, or mardi beside another month.
  const month = named.length > 1 ? named.find((word) => !weekdays.has(word)) : named[0]
  if (month === undefined) return null
  const rest = words.filter((word) => word !== month)
  const dayName = rest.find((word) => weekdays.has(word))
  const numbers = rest.filter((word) => word !== dayName)
  const [whole] = numbers.filter((word) => /^20\d\d$/.test(word))
  const [day, short, ...more] = numbers.filter((word) => word !== whole)
  // "5-Jul-27": of two short numbers the second is the year.
  if (
    day === undefined ||
    !/^\d{1,2}$/.test(day) ||
    more.length > 0 ||
    (short !== undefined && (whole !== undefined || !/^['’]?\d\d$/.test(short)))
  )
    return null
  const year = whole ?? (short === undefined ? undefined : `20${short.slice(-2)}`)
  return {
    year: year === undefined ? null : Number(year),
    month: months.get(month) ?? 0,
    day: Number(day),
    weekday: dayName === undefined ? null : (weekdays.get(dayName) ?? null),
    swappable: false,
  }
}

function orderOf(dates: DateParts[], clear: DateParts[]): { monthFirst: boolean; certain: boolean } {
  const dayFirst = dates.some((date) => date.day > 12 || (fallsOnWeekday(date) && !fallsOnWeekday(swap(date))))
  const monthFirst = dates.some((date) => date.month > 12 || (!fallsOnWeekday(date) && fallsOnWeekday(swap(date))))
  if (dayFirst !== monthFirst) return { monthFirst, certain: true }
  const swapped = dates.map(swap)
  const isNear = (list: DateParts[], beside: DateParts[] = []) => spanOf([...list, ...beside]) <= 14
  // Beside the dates that are clear, unless neither reading is near them: those may be of another kind.
  const tells = isNear(dates, clear) || isNear(swapped, clear) ? clear : []
  return {
    monthFirst: !dayFirst && !isNear(dates, tells) && isNear(swapped, tells),
    certain: dates.every((date) => date.day === date.month),
  }
}

/** Is this the weekday that is written beside it? A date without one is none's. */
function fallsOnWeekday({ year, month, day, weekday }: DateParts): boolean {
  return weekday !== null && new Date(Date.UTC(year ?? 2000, month - 1, day)).getUTCDay() === weekday
}

function spanOf(dates: DateParts[]): number {
  const days = dates.map(({ year, month, day }) => Date.UTC(year ?? 2000, month - 1, day) / DAY_MS)
  return (
    days.reduce((last, day) => Math.max(last, day), -Infinity) -
    days.reduce((first, day) => Math.min(first, day), Infinity)
  )
}

function swap<Parts extends { month: number; day: number }>(date: Parts): Parts {
  return { ...date, month: date.day, day: date.month }
}

function placeYear(date: DateParts, years: ReadonlySet<number>): (DateParts & { year: number }) | null {
  if (date.year !== null) return { ...date, year: date.year }
  const possible = years.size > 0 ? [...years] : Array.from({ length: 31 }, (_, index) => 2010 + index)
  const exist = possible.map((year) => ({ ...date, year })).filter((candidate) => iso(candidate) !== null)
  const fitting = exist.filter(
    ({ year, month, day, weekday }) =>
      weekday === null || new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday,
  )
  const [only, ...more] = fitting.length > 0 ? fitting : exist
  return only && more.length === 0 ? only : null
}

function iso({ year, month, day }: { year: number; month: number; day: number }): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
