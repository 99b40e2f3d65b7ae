import type { Prisma } from '@/generated/prisma/client'
import type { SessionFlag } from '@/lib/program/session-flags'
import { sessionFields, snapshotSchema, type Snapshot } from '@/lib/program/snapshot'
import type { PlaceNames } from './by-hand/named-places'
import type { SessionEdit } from './schema'
import type { SessionTimes } from './session-times'

/** The fields that the form of a session can change. */
export const editedFields = sessionFields.filter(
  (field) => field !== 'colocated' && field !== 'url' && field !== 'slidesUrl' && field !== 'replayUrl',
)
export type Fields = Pick<Snapshot, (typeof editedFields)[number]>

/** What a form says of a session, as the columns that hold it. */
export function editedColumns(edit: SessionEdit, { startAt, endAt }: SessionTimes) {
  const { title, description, kind, language, capacity, level, track } = edit
  return {
    title,
    description,
    kind,
    language,
    capacity,
    level,
    flags: flagsOf(edit),
    trackId: track,
    dayOn: new Date(edit.dayOn),
    startAt: startAt && new Date(startAt),
    endAt: endAt && new Date(endAt),
  }
}

function flagsOf({ soldOut, separateRegistration }: SessionEdit): SessionFlag[] {
  return [
    ...(soldOut ? ['sold-out' as const] : []),
    ...(separateRegistration ? ['separate-registration' as const] : []),
  ]
}

const include = {
  track: { select: { name: true } },
  rooms: { select: { room: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
  speakers: { select: { speaker: { select: { name: true, company: true } } }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.SessionInclude

/** A session as it stands: what it says, as its form shows it, and the ids of its rooms. */
export type StandingSession = { number: number; imported: boolean; fields: Fields; roomIds: string[] }

/** What sessions of a conference say now, by id: without those that it has not. */
export async function readFields(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  sessionIds: readonly string[],
): Promise<Map<string, StandingSession>> {
  const rows = await tx.session.findMany({ where: { id: { in: [...sessionIds] }, conferenceId }, include })
  return new Map(rows.map((row) => [row.id, standingOf(row)]))
}

function standingOf(session: Prisma.SessionGetPayload<{ include: typeof include }>): StandingSession {
  const { title, description, kind, language, capacity, level, flags, dayOn, startAt, endAt } = session
  const { track, rooms, speakers, number, imported } = session
  return {
    number,
    imported: imported !== null,
    roomIds: rooms.map(({ room }) => room.id),
    fields: {
      ...{ title, description, kind, language, capacity, level },
      flags: snapshotSchema.shape.flags.parse(flags),
      dayOn: dayOn.toISOString().slice(0, 10),
      startAt: startAt?.toISOString() ?? null,
      endAt: endAt?.toISOString() ?? null,
      track: track?.name ?? null,
      rooms: rooms.map(({ room }) => room.name),
      speakers: speakers.map(({ speaker }) => speaker),
    },
  }
}

/**
 * What a session is to say by its form: tracks and rooms by name. Of several rooms the form shows the first alone.
 * @param stored what it says now: its rooms after the first stay, unless the form names none, or all are said
 */
export function wantedFields(
  edit: SessionEdit,
  { startAt, endAt }: SessionTimes,
  { track, room, moreRooms }: PlaceNames,
  stored: Fields,
): Fields {
  const { title, description, kind, dayOn, language, capacity, level, speakers } = edit
  // The form shows the first of several rooms: another one in its place leaves the others.
  const rooms = room ? [room, ...(moreRooms ?? stored.rooms.slice(1)).filter((other) => other !== room)] : []
  const said = { title, description, kind, dayOn, language, capacity, level, flags: flagsOf(edit), speakers }
  return { ...said, startAt, endAt, track, rooms }
}
