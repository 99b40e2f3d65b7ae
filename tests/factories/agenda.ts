import type { Agenda, AgendaSession } from '@/lib/program/agenda'

/** A talk of one hour on 24 March, 9:00 in Paris, but for what is given. */
export function talk(id: string, given: Partial<AgendaSession> = {}): AgendaSession {
  const base = {
    number: 1,
    slug: `1-${id}`,
    title: id,
    kind: 'talk',
    status: 'confirmed',
    dayOn: '2026-03-24',
    rooms: [],
    speakers: [],
  } as const
  return {
    ...base,
    id,
    startAt: '2026-03-24T08:00:00.000Z',
    endAt: '2026-03-24T09:00:00.000Z',
    ...given,
    rooms: given.rooms ?? [],
    speakers: given.speakers ?? [],
  }
}

/** From one wall time to another, in UTC, on 24 March: `at('09:00', '10:00')`. */
export function at(start: string, end?: string): Pick<AgendaSession, 'startAt' | 'endAt'> {
  return { startAt: `2026-03-24T${start}:00.000Z`, endAt: end && `2026-03-24T${end}:00.000Z` }
}

/** A conference in Paris with these sessions. */
export function agendaOf(sessions: AgendaSession[], given: Partial<Agenda> = {}): Agenda {
  return {
    conference: {
      id: 'c',
      slug: 'c',
      name: 'C',
      timeZone: 'Europe/Paris',
      language: 'en',
      visibility: 'public',
      version: 1,
    },
    days: ['2026-03-24', '2026-03-25'],
    rooms: [],
    tracks: [],
    colocatedEvents: [],
    speakers: [],
    sessions,
    ...given,
  }
}
