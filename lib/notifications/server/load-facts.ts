import type { Alert } from '@/generated/prisma/client'
import { withinReach } from '@/lib/people/server/participation'
import { departureOf, type Passage } from '@/lib/planning/walking'
import type { Database } from '@/lib/platform/db'
import { pageAddress } from '@/lib/program/addresses'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import { listCameToNothing } from './came-to-nothing'
import { fullness, loadFullness, type FullnessLevel } from './find-full'
import { listWaitingSources } from './find-waiting'
import { loadWays, type Coming } from './ways'
import type { AlertFacts } from '../words'

/**
 * What each alert is about as it stands now, by the alert's id. One that is no longer true is absent: the session was
 * cancelled or moved since, or moved back, the pick dropped, the room has places again, the announcement was withdrawn,
 * the source was answered, or its person may take part no more.
 */
export async function loadFacts(
  db: Database,
  claimed: readonly Alert[],
  now: Date,
): Promise<ReadonlyMap<string, AlertFacts>> {
  const alerts = await withinReach(db, claimed)
  const subjects = [...new Set(alerts.map(({ subjectId }) => subjectId))]
  const sessions = new Map((await listSessions(db, subjects)).map((session) => [session.id, session]))
  const announcements = new Map(
    (await listAnnouncements(db, subjects)).map((announcement) => [announcement.id, announcement]),
  )
  const waiting = new Map((await listWaitingSources(db, alerts)).map((source) => [source.sourceId, source]))
  const picked = await listPicks(db, alerts, [...sessions.keys()])
  const picks = new Set(picked.map(({ userId, sessionId }) => userId + sessionId))
  const cameToNothing = await listCameToNothing(db, alerts, picked, now)
  const next = alerts.flatMap(({ kind, userId, subjectId, conferenceId }) => {
    const startAt = kind === 'nextSession' || kind === 'roomFull' ? sessions.get(subjectId)?.startAt : null
    return startAt ? [{ userId, sessionId: subjectId, conferenceId, startAt }] : []
  })
  const ways = await loadWays(db, next)
  const full = await loadFull(db, next, now)

  function factsOf({ id, kind, userId, subjectId, version }: Alert): AlertFacts | null {
    if (kind === 'digest') return null
    const announcement = announcements.get(subjectId)
    if (kind === 'announcement')
      return announcement ? { kind, subjectId, conference: announcement.conference, text: announcement.body } : null
    if (kind === 'sourceWaits') {
      const source = waiting.get(subjectId)
      if (source?.changesHash !== version || !source.organizers.includes(userId)) return null
      return { kind, subjectId, conference: source.conference, source: source.name }
    }
    const session = sessions.get(subjectId)
    if (!session || !picks.has(userId + subjectId) || cameToNothing.has(id)) return null
    const isCancelled = session.status === 'cancelled'
    if (isCancelled && kind !== 'sessionMoved') return null
    if (kind === 'nextSession' && session.startAt?.toISOString() !== version) return null
    const state = kind === 'roomFull' ? (full.get(subjectId) ?? null) : null
    // It may have become worse since, and is told as that; never as what it is no more.
    if (kind === 'roomFull' && (!state || fullness.indexOf(state) < fullness.findIndex((known) => known === version)))
      return null
    const way = ways.get(userId + subjectId)
    return {
      kind,
      subjectId,
      conference: session.conference,
      session: sayable(session, isCancelled),
      fullness: state,
      departure: way ? sayableDeparture(way, full.get(subjectId) === 'likely') : null,
    }
  }

  return new Map(
    alerts.flatMap((alert) => {
      const facts = factsOf(alert)
      return facts ? [[alert.id, facts] as const] : []
    }),
  )
}

const conference = { select: { slug: true, name: true, timeZone: true, language: true } } as const

function listSessions(db: Database, ids: string[]) {
  return db.session.findMany({
    where: { id: { in: ids }, conference: { deletedAt: null } },
    select: {
      id: true,
      number: true,
      title: true,
      status: true,
      dayOn: true,
      startAt: true,
      conference,
      rooms: { select: { room: { select: { name: true } } }, orderBy: { position: 'asc' } },
    },
  })
}

function listAnnouncements(db: Database, ids: string[]) {
  return db.announcement.findMany({
    where: { id: { in: ids }, withdrawnAt: null, conference: { deletedAt: null } },
    select: { id: true, body: true, conference },
  })
}

function listPicks(db: Database, alerts: readonly Alert[], sessionIds: string[]) {
  return db.pick.findMany({
    where: {
      userId: { in: [...new Set(alerts.map(({ userId }) => userId))] },
      sessionId: { in: sessionIds },
      droppedAt: null,
      rank: { not: 'hidden' },
    },
    select: { userId: true, sessionId: true, createdAt: true },
  })
}

async function loadFull(
  db: Database,
  coming: readonly Coming[],
  now: Date,
): Promise<ReadonlyMap<string, FullnessLevel>> {
  const full = new Map<string, FullnessLevel>()
  for (const id of new Set(coming.map(({ conferenceId }) => conferenceId)))
    for (const [sessionId, state] of await loadFullness(db, id, now)) full.set(sessionId, state)
  return full
}

/** As the plan says it. */
function sayableDeparture(way: Passage, isLikelyFull: boolean) {
  const { leaveAt, spareMinutes } = departureOf(way, isLikelyFull)
  return { leaveAt: new Date(leaveAt), earlyMinutes: spareMinutes }
}

type Session = Awaited<ReturnType<typeof listSessions>>[number]

function sayable({ number, title, dayOn, startAt, rooms, conference: { slug } }: Session, isCancelled: boolean) {
  const path = pageAddress(slug, 'session', sessionSlug({ number, title }))
  return {
    title,
    path,
    isCancelled,
    dayOn: dayOn.toISOString().slice(0, 10),
    startAt,
    room: rooms.map(({ room }) => room.name).join(', '),
  }
}
