import type { Prisma } from '@/generated/prisma/client'
import { formSchema } from '@/lib/boundary/form'
import { AppError } from '@/lib/platform/errors'
import { Unchanged, type ChangedProgram } from '@/lib/schedule/edit/conference-version'
import { correctRoom, insertRoom } from '@/lib/schedule/edit/edit-room'
import { correctSession } from '@/lib/schedule/edit/edit-session'
import { correctTrack, insertTrack } from '@/lib/schedule/edit/edit-track'
import { findNames } from '@/lib/schedule/edit/known-names'
import { editPart, readPart } from '@/lib/schedule/edit/part'
import { roomEditSchema, sessionEditSchema, speakerEditSchema, trackEditSchema } from '@/lib/schedule/edit/schema'
import { readListed, readPeople, writePeople } from '@/lib/program/listed'
import type { Editing } from '@/lib/schedule/scope'
import type { TableCells, RowProblem, TableKind } from '../columns'
import { storedRooms, storedSpeakers, storedTracks, type StoredLine } from './stored-lines'
import { storedSessions } from './stored-sessions'
import { wantedEdit, type WantedLine } from './wanted-edit'

type Wrong = Omit<RowProblem, 'row'>
/** What became of a row: its id, and whether it now shares a room or a speaker with another at one time. */
type Written = { id: string; collides: boolean } | { problems: Wrong[] }

/** The stored rows of a table, and how one of them is written: by what its form does. */
export type OpenTable = {
  lines: ReadonlyMap<string, StoredLine<unknown>>
  /** @param id null: a new one; @param set its cells that are to say something else */
  write: (id: string | null, set: Record<string, string>) => Promise<Written>
}

type Opening = { tx: Prisma.TransactionClient; program: ChangedProgram; granted: Editing; now: Date; ids: string[] }

/** Opens a table within a change of the programme, with the rows of these ids. */
export function openTable(kind: TableKind, opening: Opening): Promise<OpenTable> {
  return { rooms: openRooms, sessions: openSessions, tracks: openTracks, speakers: openSpeakers }[kind](opening)
}

async function openRooms({ tx, program, granted: { userId }, now, ids }: Opening): Promise<OpenTable> {
  const lines = byId(await storedRooms(tx, program, ids))
  return {
    lines,
    write: async (id, set) => {
      const given = id === null ? { capacityKind: 'seats', ...set } : set
      const wanted = wantedEdit(formSchema(roomEditSchema), stored(lines, id), given)
      return told(wanted, async (edit) => {
        if (id === null) return insertRoom(tx, program, edit)
        await correctRoom(tx, program, id, edit, { userId, now })
        return id
      })
    },
  }
}

/** Of how many colours a track has one. */
const COLORS = 12

async function openTracks({ tx, program, now, ids }: Opening): Promise<OpenTable> {
  const lines = byId(await storedTracks(tx, program, ids))
  let known = await tx.track.count({ where: { conferenceId: program.id } })
  return {
    lines,
    write: async (id, set) => {
      const given = id === null ? { color: `${(known++ % COLORS) + 1}`, ...set } : set
      return told(wantedEdit(formSchema(trackEditSchema), stored(lines, id), given), async (edit) => {
        if (id === null) return insertTrack(tx, program, edit)
        await correctTrack(tx, program, id, edit, now)
        return id
      })
    },
  }
}

async function openSpeakers({ tx, program, granted: { userId }, now, ids }: Opening): Promise<OpenTable> {
  const lines = byId(await storedSpeakers(tx, program, ids))
  return {
    lines,
    write: async (id, set) =>
      told(wantedEdit(formSchema(speakerEditSchema), stored(lines, id), set), async (edit) => {
        if (id === null) throw new AppError('NOT_FOUND', 'speaker')
        await editPart(tx, program, await readPart(tx, program.id, 'speaker', id), edit, { userId, now })
        return id
      }),
  }
}

async function openSessions({ tx, program, granted, now, ids }: Opening): Promise<OpenTable> {
  const lines = byId(await storedSessions(tx, program, ids))
  const findRoom = await findNames(tx, program.id, 'rooms')
  const findTrack = await findNames(tx, program.id, 'track')
  return {
    lines,
    write: async (id, { room, track, speakers, ...set }) => {
      const rooms = room === undefined ? null : readListed(room).flatMap(({ text }) => (text ? [findRoom(text)] : []))
      const [roomId = '', ...moreRooms] = (rooms ?? []).filter((one) => one !== undefined)
      const trackId = track && findTrack(track)
      const problems: Wrong[] = [
        ...(rooms?.includes(undefined) ? [{ column: 'room', code: 'no-such-room' } as const] : []),
        ...(track && !trackId ? [{ column: 'track', code: 'no-such-track' } as const] : []),
      ]
      const wanted = wantedEdit(formSchema(sessionEditSchema), stored(lines, id), {
        ...set,
        ...(rooms ? { room: roomId } : {}),
        ...(track === undefined ? {} : { track: trackId ?? '' }),
        ...(speakers === undefined ? {} : { speakers: writePeople(readPeople(speakers), '\n') }),
      })
      if ('problems' in wanted || problems.length > 0)
        return { problems: [...problems, ...('problems' in wanted ? wanted.problems : [])] }
      return telling(async () => {
        if (id === null) throw new AppError('NOT_FOUND', 'session')
        const answer = await correctSession(
          tx,
          program,
          granted,
          id,
          { ...wanted.edit, ...(rooms && { moreRooms }) },
          now,
        )
        const saved = answer instanceof Unchanged ? answer.value : answer
        if (saved.ok) return { id, collides: saved.collisions.length > 0 }
        const skipped = saved.issues?.map(({ path, message }) => ({ column: path, code: message }))
        return { problems: skipped ?? [{ column: 'end', code: 'end-before-start' }] }
      })
    },
  }
}

function byId<Line extends { id: string }>(lines: Line[]): Map<string, Line> {
  return new Map(lines.map((line) => [line.id, line]))
}

function stored<Line>(lines: ReadonlyMap<string, Line>, id: string | null): Line | null {
  return (id !== null && lines.get(id)) || null
}

function told<Edit>(wanted: WantedLine<Edit>, write: (edit: Edit) => Promise<string>): Promise<Written> {
  if ('problems' in wanted) return Promise.resolve(wanted)
  return telling(async () => ({ id: await write(wanted.edit), collides: false }))
}

/** Refusals of what the forms do, as what is wrong with the row. */
async function telling(write: () => Promise<Written>): Promise<Written> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'CONFLICT') return { problems: [{ column: 'name', code: 'name-taken' }] }
    if (error.code === 'NOT_FOUND') return { problems: [{ column: null, code: 'gone' }] }
    if (error.code === 'FORBIDDEN') return { problems: [{ column: null, code: 'not-yours' }] }
    throw error
  }
}

/** The cells of a row that are to say something else. */
export function changedCells(set: TableCells, cells: TableCells): Record<string, string> {
  return Object.fromEntries(
    Object.entries(set).flatMap(([column, text]) => {
      const known = Object.entries(cells).find(([name]) => name === column)?.[1]
      return text === undefined || text === known ? [] : [[column, text]]
    }),
  )
}
