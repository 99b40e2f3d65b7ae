import * as z from 'zod/mini'
import { agendaSchema } from '@/lib/program/device/document-schemas'
import { announcementsSchema } from './announcements-schema'
import { roomStateSchema } from './room-states'

/** All that a sign behind a secret address is told (/api/v1/signs/<secret>): one room's sessions and no more. */
export const signDocumentSchema = z.object({
  /** The slice of the agenda that this room is in. */
  agenda: agendaSchema,
  /** Its id. */
  room: z.string(),
  state: z.nullable(roomStateSchema),
  announcements: announcementsSchema,
})

export type SignDocument = z.infer<typeof signDocumentSchema>
