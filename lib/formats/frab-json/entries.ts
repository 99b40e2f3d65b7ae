import { limits } from '@/lib/program/program'
import { instantIn } from '../frab/times'
import type { ProgramDraft } from '../reading/program-draft'
import type { JsonSchedule } from './schema'

/** An event that is not yet checked, with where it stands and what its lists say of it. */
export type Entry = { path: string; value: unknown; day: string | null; room: string | null }

/** The events of a schedule, of version 1 or 2; as many as a programme holds. @param file begins their paths */
export function eventEntries(schedule: JsonSchedule, file: string, addProblem: ProgramDraft['addProblem']): Entry[] {
  const entries: Entry[] = []
  for (const entry of allEntries(schedule, file, addProblem)) {
    if (entries.length < limits.sessions) {
      entries.push(entry)
      continue
    }
    addProblem('error', entry.path, 'too-many-sessions', `> ${limits.sessions}`)
    break
  }
  return entries
}

/** One after the other: a hostile file has millions. */
function* allEntries(
  { conference: { days }, events }: JsonSchedule,
  file: string,
  addProblem: ProgramDraft['addProblem'],
): Generator<Entry> {
  for (const [index, { date, rooms }] of days.entries())
    for (const [room, listed] of Object.entries(rooms ?? {})) {
      const path = `${file}schedule.conference.days[${index}].rooms.${room}`
      if (!Array.isArray(listed)) addProblem('error', path, 'entry-unreadable')
      else for (const [at, value] of listed.entries()) yield { path: `${path}[${at}]`, value, day: date, room }
    }
  for (const [index, value] of (events ?? []).entries())
    yield { path: `${file}schedule.events[${index}]`, value, day: null, room: null }
}

/** @returns a function that gives the day around an instant; version 2 says of each from when to when it is */
export function spanReader(days: JsonSchedule['conference']['days']): (date: string | null) => string | null {
  const spans = days.map(({ date, start, end }) => ({ date, from: instantIn(start), to: instantIn(end) }))
  return (date) => {
    const at = instantIn(date)
    return (at && spans.find(({ from, to }) => from && to && from <= at && at < to)?.date) ?? null
  }
}
