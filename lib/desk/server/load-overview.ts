import type { Database } from '@/lib/platform/db'
import { DAY_MS, dateOn, MINUTE_MS } from '@/lib/platform/time'
import { HOLDS_MINUTES } from '@/lib/rooms/attendee-voices'
import { contradictionOf } from '@/lib/rooms/contradiction'
import { forecastOf } from '@/lib/rooms/forecast'
import { placesTogether } from '@/lib/rooms/places-together'
import { countPicks, loadShowUp } from '@/lib/rooms/server/forecasts'
import { lastCountedIn } from '@/lib/rooms/server/last-counts'
import { about, loadReadings } from '@/lib/rooms/server/load-readings'
import { loadRoomsNow } from '@/lib/rooms/server/queries'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import { listAbsences } from '../board/server/list-absences'
import { readPlannedDraft } from '../board/server/planned-draft'
import { coarse } from '../after/coarse'
import { chooseDay, demandOf, layOutDemand, type Demand, type DayDemand } from '../demand'
import type { DeskSession } from '../desk-session'
import { heldSince } from './alert-hold'
import { countIgnored, listNeeds, type DeskFacts, type DeskRoom, type Need } from '../needs'

export type Overview = {
  /** Worst first. */ needs: Need[]
  /** Clashes that somebody ignored on the board. */ ignored: number
  /** Those of the conference on which people come for something. */ days: string[]
  /** Null: there is none. */ day: string | null
  /** Null: nobody knows when and where anything is on that day. */ demand: DayDemand | null
}

/**
 * What needs somebody now, and one day's demand.
 * @param asked the day to show, `2026-03-25`; else today, the next day or the last
 */
