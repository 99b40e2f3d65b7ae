import { z } from 'zod'
import { jsonCount, jsonId, jsonLine, jsonList, jsonProse, jsonText, jsonWord, maybeJsonId } from '../json/fields'

/** A person of session/list; session/export has names alone. Usernames are not read. */
const person = z.object({ id: maybeJsonId, name: jsonText, company: jsonText })

const people = z.union([
  jsonList(person),
  z.string().transform((names) => names.split(/[,;]/).map((name) => ({ id: null, name, company: null }))),
])

/** A session as sched.com's API gives it. How many go and how many came is not read. */
export const schedSessionSchema = z.object({
  id: jsonId,
  active: jsonWord,
  name: jsonLine,
  event_start: jsonWord,
  event_end: jsonWord,
  start_time_ts: z.number().nullish(),
  event_type: jsonText,
  description: jsonProse,
  seats: jsonCount,
  invite_only: jsonWord,
  venue: jsonText,
  speakers: people,
  moderators: people,
  files: jsonList(z.object({ path: jsonWord })),
  video_stream: jsonWord,
  // Texts that each site calls as it likes: one of them may hold levels.
  audience: jsonText,
  company: jsonText,
  subject: jsonText,
  geo_area: jsonText,
  custom1: jsonText,
  custom2: jsonText,
  custom3: jsonText,
  custom4: jsonText,
  custom5: jsonText,
})
export type SchedSession = z.output<typeof schedSessionSchema>
