import { z } from 'zod'
import { limits } from '@/lib/program/program'
import { plainLine, plainText } from '../reading/plain-text'

/**
 * What Sessionize's views hold of a session and a speaker (API v2), with the differences between its views evened out.
 */

const id = z.union([z.string().min(1).max(limits.name), z.number()]).transform(String)
const line = z.string().transform(plainLine)
const text = line.nullish().transform((value) => value || null)
const prose = z
  .string()
  .nullish()
  .transform((value) => plainText(value ?? ''))
// An identifier's own, such as a status.
const word = z
  .string()
  .nullish()
  .transform((value) => value ?? null)

// Sessionize writes wall times without an offset; sites that re-export its data leave out the seconds or add a zone.
const time = z.iso.datetime({ local: true, offset: true })

const person = z.union([id.transform((value) => ({ id: value, name: null })), z.object({ id, name: text })])

const category = z.object({ name: text, title: text, categoryItems: z.array(z.object({ name: line })) })

export const sessionizeSessionSchema = z.object({
  id,
  title: line,
  description: prose,
  startsAt: time.nullish(),
  endsAt: time.nullish(),
  isServiceSession: z.boolean().nullish(),
  isPlenumSession: z.boolean().nullish(),
  speakers: z
    .array(person)
    .nullish()
    .transform((value) => value ?? []),
  categoryItems: z
    .array(id)
    .nullish()
    .transform((value) => value ?? []),
  categories: z
    .array(category)
    .nullish()
    .transform((value) => value ?? []),
  roomId: id.nullish(),
  room: text,
  status: word,
})
export type SessionizeSession = z.output<typeof sessionizeSessionSchema>

const answer = z.object({ questionId: id.nullish(), question: text, answerValue: text, answer: text })

export const sessionizeSpeakerSchema = z.object({
  id,
  firstName: text,
  lastName: text,
  fullName: text,
  tagLine: text,
  bio: prose,
  questionAnswers: z
    .array(answer)
    .nullish()
    .transform((value) => value ?? []),
})
export type SessionizeSpeaker = z.output<typeof sessionizeSpeakerSchema>

export const sessionizeRoomSchema = z.object({ id, name: line })

export const sessionizeQuestionSchema = z.object({ id, question: line })

export const sessionizeCategorySchema = z.object({
  title: line,
  type: text,
  items: z.array(z.object({ id, name: line })),
})
