import { formSchema } from '@/lib/boundary/form'
import { AppError } from '@/lib/platform/errors'
import { correctRooms, insertRooms } from '@/lib/schedule/edit/edit-room'
import { correctTracks, insertTracks } from '@/lib/schedule/edit/edit-track'
import { editParts, readParts } from '@/lib/schedule/edit/part'
import { roomEditSchema, speakerEditSchema, trackEditSchema } from '@/lib/schedule/edit/schema'
import { byId, storedIn, type LineToWrite, type Opening, type OpenTable, type WrittenLine } from './open-table'
import { storedRooms, storedSpeakers, storedTracks } from './stored-lines'
import { wantedEdit, type WantedLine } from './wanted-edit'

export async function openRooms({ tx, program, granted: { userId }, now, ids }: Opening): Promise<OpenTable> {
  const lines = byId(await storedRooms(tx, program, ids))
  return {
    lines,
    write: (rows) => {
      const wanted = rows.map(({ id, set }) =>
        wantedEdit(
          formSchema(roomEditSchema),
          storedIn(lines, id),
          id === null ? { capacityKind: 'seats', ...set } : set,
        ),
      )
      return writeParts(rows, wanted, {
        correct: (asked) => correctRooms(tx, program, asked, { userId, now }),
        insert: (edits) => insertRooms(tx, program, edits),
      })
    },
  }
}

/** Of how many colours a track has one. */
const COLORS = 12

export async function openTracks({ tx, program, now, ids }: Opening): Promise<OpenTable> {
  const lines = byId(await storedTracks(tx, program, ids))
  let known = await tx.track.count({ where: { conferenceId: program.id } })
  return {
    lines,
    write: (rows) => {
      const wanted = rows.map(({ id, set }) => {
        const given = id === null ? { color: `${(known++ % COLORS) + 1}`, ...set } : set
        return wantedEdit(formSchema(trackEditSchema), storedIn(lines, id), given)
      })
      return writeParts(rows, wanted, {
        correct: (asked) => correctTracks(tx, program, asked, now),
        insert: (edits) => insertTracks(tx, program, edits),
      })
    },
  }
}

export async function openSpeakers({ tx, program, granted: { userId }, now, ids }: Opening): Promise<OpenTable> {
  const lines = byId(await storedSpeakers(tx, program, ids))
  return {
    lines,
    write: (rows) => {
      const wanted = rows.map(({ id, set }) => wantedEdit(formSchema(speakerEditSchema), storedIn(lines, id), set))
      return writeParts(rows, wanted, {
        correct: async (asked) => {
          const parts = await readParts(
            tx,
            program.id,
            'speaker',
            asked.map(({ id }) => id),
          )
          const edits = asked.map(({ id, edit }) => ({ part: parts(id), edit }))
          await editParts(tx, program, 'speaker', edits, { userId, now })
        },
        insert: () => {
          throw new AppError('NOT_FOUND', 'speaker')
        },
      })
    },
  }
}

type PartWriting<Edit> = {
  correct: (asked: { id: string; edit: Edit }[]) => Promise<void>
  /** @returns the id of each; null: a part is known by that name */ insert: (
    edits: Edit[],
  ) => Promise<(string | null)[]>
}

/** Writes what of parts is right: first those that stand, whose names are then known to those that are new. */
async function writeParts<Edit>(
  rows: readonly LineToWrite[],
  wanted: readonly WantedLine<Edit>[],
  { correct, insert }: PartWriting<Edit>,
): Promise<WrittenLine[]> {
  const right = rows.flatMap(({ id }, nth) => {
    const line = wanted[nth]
    return line && 'edit' in line ? [{ id, nth, edit: line.edit }] : []
  })
  await correct(right.flatMap(({ id, edit }) => (id === null ? [] : [{ id, edit }])))
  const added = right.filter(({ id }) => id === null)
  const ids = added.length > 0 ? await insert(added.map(({ edit }) => edit)) : []
  const newIds = new Map(added.map(({ nth }, place) => [nth, ids[place] ?? null]))
  return rows.map(({ id }, nth) => {
    const line = wanted[nth]
    if (line && 'problems' in line) return line
    const written = id ?? newIds.get(nth)
    return written ? { id: written } : { problems: [{ column: 'name', code: 'name-taken' }] }
  })
}
