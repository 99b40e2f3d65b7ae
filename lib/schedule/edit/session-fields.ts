import type { Prisma } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import type { SessionFlag } from '@/lib/program/session-flags'
import { sessionFields, snapshotSchema, type Snapshot } from '@/lib/program/snapshot'
import { loadBecame } from '@/lib/program/became'
import { ensureSpeakers } from './ensure-speakers'
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

/**
 * What a session says now, as its form shows it.
 * @throws {AppError} NOT_FOUND when the conference has none of this id
 */
export async function readFields(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  sessionId: string,
): Promise<{ number: number; imported: boolean; fields: Fields }> {
  const session = await tx.session.findUnique({
    where: { id: sessionId, conferenceId },
    include: {
      track: { select: { name: true } },
      rooms: { select: { room: { select: { name: true } } }, orderBy: { position: 'asc' } },
      speakers: { select: { speaker: { select: { name: true, company: true } } }, orderBy: { position: 'asc' } },
    },
  })
  if (!session) throw new AppError('NOT_FOUND', 'session')
  const {
    title,
    description,
    kind,
    language,
    capacity,
    level,
    flags,
    dayOn,
    startAt,
    endAt,
    track,
    rooms,
    speakers,
    number,
    imported,
  } = session
  return {
    number,
    imported: imported !== null,
    fields: {
      title,
      description,
      kind,
      language,
      capacity,
      level,
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
 * @throws {AppError} NOT_FOUND when the track or the room is of another conference, or of none
 */
export async function wantedFields(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  edit: SessionEdit,
  times: SessionTimes,
  stored: Fields,
): Promise<Fields> {
  const { track, room, moreRooms } = await namedPlaces(tx, conferenceId, edit)
  const { title, description, kind, dayOn, language, capacity, level, speakers } = edit
  const { startAt, endAt } = times
  // The form shows the first of several rooms: another one in its place leaves the others.
  const rooms = room ? [room, ...(moreRooms ?? stored.rooms.slice(1)).filter((other) => other !== room)] : []
  const said = { title, description, kind, dayOn, language, capacity, level, flags: flagsOf(edit), speakers }
  return { ...said, startAt, endAt, track, rooms }
}

/** What a form says, with what its room and its track became: it may be older than a merge. */
export async function ofStandingPlaces(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  { room, track, moreRooms, ...edit }: SessionEdit,
): Promise<SessionEdit> {
  const roomBecame = room ? await loadBecame(tx, conferenceId, 'room') : null
  return {
    ...edit,
    room: room && (roomBecame?.(room) ?? room),
    moreRooms: moreRooms?.map((id) => roomBecame?.(id) ?? id),
    track: track && (await loadBecame(tx, conferenceId, 'track'))(track),
  }
}

/**
 * The names of the track and the rooms that a form names by id.
 * @throws {AppError} NOT_FOUND when one is of another conference, or of none
 */
export async function namedPlaces(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  edit: SessionEdit,
): Promise<{ track: string | null; room: string | null; moreRooms: string[] | null }> {
  const track = edit.track
    ? await tx.track.findUnique({ where: { id: edit.track, conferenceId }, select: { name: true } })
    : null
  const room = edit.room
    ? await tx.room.findUnique({ where: { id: edit.room, conferenceId }, select: { name: true } })
    : null
  const others = edit.moreRooms
    ? await tx.room.findMany({
        where: { id: { in: [...edit.moreRooms] }, conferenceId },
        select: { id: true, name: true },
      })
    : []
  const moreRooms = edit.moreRooms?.map((id) => others.find((other) => other.id === id)?.name ?? null) ?? null
  const isMissing = (edit.track && !track) || (edit.room && !room) || moreRooms?.includes(null)
  if (isMissing) throw new AppError('NOT_FOUND', 'track or room')
  return {
    track: track?.name ?? null,
    room: room?.name ?? null,
    moreRooms: moreRooms && moreRooms.flatMap((one) => one ?? []),
  }
}

/** Writes who speaks and where, in the order that the form gives. @param changed which of the two lists */
export async function writeLists(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  sessionId: string,
  edit: SessionEdit,
  changed: (keyof Fields)[] = ['rooms', 'speakers'],
): Promise<void> {
  if (changed.includes('rooms')) {
    const [, ...others] = await tx.sessionRoom.findMany({ where: { sessionId }, orderBy: { position: 'asc' } })
    const more = edit.moreRooms ?? others.map(({ roomId }) => roomId)
    const ids = edit.room ? [...new Set([edit.room, ...more])] : []
    await tx.sessionRoom.deleteMany({ where: { sessionId } })
    await tx.sessionRoom.createMany({ data: ids.map((roomId, position) => ({ sessionId, roomId, position })) })
  }
  if (changed.includes('speakers')) {
    const ids = await ensureSpeakers(tx, conferenceId, edit.speakers)
    await tx.sessionSpeaker.deleteMany({ where: { sessionId } })
    await tx.sessionSpeaker.createMany({ data: ids.map((speakerId, position) => ({ sessionId, speakerId, position })) })
  }
}
