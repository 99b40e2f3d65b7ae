import { z } from 'zod'
import { checkEntries, type JsonEntry } from '../json/entries'
import { jsonCount, jsonId, jsonProse, jsonText, maybeJsonId } from '../json/fields'
import type { ProgramDraft } from '../reading/program-draft'
import type { Presenter } from './slot'

const speakerSchema = z
  .object({
    id: maybeJsonId,
    uuid: maybeJsonId,
    firstName: jsonText,
    lastName: jsonText,
    company: jsonText,
    bio: jsonProse,
  })
  .transform(({ id, uuid, firstName, lastName, ...speaker }): Presenter => {
    return { ...speaker, key: uuid ?? id, name: [firstName, lastName].filter(Boolean).join(' ') || null }
  })

/** Speakers of whichever generation by the id that schedules know them by. Handles and pictures are not read. */
export function speakersById(entries: JsonEntry[], { addProblem }: ProgramDraft): ReadonlyMap<string, Presenter> {
  const speakers = checkEntries(entries, speakerSchema, addProblem).map(({ value }) => value)
  return new Map(speakers.flatMap((speaker) => (speaker.key === null ? [] : [[speaker.key, speaker]])))
}

const roomSchema = z.object({ id: jsonId, name: jsonText, capacity: jsonCount })

export function addRooms(entries: JsonEntry[], { addRoom, addProblem }: ProgramDraft): void {
  for (const { value } of checkEntries(entries, roomSchema, addProblem))
    addRoom(value.name, { key: value.id, capacity: value.capacity })
}
