import type { Adapter, ParseOptions } from '../reading/adapter'
import { checkEntries, filesByPart, hasPart, listEntries } from '../json/entries'
import { cancelledTitle } from '../reading/cancelled-title'
import { programmeDays } from '../reading/late-night'
import { startProgram, type ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { timeReader } from '../reading/source-times'
import { campEventSchema, isCampEvent, type CampEvent } from './event'
import { kindOfEvent, trackOfType } from './kind'
import { presentersOf } from './presenters'
import { campTimes, type CampTime } from './times'

/**
 * The public schedule.json of EMF camp's website, of any year: a list of events, each with its one time and venue, or,
 * since 2026, with a list of them. Times are on the camp's own clocks, without a zone.
 */
export const emfCamp: Adapter = {
  format: 'emf-camp',
  recognises: (files) => hasPart(files, partOf),
  inspect: () => ({ title: null, siteKey: null, timeZone: null }),

  parse: (files, options) => {
    const draft = startProgram()
    const entries = filesByPart(files, partOf, draft.addProblem).flatMap(({ prefix, json }) =>
      Array.isArray(json) ? listEntries(prefix, json) : [],
    )
    const events = checkEntries(entries, campEventSchema, draft.addProblem)
    const times = campTimes(events, draft.addProblem)
    addSessions(times, options, draft)
    const placed = new Set(times.map(({ event }) => event))
    const unplaced = events.filter(({ value }) => !placed.has(value))
    tellUnplaced(unplaced, times.length > 0, draft)
    if (events.length === 0) draft.addProblem('error', files[0]?.name ?? '', 'no-sessions')
    return draft.finish()
  },
}

function partOf(json: unknown): 'events' | null {
  return Array.isArray(json) && json.slice(0, 20).some(isCampEvent) ? 'events' : null
}

function addSessions(times: CampTime[], { timeZone, answers }: ParseOptions, draft: ProgramDraft): void {
  const readTime = timeReader(timeZone, draft.addProblem)
  const timed = times.flatMap(({ start, end, ...rest }) => {
    const startAt = readTime(start, `${rest.path}.start_date`)
    return startAt ? [{ ...rest, startAt, endAt: readTime(end, `${rest.path}.end_date`) }] : []
  })
  const dayOf = programmeDays(timed, timeZone)
  const venues = new Set(timed.flatMap(({ venue }) => venue ?? []))
  const capacityOf = capacityReader(venues, answers, draft)
  for (const { path, event, venue, startAt, endAt } of timed) {
    const { title, isCancelled } = cancelledTitle(event.title)
    const speakerKeys = presentersOf(event.names, venues).flatMap((name) => draft.addSpeaker({ name }) ?? [])
    const room = draft.addRoom(venue, { capacity: venue === null ? null : capacityOf(venue) })
    draft.addSession(path, {
      sourceId: event.id,
      title,
      rawTitle: event.title,
      description: event.description,
      kind: kindOfEvent(title, event.type, speakerKeys.length > 0),
      cancelled: isCancelled,
      dayOn: dayOf(startAt),
      startAt,
      endAt,
      roomKeys: room === null ? [] : [room],
      trackKey: draft.addTrack(trackOfType(event.type)),
      colocatedKey: null,
      speakerKeys,
      language: null,
      url: event.url,
      capacity: event.capacity,
      level: event.ages,
      flags: event.needsTicket ? ['separate-registration'] : [],
      replayUrl: event.replayUrl,
    })
  }
}

/** Before the schedule is made, the camp's file lists what was accepted, and no times. */
function tellUnplaced(
  unplaced: { path: string; value: CampEvent }[],
  isScheduled: boolean,
  { addProblem }: ProgramDraft,
): void {
  const [first] = unplaced
  if (!first) return
  if (!isScheduled) return addProblem('error', first.path, 'nothing-scheduled', String(unplaced.length))
  const titles = unplaced.slice(0, 5).map(({ value }) => value.title)
  addProblem('info', first.path, 'not-scheduled', `${unplaced.length}: ${titles.join('; ')}`)
}
