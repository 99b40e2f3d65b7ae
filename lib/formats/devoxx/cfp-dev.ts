import { z } from 'zod'
import { checkEntries, type JsonEntry } from '../json/entries'
import {
  jsonCount,
  jsonFlag,
  jsonId,
  jsonLine,
  jsonList,
  jsonProse,
  jsonText,
  jsonWord,
  maybeJsonId,
} from '../json/fields'
import { languageCode } from '../reading/language-code'
import type { ProgramDraft } from '../reading/program-draft'
import type { TimeReader } from '../reading/source-times'
import type { Presenter, DevoxxSlot } from './slot'

/**
 * The schedule of one day at `<event>.cfp.dev/api/public/schedules/<day>`. In 2019 a slot was flat; today it nests its
 * room, its session type and its proposal. Its times are true instants (they end in Z), with the conference's zone
 * beside them. What people like (`totalFavourites`) is nobody's business.
 */
const presenter = z
  .object({ id: maybeJsonId, firstName: jsonText, lastName: jsonText, company: jsonText, bio: jsonProse })
  .transform(({ id, firstName, lastName, company, bio }): Presenter => {
    return { key: id, name: [firstName, lastName].filter(Boolean).join(' ') || null, company, bio }
  })

const common = { id: jsonId, fromDate: jsonWord, toDate: jsonWord, overflow: jsonFlag }

const flatSlot = z.object({
  ...common,
  roomId: maybeJsonId,
  roomName: jsonText,
  sessionTypeName: jsonText,
  sessionTypeBreak: jsonFlag,
  audienceLevel: jsonText,
  langName: jsonText,
  trackName: jsonText,
  speakers: jsonList(presenter),
  talkId: maybeJsonId,
  talkTitle: jsonText,
  talkDescription: jsonProse,
})

const named = z.object({ name: jsonText }).nullish()

const nestedSlot = z.object({
  ...common,
  room: z.object({ id: maybeJsonId, name: jsonText, capacity: jsonCount }).nullish(),
  sessionType: z.object({ name: jsonText, pause: jsonFlag, isPause: jsonFlag }),
  proposal: z
    .object({
      id: jsonId,
      title: jsonLine,
      description: jsonProse,
      summary: jsonProse,
      afterVideoURL: jsonWord,
      audienceLevel: jsonText,
      track: named,
      language: z.object({ name: jsonText, alpha2: jsonText }).nullish(),
      speakers: jsonList(presenter),
    })
    .nullish(),
})

const slotSchema = z.union([
  nestedSlot.transform(({ room, sessionType, proposal, ...slot }) => ({
    ...slot,
    room: { id: room?.id ?? null, name: room?.name ?? null, capacity: room?.capacity ?? null },
    format: sessionType.name,
    isBreak: sessionType.pause || sessionType.isPause,
    talk: proposal && {
      ...talkOf(proposal.id, proposal.title, proposal.audienceLevel, proposal.speakers),
      description: proposal.description ?? proposal.summary,
      track: proposal.track?.name ?? null,
      language: languageCode(proposal.language?.alpha2) ?? languageCode(proposal.language?.name),
      replayUrl: proposal.afterVideoURL,
    },
  })),
  flatSlot.transform((slot) => ({
    ...slot,
    room: { id: slot.roomId, name: slot.roomName, capacity: null },
    format: slot.sessionTypeName,
    isBreak: slot.sessionTypeBreak,
    talk:
      slot.talkTitle === null
        ? null
        : {
            ...talkOf(slot.talkId ?? `slot-${slot.id}`, slot.talkTitle, slot.audienceLevel, slot.speakers),
            description: slot.talkDescription,
            track: slot.trackName,
            language: languageCode(slot.langName),
            replayUrl: null,
          },
  })),
])

function talkOf(id: string, title: string, level: string | null, presenters: Presenter[]) {
  // "BEGINNER" is a code, not a shout.
  return { id, title, level: level && level.slice(0, 1) + level.slice(1).toLowerCase(), presenters }
}

export function cfpDevSlots(entries: JsonEntry[], readTime: TimeReader, { addProblem }: ProgramDraft): DevoxxSlot[] {
  return checkEntries(entries, slotSchema, addProblem).flatMap(({ path, value }) => {
    const { id, fromDate, toDate, room, format, isBreak, overflow, talk } = value
    const startAt = readTime(fromDate, `${path}.fromDate`)
    if (!startAt) return []
    const pause = { ...talkOf('', format ?? '', null, []), id: null, description: null, track: null, language: null }
    return [
      {
        path,
        id: `slot-${id}`,
        startAt,
        endAt: readTime(toDate, `${path}.toDate`),
        room: room.name === null ? null : { ...room, key: room.id ?? room.name, name: room.name },
        format,
        isBreak: isBreak && !talk,
        isOverflow: overflow,
        talk: talk ?? (isBreak && format !== null ? { ...pause, replayUrl: null } : null),
      },
    ]
  })
}

const zoneSchema = z.object({ timezone: z.string() })

/** The zone that all slots name; null when they name none, or several. */
export function zoneOfSlots(values: unknown[]): string | null {
  const zones = new Set(values.flatMap((value) => zoneSchema.safeParse(value).data?.timezone ?? []))
  const [zone] = zones
  return zones.size === 1 && zone !== undefined ? zone : null
}
