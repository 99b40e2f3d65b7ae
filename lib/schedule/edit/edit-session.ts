import { Prisma, type PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { listCollisions, type Collision } from './collisions'
import { ensureSpeakers } from './ensure-speakers'
import type { SessionEdit } from './schema'
import { isSameValue, type FieldValue, type OverridableField, type Person } from '@/lib/program/snapshot'
import { changeProgram, Unchanged } from './conference-version'
import { sessionTimes, type SessionTimes, type WrongTimes } from './session-times'

type Outcome =
  | {
      ok: true
      number: number
      /** With what it now shares a room or a speaker at one time. */ collisions: Collision[]
      /** Its times that the clocks show twice, and of which the first was taken, "HH:MM". */ twice: string[]
    }
  | WrongTimes

/** The fields that the form of a session can change. */
type Fields = {
  title: string
  description: string | null
  kind: SessionEdit['kind']
  dayOn: string
  startAt: string | null
  endAt: string | null
  rooms: string[]
  track: string | null
  speakers: Person[]
  language: string | null
  capacity: number | null
}

const editedFields = [
  'title',
  'description',
  'kind',
  'dayOn',
  'startAt',
  'endAt',
  'rooms',
  'track',
  'speakers',
  'language',
  'capacity',
] as const satisfies (keyof Fields)[]

/** Adds a session by hand. Times are wall times on the conference's clocks; without a start it is to be announced. */
export async function addSession(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  edit: SessionEdit,
  now: Date,
): Promise<Outcome> {
  const { conferenceId, userId } = granted
  return changeProgram<Outcome>(db, granted, now, async (tx, program) => {
    const times = sessionTimes(edit, program.timeZone)
    if ('ok' in times) return new Unchanged(times)
    await namedPlaces(tx, conferenceId, edit)
    const number = ++program.lastNumber
    const { id } = await tx.session.create({
      data: {
        conferenceId,
        number,
        rawTitle: edit.title,
        ...editedColumns(edit, times),
        revision: program.revision,
        createdAt: now,
        updatedAt: now,
      },
    })
    await writeLists(tx, conferenceId, id, edit)
    await tx.change.create({
      data: { conferenceId, sessionId: id, field: 'added', version: program.revision, userId, createdAt: now },
    })
    return { ok: true, number, collisions: await listCollisions(tx, id), twice: times.twice }
  })
}

/**
 * Corrects a session. On one that was imported, each field that changes becomes an override, which later imports keep.
 * The same values again change nothing.
 */
export async function editSession(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  sessionId: string,
  edit: SessionEdit,
  now: Date,
): Promise<Outcome> {
  const { conferenceId, userId } = granted
  return changeProgram<Outcome>(db, granted, now, async (tx, program) => {
    const stored = await readFields(tx, conferenceId, sessionId)
    const times = sessionTimes(edit, program.timeZone, stored.fields)
    if ('ok' in times) return new Unchanged(times)
    const wanted = await wantedFields(tx, conferenceId, edit, times, stored.fields)
    const changed = editedFields.filter((field) => !isSameValue(stored.fields[field], wanted[field]))
    const saved = async () => ({
      ok: true as const,
      number: stored.number,
      collisions: await listCollisions(tx, sessionId),
      twice: times.twice,
    })
    if (changed.length === 0) return new Unchanged(await saved())
    await tx.session.update({
      where: { id: sessionId },
      data: { ...editedColumns(edit, times), sequence: { increment: 1 }, revision: program.revision, updatedAt: now },
    })
    if (changed.includes('rooms') || changed.includes('speakers'))
      await writeLists(tx, conferenceId, sessionId, edit, changed)
    await tx.change.createMany({
      data: changed.map((field) => ({
        conferenceId,
        sessionId,
        field,
        oldValue: json(stored.fields[field]),
        newValue: json(wanted[field]),
        version: program.revision,
        userId,
        createdAt: now,
      })),
    })
    if (stored.imported) for (const field of changed) await override(tx, sessionId, field, wanted[field], userId, now)
    return saved()
  })
}

/** Marks a session as cancelled, or takes that back; it keeps its id, its picks and its place in calendars. */
export async function setCancelled(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  sessionId: string,
  cancelled: boolean,
  now: Date,
): Promise<{ ok: true; collisions: Collision[] }> {
  const { conferenceId, userId } = granted
  return changeProgram(db, granted, now, async (tx, program) => {
    const session = await tx.session.findUnique({
      where: { id: sessionId, conferenceId },
      select: { status: true, imported: true },
    })
    if (!session) throw new AppError('NOT_FOUND', 'session')
    if ((session.status === 'cancelled') === cancelled) return new Unchanged({ ok: true as const, collisions: [] })
    const status = cancelled ? 'cancelled' : 'confirmed'
    await tx.session.update({
      where: { id: sessionId },
      data: {
        status,
        cancelledAt: cancelled ? now : null,
        sequence: { increment: 1 },
        revision: program.revision,
        updatedAt: now,
      },
    })
    await tx.change.create({
      data: {
        conferenceId,
        sessionId,
        field: cancelled ? 'cancelled' : 'restored',
        version: program.revision,
        userId,
        createdAt: now,
      },
    })
    if (session.imported) await override(tx, sessionId, 'status', status, userId, now)
    return { ok: true as const, collisions: await listCollisions(tx, sessionId) }
  })
}

function editedColumns(edit: SessionEdit, { startAt, endAt }: SessionTimes) {
  const { title, description, kind, language, capacity, track } = edit
  return {
    title,
    description,
    kind,
    language,
    capacity,
    trackId: track,
    dayOn: new Date(edit.dayOn),
    startAt: startAt && new Date(startAt),
    endAt: endAt && new Date(endAt),
  }
}

async function readFields(
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
      dayOn: dayOn.toISOString().slice(0, 10),
      startAt: startAt?.toISOString() ?? null,
      endAt: endAt?.toISOString() ?? null,
      track: track?.name ?? null,
      rooms: rooms.map(({ room }) => room.name),
      speakers: speakers.map(({ speaker }) => speaker),
    },
  }
}

