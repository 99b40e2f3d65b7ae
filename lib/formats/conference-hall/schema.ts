import { z } from 'zod'
import { jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord } from '../json/fields'

// What is public of a session in Conference Hall's schedule export. Speakers' addresses on other sites are not read.

const proposalSchema = z.object({
  abstract: jsonProse,
  level: jsonText,
  formats: jsonList(jsonLine),
  categories: jsonList(jsonLine),
  speakers: jsonList(z.unknown()),
})

export const conferenceHallSessionSchema = z.object({
  id: jsonId,
  title: jsonLine,
  start: jsonWord,
  end: jsonWord,
  /** The room. */
  track: jsonText,
  language: jsonWord,
  /** Null for what nobody proposed: a service, or a plenum. */
  proposal: proposalSchema.nullish(),
  /** Not Conference Hall's own: organizers add it for their sites. */
  videoLinkYoutube: jsonWord.catch(null),
})
export type ConferenceHallSession = z.output<typeof conferenceHallSessionSchema>

export const conferenceHallSpeakerSchema = z.object({ id: jsonId, name: jsonText, company: jsonText, bio: jsonProse })
