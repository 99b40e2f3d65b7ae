import { formSchema } from '@/lib/boundary/form'
import { correctSessions, type CorrectedSession } from '@/lib/schedule/edit/by-hand/correct-sessions'
import { readListed, readPeople, writePeople } from '@/lib/program/names/listed'
import { findNames } from '@/lib/schedule/edit/known-names'
import { sessionEditSchema, type SessionEdit } from '@/lib/schedule/edit/schema'
import { byId, storedIn, type LineToWrite, type Opening, type OpenTable, type WrongCell } from './open-table'
import { storedSessions } from './stored-sessions'
import { wantedEdit, type WantedLine } from './wanted-edit'

export async function openSessions({ tx, program, granted, now, ids }: Opening): Promise<OpenTable> {
  const lines = byId(await storedSessions(tx, program, ids))
  const findRoom = await findNames(tx, program.id, 'rooms')
  const findTrack = await findNames(tx, program.id, 'track')
  const want = ({ id, set: { room, track, speakers, ...set } }: LineToWrite): WantedLine<SessionEdit> => {
    const rooms = room === undefined ? null : readListed(room).flatMap(({ text }) => (text ? [findRoom(text)] : []))
    const [roomId = '', ...moreRooms] = (rooms ?? []).filter((one) => one !== undefined)
    const trackId = track && findTrack(track)
    const problems: WrongCell[] = [
      ...(rooms?.includes(undefined) ? [{ column: 'room', code: 'no-such-room' } as const] : []),
      ...(track && !trackId ? [{ column: 'track', code: 'no-such-track' } as const] : []),
    ]
    const wanted = wantedEdit(formSchema(sessionEditSchema), storedIn(lines, id), {
      ...set,
      ...(rooms ? { room: roomId } : {}),
      ...(track === undefined ? {} : { track: trackId ?? '' }),
      ...(speakers === undefined ? {} : { speakers: writePeople(readPeople(speakers), '\n') }),
    })
    if (!('problems' in wanted) && problems.length === 0)
      return { edit: { ...wanted.edit, ...(rooms && { moreRooms }) } }
    return { problems: [...problems, ...('problems' in wanted ? wanted.problems : [])] }
  }
  return {
    lines,
    write: async (rows) => {
      const wanted = rows.map(want)
      const asked = rows.flatMap(({ id }, nth) => {
        const line = wanted[nth]
        return id !== null && line && 'edit' in line ? [{ id, edit: line.edit }] : []
      })
      const done = await correctSessions(tx, program, granted, asked, now)
      const outcomes = new Map(asked.map(({ id }, nth) => [id, done[nth]]))
      return rows.map(({ id }, nth) => {
        const line = wanted[nth]
        if (line && 'problems' in line) return line
        const outcome = id === null ? undefined : outcomes.get(id)
        if (id === null || !outcome) return { problems: [{ column: null, code: 'gone' }] }
        return outcome.ok ? { id } : { problems: wrongWith(outcome) }
      })
    },
  }
}

/** Why a session cannot say what was asked of it. */
function wrongWith(outcome: Extract<CorrectedSession, { ok: false }>): WrongCell[] {
  if (outcome.reason === 'refused')
    return [{ column: null, code: outcome.error.code === 'FORBIDDEN' ? 'not-yours' : 'gone' }]
  const skipped = outcome.issues?.map(({ path, message }) => ({ column: path, code: message }))
  return skipped ?? [{ column: 'end', code: 'end-before-start' }]
}
