import { z } from 'zod'
import { optionalCount, optionalText } from '@/lib/boundary/form'
import { languages } from '@/lib/i18n/language-names'
import { clockField, dayField, lineField, textField } from '@/lib/platform/fields'
import { isTimeZone } from '@/lib/platform/time'
import { readPeople } from '@/lib/program/names/listed'
import { limits } from '@/lib/program/program'
import { sessionKinds } from '@/lib/program/session-kinds'

const name = lineField().min(1, 'required').max(limits.name, 'too-long')
const optionalId = z
  .union([z.literal(''), z.uuid()])
  .optional()
  .transform((id) => id || null)
const wallTime = z
  .union([z.literal(''), clockField()])
  .optional()
  .transform((time) => time || null)

/** "Ann Lee, Acme" on each line; a name with a comma in quotes. */
const people = textField()
  .max(limits.description)
  .optional()
  .transform((lines) =>
    readPeople(lines ?? '', '\n').map(({ name, company }) => ({
      name: name.slice(0, limits.name),
      company: company && company.slice(0, limits.name),
    })),
  )

const checked = z
  .enum(['1', ''])
  .optional()
  .transform((value) => value === '1')

/** A session as its form gives it; times are wall times on the conference's clocks, "HH:MM". */
export const sessionEditSchema = z.object({
  title: lineField().min(1, 'required').max(limits.title, 'too-long'),
  dayOn: dayField(),
  start: wallTime,
  end: wallTime,
  kind: z.enum(sessionKinds),
  room: optionalId,
  track: optionalId,
  speakers: people,
  description: optionalText(limits.description),
  language: optionalText(20),
  capacity: optionalCount,
  level: optionalText(limits.name),
  soldOut: checked,
  separateRegistration: checked,
})
export type SessionEdit = z.output<typeof sessionEditSchema> & {
  /** Where all rooms are said, those after the first; absent: these stay as they are. */ moreRooms?: readonly string[]
}

/** http or https: nothing that a script could hide in. */
const webAddress = z
  .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(1000)])
  .optional()
  .transform((url) => url || null)
export const sessionLinksSchema = z.object({ slidesUrl: webAddress, replayUrl: webAddress })
export type SessionLinksEdit = z.output<typeof sessionLinksSchema>

export const roomEditSchema = z.object({
  name,
  floor: optionalText(100),
  zone: optionalText(100),
  capacity: optionalCount,
  capacityKind: z.enum(['seats', 'headsets']),
})
export type RoomEdit = z.output<typeof roomEditSchema>

export const speakerEditSchema = z.object({
  name,
  company: optionalText(limits.name),
  tagline: optionalText(limits.name),
  bio: optionalText(limits.description),
})
export type SpeakerEdit = z.output<typeof speakerEditSchema>

export const trackEditSchema = z.object({ name, color: z.coerce.number().int().min(1).max(12) })
export type TrackEdit = z.output<typeof trackEditSchema>

export const conferenceEditSchema = z.object({
  name: name.max(200),
  timeZone: lineField().refine(isTimeZone, 'time-zone'),
  language: z.enum(languages),
  venue: optionalText(limits.name),
  url: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .optional()
    .transform((url) => url || null),
  visibility: z.enum(['private', 'public']),
})
export type ConferenceEdit = z.output<typeof conferenceEditSchema>
