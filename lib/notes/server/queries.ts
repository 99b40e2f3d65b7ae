import type { Prisma } from '@/generated/prisma/client'
import { notesOf } from '@/lib/people/server/participation'
import type { Database } from '@/lib/platform/db'
import { toBase64 } from '../base64'
import { stateOfText } from '../merge'
import type { Belonged } from '../schema'

/** A note as devices hear of it. */
export type ServedNote = {
  id: string
  conferenceId: string
  sessionId: string | null
  groupId: string | null
  /** It is no group's any more, but others may have written in it. */
  together?: boolean
  place: string | null
  /** Base64 of the Yjs document; empty when there is no text. */
  state: string
  notedAt: string
  updatedAt: string
  deletedAt: string | null
  /** This person may no longer see it, or its text was deleted for good. */
  isGone: boolean
  belonged?: Belonged
}

const select = {
  id: true,
  conferenceId: true,
  sessionId: true,
  groupId: true,
  together: true,
  place: true,
  text: true,
  state: true,
  notedAt: true,
  updatedAt: true,
  deletedAt: true,
  conference: { select: { name: true, timeZone: true, deletedAt: true } },
  session: { select: { title: true, dayOn: true, startAt: true } },
} as const

/** A person's notes written after their cursor, deleted ones too, and those that their groups share. */
export async function listNotes(db: Database, userId: string, after: bigint): Promise<ServedNote[]> {
  const own = await db.note.findMany({
    where: { userId, revision: { gt: after } },
    orderBy: { revision: 'asc' },
    select,
  })
  const shares = await db.noteShare.findMany({
    where: { userId, revision: { gt: after } },
    orderBy: { revision: 'asc' },
    select: { note: { select } },
  })
  const rows = [...own, ...shares.map(({ note }) => note)]
  // Asked last: what ended while the others were read is told no more.
  const mine = await db.note.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, ...notesOf(userId) },
    select: { id: true },
  })
  const seen = new Set(mine.map(({ id }) => id))
  return rows.map((note) => told(note, !seen.has(note.id)))
}

const LONG_AGO = new Date(0)

type Row = Prisma.NoteGetPayload<{ select: typeof select }>

function told(
  { text, state, notedAt, updatedAt, deletedAt, conference, session, together, ...note }: Row,
  isHidden: boolean,
): ServedNote {
  const isPurged = deletedAt !== null && state === null && text === ''
  const document = state ?? (text === '' ? null : stateOfText(text))
  const isGone = isHidden || isPurged
  return {
    ...note,
    ...(isHidden && { sessionId: null, groupId: null, place: null }),
    state: isGone || !document ? '' : toBase64(document),
    // What goes on in a note is no news of those who see it no more.
    notedAt: (isHidden ? LONG_AGO : notedAt).toISOString(),
    updatedAt: (isHidden ? LONG_AGO : updatedAt).toISOString(),
    deletedAt: isHidden ? null : (deletedAt?.toISOString() ?? null),
    isGone,
    ...(!isGone && together && !note.groupId && { together }),
    ...(!isGone && conference.deletedAt && { belonged: belongedTo(conference, conference.deletedAt, session) }),
  }
}

function belongedTo({ name, timeZone }: Row['conference'], since: Date, session: Row['session']): Belonged {
  const { title, dayOn, startAt } = session ?? {}
  return {
    conference: name,
    timeZone,
    since: since.toISOString(),
    ...(title && { session: title }),
    ...(dayOn && { day: dayOn.toISOString().slice(0, 10) }),
    ...(startAt && { startAt: startAt.toISOString() }),
  }
}
