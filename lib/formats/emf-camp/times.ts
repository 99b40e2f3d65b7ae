import { z } from 'zod'
import { checkEntries, listEntries, MOST_ENTRIES, type JsonEntry } from '../json/entries'
import { jsonText, jsonWord } from '../json/fields'
import type { ProgramDraft } from '../reading/program-draft'
import type { CampEvent } from './event'

/** When and where an event is, once: its times as written. */
export type CampTime = { path: string; event: CampEvent; start: string; end: string | null; venue: string | null }

/** The website writes "(Unknown)" where a village entered its event without a place. */
const venueField = jsonText.transform((venue) => (venue === '(Unknown)' ? null : venue))
const timeSchema = z.object({ start_date: jsonWord, end_date: jsonWord, venue: venueField })

/** All times of all events, as many as a schedule may have. An event has none before its place in the schedule is. */
export function campTimes(
  events: { path: string; value: CampEvent }[],
  addProblem: ProgramDraft['addProblem'],
): CampTime[] {
  return checkEntries(timeEntries(events), timeSchema, addProblem).flatMap(({ path, event, value }) =>
    value.start_date === null
      ? []
      : [{ path, event, start: value.start_date, end: value.end_date, venue: value.venue }],
  )
}

function timeEntries(events: { path: string; value: CampEvent }[]): (JsonEntry & { event: CampEvent })[] {
  const entries: (JsonEntry & { event: CampEvent })[] = []
  for (const { path, value: event } of events) {
    if (entries.length > MOST_ENTRIES) break
    const occurrences = listEntries(`${path}.occurrences`, event.occurrences.slice(0, MOST_ENTRIES + 1))
    for (const entry of [...(event.own ? [{ path, value: event.own }] : []), ...occurrences])
      entries.push({ ...entry, event })
  }
  return entries
}
