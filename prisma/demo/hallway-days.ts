import { addDays, instantOf } from '@/lib/platform/time'
import type { Program, ProgramSession } from '@/lib/program/program'
import type { DemoSession } from './demo-session'
import { colocatedEvents, rooms, speakers, tracks } from './hallway-days-cast'
import { firstDay } from './hallway-days-first'
import { firstNight, secondNight } from './hallway-days-nights'
import { secondDay } from './hallway-days-second'

export const hallwayDaysZone = 'Europe/Paris'

/**
 * *Hallway Days*, an invented conference of two days, round the clock, that is always on: its first day is `today`.
 * The same ids and wall times whatever the date, so that importing it again only moves it.
 * @param today a date in Europe/Paris, "YYYY-MM-DD"
 */
export function hallwayDays(today: string): Program {
  return {
    title: 'Hallway Days',
    siteKey: 'hallway-days',
    timeZone: hallwayDaysZone,
    language: 'en',
    rooms,
    tracks,
    colocatedEvents,
    speakers: speakers.map((speaker) => ({ ...speaker, tagline: null, bio: null })),
    sessions: [
      ...[...firstDay, ...firstNight].map((session) => dated(session, today)),
      ...[...secondDay, ...secondNight].map((session) => dated(session, addDays(today, 1))),
    ],
  }
}

function dated(session: DemoSession, dayOn: string): ProgramSession {
  const at = (time: string | null) =>
    time === null ? null : (instantOf(`${dayOn}T${time}`, hallwayDaysZone)?.toISOString() ?? null)
  return {
    sourceId: session.id,
    title: session.title,
    rawTitle: session.title,
    description: session.description,
    kind: session.kind,
    cancelled: session.cancelled ?? false,
    dayOn,
    startAt: at(session.from),
    endAt: at(session.to),
    roomKeys: session.rooms,
    trackKey: session.track ?? null,
    colocatedKey: session.colocated ?? null,
    speakerKeys: session.speakers ?? [],
    language: session.language ?? 'en',
    url: null,
    capacity: session.capacity ?? null,
    level: session.level ?? null,
    flags: session.flags ?? [],
    slidesUrl: null,
    replayUrl: null,
  }
}
