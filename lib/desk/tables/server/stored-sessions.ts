import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { writeListed, writePeople } from '@/lib/program/names/listed'
import type { SessionEdit } from '@/lib/schedule/edit/schema'
import { sessionEditOf, sessionEditColumns } from '@/lib/schedule/edit/seen/current-edits'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import type { PlaceOfTable, StoredLine } from './stored-lines'

const select = {
  ...sessionEditColumns,
  id: true,
  number: true,
  status: true,
  track: { select: { name: true } },
} as const
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
    const edit = sessionEditOf(row, timeZone)
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
