import { z } from 'zod'
import { checkEntries, type JsonEntry } from '../json/entries'
import { jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord } from '../json/fields'
import type { ProgramDraft } from '../reading/program-draft'
import type { TimeReader } from '../reading/source-times'
import { lastPart } from './cfp-devoxx'
import type { Presenter, DevoxxSlot, Talk } from './slot'

/**
 * Devoxx' REST interface v1 of 2011 and 2012: `/rest/v1/events/<id>/schedule` has times, rooms, titles and names;
 * `…/presentations` has the texts and tracks, `…/speakers` the companies. Times are the conference's own, without a
 * zone.
 */
const slotSchema = z.object({
  id: jsonId,
  code: jsonText,
  kind: jsonText,
  type: jsonText,
  note: jsonText,
  fromTime: jsonWord,
  toTime: jsonWord,
  room: jsonText,
  title: jsonText,
  presentationUri: jsonWord,
  speakers: jsonList(z.object({ speaker: jsonText, speakerUri: jsonWord })),
})
type RestSlot = z.output<typeof slotSchema>

const presentationSchema = z.object({
  id: jsonId,
  title: jsonLine,
  summary: jsonProse,
  track: jsonText,
  experience: jsonText,
})
type Presentation = z.output<typeof presentationSchema>

export function restV1Slots(
  entries: JsonEntry[],
  presentations: JsonEntry[],
  readTime: TimeReader,
  { addProblem }: ProgramDraft,
): DevoxxSlot[] {
  const known = new Map(
    checkEntries(presentations, presentationSchema, addProblem).map(({ value }) => [value.id, value]),
  )
  return checkEntries(entries, slotSchema, addProblem).flatMap(({ path, value }): DevoxxSlot[] => {
    const startAt = readTime(value.fromTime, `${path}.fromTime`)
    if (!startAt) return []
    const isBreak = !/^(talk|keynote)$/i.test(value.kind ?? 'talk')
    const presentation = known.get(lastPart(value.presentationUri) ?? '')
    return [
      {
        path,
        id: `slot-${value.id}`,
        startAt,
        endAt: readTime(value.toTime, `${path}.toTime`),
        room: value.room === null ? null : { key: value.room.toLowerCase(), name: value.room, capacity: null },
        format: isBreak || /^keynote$/i.test(value.kind ?? '') ? value.kind : value.type,
        isBreak,
        isOverflow: false,
        talk: talkIn(value, isBreak, presentation),
      },
    ]
  })
}

function talkIn(slot: RestSlot, isBreak: boolean, presentation: Presentation | undefined): Talk | null {
  const title = slot.title ?? presentation?.title ?? (isBreak ? breakTitle(slot) : null)
  if (title === null) return null
  const level = presentation?.experience ?? null
  return {
    id: isBreak ? null : (lastPart(slot.presentationUri) ?? `slot-${slot.id}`),
    title,
    description: presentation?.summary ?? null,
    track: presentation?.track ?? null,
    language: null,
    // "NOVICE" is a code, not a shout.
    level: level && level.slice(0, 1) + level.slice(1).toLowerCase(),
    replayUrl: null,
    presenters: slot.speakers.map(({ speaker, speakerUri }): Presenter => ({
      key: lastPart(speakerUri),
      name: speaker,
      company: null,
      bio: null,
    })),
  }
}

/** "Break" says little where a note, or a code that is written for people ("Tintin Movie"), says more. */
function breakTitle({ kind, note, code }: RestSlot): string | null {
  const spoken = code !== null && !/[_\d]/.test(code) ? code : null
  return note ?? (/^break$/i.test(kind ?? '') ? spoken : null) ?? kind
}
