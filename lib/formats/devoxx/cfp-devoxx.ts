import { z } from 'zod'
import { checkEntries, type JsonEntry } from '../json/entries'
import { jsonCount, jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord } from '../json/fields'
import { languageCode } from '../reading/language-code'
import type { ProgramDraft } from '../reading/program-draft'
import { instantSince1970, tellOtherZone, type ToldTime } from '../reading/source-times'
import type { Presenter, DevoxxSlot, Talk } from './slot'

/**
 * Slots of cfp-devoxx, the call for papers of 2013 to 2018: `/api/conferences/<code>/schedules/<day>`. A slot has its
 * time twice: the instant in milliseconds, which is taken, and the clock's time of the conference, whose zone stands
 * nowhere.
 */
const slotSchema = z.object({
  slotId: jsonId,
  roomId: jsonId,
  roomName: jsonText,
  roomCapacity: jsonCount,
  fromTime: jsonWord,
  fromTimeMillis: z.number(),
  toTimeMillis: z.number().nullish(),
  break: z.object({ nameEN: jsonText, nameFR: jsonText }).nullish(),
  talk: z
    .object({
      id: jsonId,
      title: jsonLine,
      talkType: jsonText,
      track: jsonText,
      lang: jsonText,
      summary: jsonProse,
      audienceLevel: jsonText,
      speakers: jsonList(z.object({ name: jsonText, link: z.object({ href: jsonWord }).nullish() })),
    })
    .nullish(),
})
type CfpSlot = z.output<typeof slotSchema>

const levels = new Map([
  ['l1', 'Beginner'],
  ['l2', 'Intermediate'],
  ['l3', 'Expert'],
])

export function cfpDevoxxSlots(entries: JsonEntry[], timeZone: string, { addProblem }: ProgramDraft): DevoxxSlot[] {
  const found = checkEntries(entries, slotSchema, addProblem)
  const isFrench = mostly(found.flatMap(({ value: { talk } }) => (talk ? [languageCode(talk.lang) === 'fr'] : [])))
  const times: ToldTime[] = []
  const slots = found.flatMap(({ path, value }): DevoxxSlot[] => {
    const startAt = instantSince1970(value.fromTimeMillis)
    if (!startAt) {
      addProblem('error', `${path}.fromTimeMillis`, 'time-unreadable', String(value.fromTimeMillis))
      return []
    }
    const wall = /^\d{1,2}:\d{2}$/.test(value.fromTime ?? '') ? (value.fromTime ?? '').padStart(5, '0') : null
    if (wall !== null) times.push({ path: `${path}.fromTime`, wall, at: startAt })
    const { roomId, roomName, roomCapacity, talk } = value
    return [
      {
        path,
        id: value.slotId,
        startAt,
        endAt: typeof value.toTimeMillis === 'number' ? instantSince1970(value.toTimeMillis) : null,
        room: roomName === null ? null : { key: roomId, name: roomName, capacity: roomCapacity },
        format: talk?.talkType ?? null,
        isBreak: !talk && Boolean(value.break),
        isOverflow: false,
        talk: talkIn(value, isFrench),
      },
    ]
  })
  tellOtherZone(times, timeZone, addProblem)
  return slots
}

function talkIn({ talk, break: pause }: CfpSlot, isFrench: boolean): Talk | null {
  const none = { description: null, track: null, language: null, level: null, replayUrl: null, presenters: [] }
  if (talk)
    return {
      ...none,
      id: talk.id,
      title: talk.title,
      description: talk.summary,
      track: talk.track,
      language: languageCode(talk.lang),
      level: levels.get(talk.audienceLevel ?? '') ?? talk.audienceLevel,
      presenters: talk.speakers.map(({ name, link }): Presenter => ({
        key: lastPart(link?.href),
        name,
        company: null,
        bio: null,
      })),
    }
  const name = isFrench ? (pause?.nameFR ?? pause?.nameEN) : (pause?.nameEN ?? pause?.nameFR)
  return name ? { ...none, id: null, title: name } : null
}

function mostly(signs: boolean[]): boolean {
  return signs.filter(Boolean).length * 2 > signs.length
}

/** What a REST address identifies: "…/speakers/5" is 5. */
export function lastPart(address: string | null | undefined): string | null {
  return /\/([^/?#]{1,200})\/?$/.exec(address ?? '')?.[1] ?? null
}

const linkSchema = z.object({
  talk: z.object({ speakers: z.array(z.object({ link: z.object({ href: z.string() }) })) }),
})

/** The conference's code, "DVBE17", which the addresses of speakers name; null when they do not agree. */
export function conferenceCode(values: unknown[]): string | null {
  const codes = new Set(
    values
      .flatMap((value) => linkSchema.safeParse(value).data?.talk.speakers ?? [])
      .flatMap(({ link }) => /\/conferences\/([^/]{1,100})\//.exec(link.href)?.[1] ?? []),
  )
  const [code] = codes
  return codes.size === 1 && code !== undefined ? code : null
}
