import { z } from 'zod'
import { jsonCount, jsonFlag, jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord } from '../json/fields'

const sign = z.union([
  z.object({ start_date: z.string(), venue: z.string(), is_fave: z.boolean() }),
  z.object({ start_date: z.string(), venue: z.string(), is_from_cfp: z.boolean() }),
  z.object({ title: z.string(), occurrences: z.array(z.unknown()), official_content: z.boolean() }),
])

/** Is this an event of the camp's, by the fields that no other schedule has? */
export function isCampEvent(value: unknown): boolean {
  return sign.safeParse(value).success
}

/**
 * What is read of an event. Who entered it (`user_id`), whose favourite it is and what pronouns people gave stay
 * outside. What a session can do without is null where it does not have the form it should.
 */
export const campEventSchema = z
  .object({
    id: jsonId,
    title: jsonLine,
    type: jsonText,
    // Checked with the time that they are, for the place of a problem is there.
    start_date: z.unknown().optional(),
    end_date: z.unknown().optional(),
    venue: z.unknown().optional(),
    occurrences: jsonList(z.unknown()),
    speaker: jsonText,
    names: jsonText,
    description: jsonProse,
    content_note: jsonProse,
    link: jsonWord.catch(null),
    age_range: jsonText.catch(null),
    attendees: jsonCount.catch(null),
    requires_ticket: jsonFlag.catch(false),
    video: z.object({ ccc: jsonWord, youtube: jsonWord }).nullish().catch(null),
  })
  .transform((event) => ({
    id: event.id,
    title: event.title,
    type: event.type,
    /** Its one time, not yet checked; null where it has a list of them. */
    own:
      event.occurrences.length > 0
        ? null
        : { start_date: event.start_date, end_date: event.end_date, venue: event.venue },
    occurrences: event.occurrences,
    names: event.names ?? event.speaker,
    // "Flashing lights": to be known before one goes.
    description: [event.description, event.content_note].filter(Boolean).join('\n\n') || null,
    url: event.link,
    ages: event.age_range,
    capacity: event.attendees,
    needsTicket: event.requires_ticket,
    replayUrl: event.video?.ccc ?? event.video?.youtube ?? null,
  }))
export type CampEvent = z.output<typeof campEventSchema>
