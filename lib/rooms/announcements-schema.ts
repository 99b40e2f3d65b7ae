import * as z from 'zod/mini'

const maybe = z.nullable(z.string())

/**
 * What organizers tell people, as browsers get it (/c/<slug>/announcements.json): the newest first, without what was
 * withdrawn.
 */
export const announcementsSchema = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    language: z.string(),
    /** For whoever is, or plans to be, in this room. */
    room: maybe,
    /** For whoever picked this session. Neither: for everybody. */
    session: maybe,
    /** An instant. */
    at: z.string(),
  }),
)

export type AnnouncementList = z.infer<typeof announcementsSchema>
