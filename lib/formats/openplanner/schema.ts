import { z } from 'zod'
import { jsonFlag, jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord, maybeJsonId } from '../json/fields'

// What is public in OpenPlanner's JSON, in its own form and in Voxxrin's. Its private file has e-mails, phones and
// notes beside that: none of them is read.

export const namedSchema = z.object({ id: jsonId, name: jsonText })
export const titledSchema = z
  .object({ id: jsonId, title: jsonText })
  .transform(({ id, title }) => ({ id, name: title }))

export const openPlannerEventSchema = z.object({
  id: maybeJsonId.catch(null),
  name: jsonText.catch(null),
  scheduleVisible: z.boolean().catch(true),
  language: jsonWord.catch(null),
  formats: jsonList(z.unknown()).catch([]),
  categories: jsonList(z.unknown()).catch([]),
  /** The rooms, in the order of the schedule's columns. */
  tracks: jsonList(z.unknown()).catch([]),
})

export const openPlannerSpeakerSchema = z.object({
  id: jsonId,
  name: jsonText,
  jobTitle: jsonText.catch(null),
  company: jsonText.catch(null),
  bio: jsonProse,
})
export type OpenPlannerSpeaker = z.output<typeof openPlannerSpeakerSchema>

/** Columns of the schedule that a session takes. */
const width = z.number().int().min(1).catch(1)

export const openPlannerSessionSchema = z.object({
  id: jsonId,
  title: jsonLine,
  abstract: jsonProse,
  dateStart: jsonWord,
  dateEnd: jsonWord,
  durationMinutes: z.number().positive().max(100_000).nullable().catch(null),
  speakerIds: jsonList(jsonId),
  trackId: maybeJsonId,
  trackTitle: jsonText.catch(null),
  formatId: maybeJsonId,
  categoryId: maybeJsonId,
  categoryName: jsonText.catch(null),
  language: jsonWord.catch(null),
  level: jsonText.catch(null),
  presentationLink: jsonWord.catch(null),
  videoLink: jsonWord.catch(null),
  hideTrackTitle: jsonFlag.catch(false),
  extendWidth: width,
})
export type OpenPlannerSession = z.output<typeof openPlannerSessionSchema>

const voxxrinWords = z.looseObject({ speakers: z.unknown(), startTime: z.unknown(), endTime: z.unknown() }).partial()

/** The same session in Voxxrin's words. */
export const voxxrinSessionSchema = z.preprocess((value) => {
  const { speakers, startTime, endTime, ...session } = voxxrinWords.safeParse(value).data ?? {}
  return { ...session, speakerIds: speakers, dateStart: startTime, dateEnd: endTime }
}, openPlannerSessionSchema)
