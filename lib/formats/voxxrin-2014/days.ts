import { z } from 'zod'
import { jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord, maybeJsonId } from '../json/fields'
import { checkEntries, listEntries } from '../json/entries'
import type { ProgramDraft } from '../reading/program-draft'

// The days of a programme as Voxxrin kept them in 2014, and as the same days stand in the form made of them for
// Likebox. Both are one day a file, with wall times of the place.

const roomSchema = z.object({ id: maybeJsonId, name: jsonText })

const slotSchema = z.object({
  id: jsonId,
  title: jsonLine,
  /** "Talk" or "Break". */
  kind: jsonText,
  /** Its format: "Conference", "Quickie", "Hand's on Labs". */
  type: jsonText,
  fromTime: jsonWord,
  toTime: jsonWord,
  track: jsonText.catch(null),
  summary: jsonProse.catch(null),
  room: roomSchema.nullable().catch(null),
  speakers: jsonList(z.object({ id: jsonId, name: jsonText })),
})
export type VoxxrinSlot = z.output<typeof slotSchema>

const likeboxSlotSchema = z
  .object({ id: jsonId, title: jsonLine, type: jsonText, start: jsonWord, end: jsonWord, room: jsonText })
  .transform(({ start, end, room, ...slot }) => ({
    ...slot,
    kind: 'Talk',
    fromTime: start,
    toTime: end,
    track: null,
    summary: null,
    room: { id: null, name: room },
    speakers: [],
  }))

const list = z.array(z.unknown())
const daySchema = z.object({ id: jsonId, schedule: list })
const likeboxDay = z.object({ date: z.string(), tracks: z.array(z.object({ proposals: list })) })
const likeboxSchema = z.object({
  titre: jsonId,
  programme: z.object({ jours: z.union([likeboxDay.transform((day) => [day]), z.array(likeboxDay).min(1)]) }),
})

type Found = { id: string; slots: { path: string; value: VoxxrinSlot }[] }
/** Reads a file's slots into one list; what does not fit is a problem. */
export type DayFile = { id: string; read: (prefix: string, draft: Pick<ProgramDraft, 'addProblem'>) => Found['slots'] }

/** The day, or days, that a file's JSON holds; null when it has neither form. */
export function dayFileOf(json: unknown): DayFile | null {
  const day = daySchema.safeParse(json).data
  if (day?.schedule.some(isSlot))
    return {
      id: day.id,
      read: (prefix, { addProblem }) =>
        checkEntries(listEntries(`${prefix}schedule`, day.schedule), slotSchema, addProblem),
    }
  const likebox = likeboxSchema.safeParse(json).data
  return likebox
    ? { id: likebox.titre, read: (prefix, draft) => likeboxSlots(likebox.programme.jours, prefix, draft) }
    : null
}

function likeboxSlots(
  days: z.output<typeof likeboxDay>[],
  prefix: string,
  { addProblem }: Pick<ProgramDraft, 'addProblem'>,
): Found['slots'] {
  return days.flatMap(({ date, tracks }, day) => {
    const [, dayOfMonth, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(date.trim()) ?? []
    const path = `${prefix}programme.jours[${day}]`
    if (!year) addProblem('error', `${path}.date`, 'day-unreadable', date)
    const on = (time: string | null) => (time === null || !year ? null : `${year}-${month}-${dayOfMonth}T${time}`)
    return tracks.flatMap(({ proposals }, track) =>
      checkEntries(listEntries(`${path}.tracks[${track}].proposals`, proposals), likeboxSlotSchema, addProblem).map(
        ({ path: at, value }) => ({
          path: at,
          value: { ...value, fromTime: on(value.fromTime), toTime: on(value.toTime) },
        }),
      ),
    )
  })
}

function isSlot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ['kind', 'fromTime', 'toTime'].every((key) => key in value)
}
