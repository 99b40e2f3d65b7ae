import { readTime } from '@/lib/formats/csv/times'
import { readListed, readPeople, writeListed, writePeople } from '@/lib/program/names/listed'
import { looseKey } from '@/lib/program/names/name-key'
import type { TableColumn } from './columns'

/** What the screen calls the values of a column: "seats" is "places". */
export type ChoiceNames = Partial<Record<TableColumn, readonly { value: string; name: string }[]>>

/**
 * What somebody typed or pasted, as a cell takes it: numbers without what groups their digits, times of spreadsheets
 * ("9:05:00", "9h05", "9.05", "2:30 PM") as "09:05", choices by their name. What is none of it stays as it is, for the
 * row to say so.
 */
export function readCell(column: TableColumn, given: string, choices: ChoiceNames): string {
  const text = lists.has(column) ? given.trim() : given.replace(/\s+/g, ' ').trim()
  if (text === '') return ''
  if (column === 'capacity') return readCount(text)
  if (column === 'start' || column === 'end') return readClock(text, column)
  if (column === 'dayOn') return readDay(text)
  if (column === 'speakers') return writePeople(readPeople(text))
  const choose = (item: string) => chosen(item, choices[column] ?? [])
  return column === 'room' ? readRooms(text, choose, choices.room ?? []) : choose(text)
}

/** One as it is called, whatever is in its name; else a list. */
function readRooms(text: string, choose: (item: string) => string, few: readonly { value: string; name: string }[]) {
  const one = few.find(({ value, name }) => value === text || name === text)
  return writeListed(one ? [one.value].filter(Boolean) : readListed(text).flatMap((item) => choose(item.text) || []))
}

/** What holds several, each in quotes where it holds what separates them. */
const lists: ReadonlySet<TableColumn> = new Set(['speakers', 'room'])

function chosen(text: string, few: readonly { value: string; name: string }[]): string {
  const called = (key: (name: string) => string) =>
    few.find(({ value, name }) => key(value) === key(text) || key(name) === key(text))
  // "Café" may stand beside "Cafe".
  return (called((name) => name) ?? called(looseKey))?.value ?? text
}

/** "1 200", "1,200", "1.200", "1’200" and "120.0": spreadsheets write them so. */
function readCount(text: string): string {
  const isGrouped = /^\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+$/.test(text)
  return isGrouped ? text.replace(/\D/g, '') : text.replace(/^(\d+)[.,]0+$/, '$1')
}

const MIDNIGHT = 24 * 60

/** A time as files have it, or the hour alone. "24:00" is the end of a day, and nothing begins then. */
function readClock(text: string, column: 'start' | 'end'): string {
  const minutes = readTime(/^\d{1,2}$/.test(text) ? `${text}:00` : text)
  if (minutes === null || minutes > MIDNIGHT || (minutes === MIDNIGHT && column === 'start')) return text
  const two = (number: number) => `${number}`.padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** "2026-3-4", "2026/03/04" and a day with a time of midnight. */
function readDay(text: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]0?0:00(?::00)?)?$/.exec(text) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