export async function loadOverview(
  db: Database,
  conference: { id: string; timeZone: string },
  asked: string | undefined,
  now: Date,
): Promise<Overview> {
  const { id: conferenceId } = conference
  const found = await db.room.findMany({
    where: { conferenceId, archivedAt: null },
    select: { id: true, name: true, capacity: true, allowsOverlap: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  const shared = new Set(found.flatMap(({ id, allowsOverlap }) => (allowsOverlap ? [id] : [])))
  const rooms = found.map(({ allowsOverlap: _, ...room }) => room)
  const { sessions, speakerNames } = await loadSessions(db, conferenceId)
  const [picks, showUp] = [await countPicks(db, { conferenceId }), await loadShowUp(db, conferenceId, now)]
  const told = new Map(sessions.map(({ id }) => [id, coarse(picks.get(id) ?? 0)]))
  const forecasts = new Map(
    sessions.flatMap(({ id, capacity }) => {
      const people = told.get(id)
      // What is likely would tell the picks that it is reckoned from: it is reckoned from what may be told of them.
      const forecast = typeof people === 'number' ? forecastOf({ picks: people, capacity }, showUp) : null
      return forecast ? [[id, forecast]] : []
    }),
  )
  const demands = new Map(
    sessions.flatMap(({ id, capacity }): [string, Demand][] => {
      const [people, forecast] = [told.get(id), forecasts.get(id)]
      if (people === 'few' && capacity !== null) return [[id, 'few']]
      return typeof people === 'number' && forecast ? [[id, demandOf(forecast, people, showUp.spread)]] : []
    }),
  )
  const facts: DeskFacts = {
    sessions,
    rooms,
    shared,
    speakerNames,
    away: await listAbsences(db, conferenceId),
    forecasts,
    stewarded: await loadStewarded(db, conferenceId),
    countedAt: await lastCountedIn(db, conferenceId, new Date(now.getTime() - DAY_MS)),
    alertsHeldAt: await heldSince(db, conferenceId),
    draft: {
      moves: await db.draftMove.count({ where: { conferenceId, discardedIn: 0 } }),
      planned: await readPlannedDraft(db, conferenceId),
    },
    ignored: await loadIgnored(db, conferenceId),
    sources: await loadSources(db, conferenceId),
    contradicted: isOnAround(sessions, now) ? await loadContradicted(db, conferenceId, rooms, now) : [],
  }
  const { days, day } = chooseDay(sessions, dateOn(now, conference.timeZone), asked)
  return {
    needs: listNeeds(facts, now),
    ignored: countIgnored(facts, now),
    days,
    day,
    demand: day === null ? null : layOutDemand(rooms, sessions, demands, day),
  }
}

async function loadSessions(
  db: Database,
  conferenceId: string,
): Promise<{ sessions: DeskSession[]; speakerNames: Map<string, string> }> {
  const rows = await db.session.findMany({
    where: { conferenceId, status: { not: 'cancelled' }, startAt: { not: null } },
    select: {
      id: true,
      number: true,
      title: true,
      language: true,
      kind: true,
      dayOn: true,
      startAt: true,
      endAt: true,
      parentId: true,
      capacity: true,
      rooms: { select: { room: { select: { id: true, capacity: true } } }, orderBy: { position: 'asc' } },
      speakers: { select: { speaker: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
    },
    orderBy: [{ startAt: 'asc' }, { number: 'asc' }],
  })
  return {
    sessions: rows.flatMap(({ number, dayOn, startAt, rooms, speakers, capacity, ...session }): DeskSession[] =>
      startAt
        ? [
            {
              ...session,
              slug: sessionSlug({ number, title: session.title }),
              dayOn: dayOn.toISOString().slice(0, 10),
              startAt,
              roomIds: rooms.map(({ room }) => room.id),
              speakerIds: speakers.map(({ speaker }) => speaker.id),
              capacity: placesTogether(
                capacity,
                rooms.map(({ room }) => room),
              ),
            },
          ]
        : [],
    ),
    speakerNames: new Map(rows.flatMap(({ speakers }) => speakers.map(({ speaker: { id, name } }) => [id, name]))),
  }
}

/** Rooms at whose doors somebody can count. */
async function loadStewarded(db: Database, conferenceId: string): Promise<Set<string>> {
  const links = await db.stewardLink.findMany({
    where: { conferenceId, revokedAt: null },
    select: { roomId: true },
    distinct: ['roomId'],
  })
  return new Set(links.map(({ roomId }) => roomId))
}

async function loadIgnored(db: Database, conferenceId: string): Promise<Set<string>> {
  const warnings = await db.ignoredWarning.findMany({ where: { conferenceId }, select: { key: true } })
  return new Set(warnings.map(({ key }) => key))
}

async function loadSources(db: Database, conferenceId: string): Promise<DeskFacts['sources']> {
  const sources = await db.source.findMany({
    where: { conferenceId },
    select: { id: true, name: true, failures: true, checkMinutes: true, waiting: { select: { sourceId: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return sources.map(({ id, name, failures, checkMinutes, waiting }) => ({
    id,
    name,
    isWaiting: waiting !== null,
    failures,
    isScheduled: (checkMinutes ?? 0) > 0,
  }))
}

/** Nobody is at a door on other days. */
function isOnAround(sessions: readonly DeskSession[], now: Date): boolean {
  return sessions.some(({ startAt }) => Math.abs(startAt.getTime() - now.getTime()) < DAY_MS)
}

async function loadContradicted(
  db: Database,
  conferenceId: string,
  rooms: readonly DeskRoom[],
  now: Date,
): Promise<DeskFacts['contradicted']> {
  const states = await loadRoomsNow(db, conferenceId, null, now)
  const heard = await loadReadings(db, conferenceId, new Date(now.getTime() - HOLDS_MINUTES * MINUTE_MS))
  return states.flatMap(({ roomId, sessionId, occupancy }) => {
    const room = rooms.find(({ id }) => id === roomId)
    const found = contradictionOf(occupancy, about(sessionId ?? undefined, heard.get(roomId)), now)
    return room && found ? [{ kind: 'contradicted' as const, room, ...found }] : []
  })
}
