import { z } from 'zod'
import { jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord } from '../json/fields'

/**
 * What Sessionize's views hold of a session and a speaker (API v2), with the differences between its views evened out.
 */

// Sessionize writes wall times without an offset; sites that re-export its data leave out the seconds or add a zone.
const time = z.iso.datetime({ local: true, offset: true })

const person = z.union([
  jsonId.transform((value) => ({ id: value, name: null })),
  z.object({ id: jsonId, name: jsonText }),
])

const category = z.object({ name: jsonText, title: jsonText, categoryItems: z.array(z.object({ name: jsonLine })) })

export const sessionizeSessionSchema = z.object({
  id: jsonId,
  title: jsonLine,
  description: jsonProse,
  startsAt: time.nullish(),
  endsAt: time.nullish(),
  isServiceSession: z.boolean().nullish(),
  isPlenumSession: z.boolean().nullish(),
  speakers: jsonList(person),
  categoryItems: jsonList(jsonId),
  categories: jsonList(category),
  roomId: jsonId.nullish(),
  room: jsonText,
  status: jsonWord,
  liveUrl: jsonWord,
  recordingUrl: jsonWord,
})
export type SessionizeSession = z.output<typeof sessionizeSessionSchema>

const answer = z.object({ questionId: jsonId.nullish(), question: jsonText, answerValue: jsonText, answer: jsonText })

export const sessionizeSpeakerSchema = z.object({
  id: jsonId,
  firstName: jsonText,
  lastName: jsonText,
  fullName: jsonText,
  tagLine: jsonText,
  bio: jsonProse,
  questionAnswers: jsonList(answer),
})
export type SessionizeSpeaker = z.output<typeof sessionizeSpeakerSchema>

export const sessionizeRoomSchema = z.object({ id: jsonId, name: jsonLine })

export const sessionizeQuestionSchema = z.object({ id: jsonId, question: jsonLine })

export const sessionizeCategorySchema = z.object({
  title: jsonLine,
  type: jsonText,
  items: z.array(z.object({ id: jsonId, name: jsonLine })),
})