async function wantedFields(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  edit: SessionEdit,
  times: SessionTimes,
  stored: Fields,
): Promise<Fields> {
  const { track, room } = await namedPlaces(tx, conferenceId, edit)
  const { title, description, kind, dayOn, language, capacity, speakers } = edit
  const { startAt, endAt } = times
  // The form shows the first of several rooms: another one in its place leaves the others.
  const rooms = room ? [room, ...stored.rooms.slice(1).filter((other) => other !== room)] : []
  return { title, description, kind, dayOn, language, capacity, speakers, startAt, endAt, track, rooms }
}

/**
 * The names of the track and the room that a form names by id.
 * @throws {AppError} NOT_FOUND when one is of another conference, or of none
 */
async function namedPlaces(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  edit: SessionEdit,
): Promise<{ track: string | null; room: string | null }> {
  const track = edit.track
    ? await tx.track.findUnique({ where: { id: edit.track, conferenceId }, select: { name: true } })
    : null
  const room = edit.room
    ? await tx.room.findUnique({ where: { id: edit.room, conferenceId }, select: { name: true } })
    : null
  if ((edit.track && !track) || (edit.room && !room)) throw new AppError('NOT_FOUND', 'track or room')
  return { track: track?.name ?? null, room: room?.name ?? null }
}

async function writeLists(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  sessionId: string,
  edit: SessionEdit,
  changed: (keyof Fields)[] = ['rooms', 'speakers'],
): Promise<void> {
  if (changed.includes('rooms')) {
    const [, ...others] = await tx.sessionRoom.findMany({ where: { sessionId }, orderBy: { position: 'asc' } })
    const ids = edit.room ? [edit.room, ...others.map(({ roomId }) => roomId).filter((id) => id !== edit.room)] : []
    await tx.sessionRoom.deleteMany({ where: { sessionId } })
    await tx.sessionRoom.createMany({ data: ids.map((roomId, position) => ({ sessionId, roomId, position })) })
  }
  if (changed.includes('speakers')) {
    const ids = await ensureSpeakers(tx, conferenceId, edit.speakers)
    await tx.sessionSpeaker.deleteMany({ where: { sessionId } })
    await tx.sessionSpeaker.createMany({ data: ids.map((speakerId, position) => ({ sessionId, speakerId, position })) })
  }
}

async function override(
  tx: Prisma.TransactionClient,
  sessionId: string,
  field: OverridableField,
  value: FieldValue,
  userId: string,
  now: Date,
): Promise<void> {
  const data = { value: json(value), userId, createdAt: now }
  await tx.override.upsert({
    where: { sessionId_field: { sessionId, field } },
    create: { sessionId, field, ...data },
    update: data,
  })
}

function json(value: FieldValue) {
  return value ?? Prisma.JsonNull
}
