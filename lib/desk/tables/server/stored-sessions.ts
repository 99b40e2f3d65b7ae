import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { writeListed, writePeople } from '@/lib/program/names/listed'
import { timeOf } from '@/lib/platform/time'
import type { SessionEdit } from '@/lib/schedule/edit/schema'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import type { PlaceOfTable, StoredLine } from './stored-lines'

const select = {
  id: true,
  number: true,
  title: true,
  status: true,
  dayOn: true,
  startAt: true,
  endAt: true,
  kind: true,
  description: true,
  language: true,
  capacity: true,
  level: true,
  flags: true,
  trackId: true,
  track: { select: { name: true } },
  rooms: { select: { room: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
  speakers: { select: { speaker: { select: { name: true, company: true } } }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.SessionSelect
type Row = Prisma.SessionGetPayload<{ select: typeof select }>

type StoredSession = StoredLine<SessionEdit> & { slug: string; isCancelled: boolean }

/** @param ids of those that are wanted; absent: all, by day and time */
export async function storedSessions(
  db: Database,
  { id: conferenceId, timeZone }: PlaceOfTable,
  ids?: string[],
): Promise<StoredSession[]> {
  const rows = await db.session.findMany({
    where: { conferenceId, id: ids && { in: ids } },
    select,
    orderBy: [{ dayOn: 'asc' }, { startAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
  })
  return rows.map((row) => {
    const edit = editOf(row, timeZone)
    return {
      id: row.id,
      slug: sessionSlug(row),
      isCancelled: row.status === 'cancelled',
      cells: cellsOf(row, edit),
      form: formOf(edit),
      edit,
    }
  })
}

function editOf(row: Row, timeZone: string): SessionEdit {
  const { title, kind, description, language, capacity, level, flags, trackId } = row
  return {
    ...{ title, kind, description, language, capacity, level, track: trackId },
    dayOn: row.dayOn.toISOString().slice(0, 10),
    start: row.startAt && timeOf(row.startAt, timeZone),
    end: row.endAt && timeOf(row.endAt, timeZone),
    room: row.rooms[0]?.room.id ?? null,
    speakers: row.speakers.map(({ speaker }) => speaker),
    soldOut: flags.includes('sold-out'),
    separateRegistration: flags.includes('separate-registration'),
  }
}

function cellsOf({ track, rooms, speakers }: Row, edit: SessionEdit) {
  return {
    ...{ title: edit.title, dayOn: edit.dayOn, kind: edit.kind },
    start: edit.start ?? '',
    end: edit.end ?? '',
    room: writeListed(rooms.map(({ room }) => room.name)),
    track: track?.name ?? '',
    speakers: writePeople(speakers.map(({ speaker }) => speaker)),
    language: edit.language ?? '',
    level: edit.level ?? '',
    capacity: `${edit.capacity ?? ''}`,
    soldOut: edit.soldOut ? '1' : '',
    separateRegistration: edit.separateRegistration ? '1' : '',
  }
}

/** Without its speakers, of which a form has lines: unless they are set, they stay as they are. */
function formOf({ title, dayOn, start, end, kind, room, track, ...more }: SessionEdit): Record<string, string> {
  const { description, language, capacity, level, soldOut, separateRegistration } = more
  return {
    ...{ title, dayOn, kind, start: start ?? '', end: end ?? '', room: room ?? '', track: track ?? '' },
    ...{ description: description ?? '', language: language ?? '', capacity: `${capacity ?? ''}`, level: level ?? '' },
    ...{ soldOut: soldOut ? '1' : '', separateRegistration: separateRegistration ? '1' : '' },
  }
}
