import { z } from 'zod'
import { MINUTE_MS } from '@/lib/platform/time'
import { checkEntries } from '../json/entries'
import { jsonId, jsonLine, jsonWord } from '../json/fields'
import type { ProgramDraft } from '../reading/program-draft'
import type { TimeReader } from '../reading/source-times'
import type { HoverboardEntry } from './parts'

const cell = z
  .object({ items: z.array(jsonId).nullish(), extend: z.number().int().min(1).max(100).nullish() })
  .nullish()

const daySchema = z.object({
  tracks: z.array(z.union([z.object({ title: jsonLine }).transform(({ title }) => title), jsonLine])).nullish(),
  timeslots: z.array(z.object({ startTime: jsonWord, endTime: jsonWord, sessions: z.array(cell).nullish() })),
})
type Day = z.output<typeof daySchema>

/** A session at its time, in its rooms. */
export type PlacedSession = {
  path: string
  sessionId: string
  dayOn: string
  /** The wall time at which it begins. */ clock: string
  startAt: Date
  endAt: Date | null
  rooms: string[]
}

/**
 * Reads the grid of each day as Hoverboard draws it. A cell's place in its row is its room's; a row of one cell is for
 * everybody: in all rooms that no longer session of before still holds. `extend` is how many rows a cell goes over;
 * several sessions in one cell follow one another and share its time.
 */
export function placeSessions(
  days: HoverboardEntry[],
  readTime: TimeReader,
  { addProblem }: ProgramDraft,
): PlacedSession[] {
  return checkEntries(days, daySchema, addProblem).flatMap(({ path, key, value: day }) => {
    const rooms = day.tracks ?? []
    const heldUntil = new Map<number, number>()
    return day.timeslots.flatMap(({ sessions, startTime }, row) => {
      const cells = sessions ?? []
      const slot = `${path}.timeslots[${row}]`
      const startAt = readTime(`${key} ${startTime ?? ''}`, `${slot}.startTime`)
      const free = rooms.filter((_, column) => (heldUntil.get(column) ?? 0) <= row)
      return cells.flatMap((cell, column): PlacedSession[] => {
        const items = cell?.items ?? []
        const last = row + (cell?.extend ?? 1) - 1
        if (items.length > 0) heldUntil.set(column, last + 1)
        const end = endOf(day, last)
        const endAt = end === null ? null : readTime(`${key} ${end}`, `${path}.timeslots[${last}].endTime`)
        const inRooms = cells.length === 1 ? free : rooms.slice(column, column + 1)
        return startAt
          ? items.map((sessionId, index) => ({
              path: `${slot}.sessions[${column}]`,
              sessionId,
              dayOn: key,
              clock: startTime ?? '',
              ...share(startAt, endAt, index, items.length),
              rooms: inRooms,
            }))
          : []
      })
    })
  })
}

function endOf({ timeslots }: Day, row: number): string | null {
  return (timeslots[row] ?? timeslots.at(-1))?.endTime ?? null
}

/** The part of a time that is one of several's. */
function share(startAt: Date, endAt: Date | null, index: number, count: number) {
  if (count === 1 || endAt === null) return { startAt, endAt }
  const minutes = Math.floor((endAt.getTime() - startAt.getTime()) / count / MINUTE_MS)
  const at = (part: number) => new Date(startAt.getTime() + part * minutes * MINUTE_MS)
  return { startAt: at(index), endAt: index === count - 1 ? endAt : at(index + 1) }
}
